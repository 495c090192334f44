package app.pallet.spreadsheet.xlsx;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** The packed file of an Excel workbook, and the parts in it. */
final class WorkbookFile implements AutoCloseable {

  /** The most parts that are accepted. A workbook of a hundred sheets has a few hundred. */
  private static final int MAX_PARTS = 20_000;

  private static final int MAX_MIME_TYPE = 100;
  private static final String DEFAULT_WORKBOOK = "xl/workbook.xml";

  private static final int CHUNK = 1 << 16;

  private final ZipFile zip;

  /** The parts whose checksums are correct. */
  private final Set<String> checked = new HashSet<>();

  private WorkbookFile(ZipFile zip) {
    this.zip = zip;
  }

  /** Opens a file. Fails with a reason for the user if it is damaged or not a workbook. */
  static WorkbookFile open(Path file) throws IOException {
    ZipFile zip;
    try {
      zip = new ZipFile(file.toFile());
    } catch (ZipException e) {
      throw new IOException(
          "is damaged or cut off and can't be unpacked; copy or download it once more", e);
    }
    try {
      if (zip.size() > MAX_PARTS) {
        throw new IOException("is not a workbook: it is packed from " + zip.size() + " files");
      }
      WorkbookFile workbook = new WorkbookFile(zip);
      workbook.requireKnown();
      return workbook;
    } catch (IOException e) {
      zip.close();
      throw e;
    }
  }

  private void requireKnown() throws IOException {
    ZipEntry types = entry("[Content_Types].xml");
    if (types != null && hasWorkbook()) {
      check(types, new RowOrder()); // nothing of it is read, but a damaged part leaves doubts
      return;
    }
    if (entry("xl/workbook.bin") != null) {
      throw new IOException("is a binary Excel workbook; save it as .xlsx");
    }
    ZipEntry type = entry("mimetype");
    if (type != null) {
      try (InputStream in = zip.getInputStream(type)) {
        String name = new String(in.readNBytes(MAX_MIME_TYPE), StandardCharsets.US_ASCII);
        if (name.contains("opendocument.spreadsheet")) {
          throw new IOException("is an OpenDocument spreadsheet; save it as .xlsx or CSV");
        }
      }
    }
    throw new IOException("is a packed file but not a workbook; unpack it or save it as .xlsx");
  }

  private boolean hasWorkbook() throws IOException {
    return entry(workbookPart()) != null;
  }

  /** The name of the part that lists the sheets. */
  String workbookPart() throws IOException {
    return relations("").values().stream()
        .filter(relation -> relation.type().endsWith("/officeDocument"))
        .findFirst()
        .map(Relation::target)
        .orElse(DEFAULT_WORKBOOK);
  }

  /**
   * What a part refers to.
   *
   * @param type a URL that says what kind of relation it is
   * @param target the name of the part to which it refers
   */
  record Relation(String type, String target) {}

  /** The relations of a part by their ids; empty if it has none. */
  Map<String, Relation> relations(String part) throws IOException {
    int slash = part.lastIndexOf('/') + 1;
    String folder = part.substring(0, slash);
    Map<String, Relation> relations = new HashMap<>();
    Optional<XmlCursor> found = part(folder + "_rels/" + part.substring(slash) + ".rels");
    if (found.isEmpty()) {
      return relations;
    }
    try (XmlCursor xml = found.get()) {
      while (xml.find("Relationship")) {
        String id = xml.attribute("Id");
        String type = xml.attribute("Type");
        String target = xml.attribute("Target");
        if (id != null && target != null) {
          relations.put(id, new Relation(type == null ? "" : type, resolve(folder, target)));
        }
      }
    }
    return relations;
  }

  /**
   * The full name of a target. It is relative to the folder of the part that names it, unless it
   * begins with a slash.
   */
  private static String resolve(String folder, String target) {
    Deque<String> names = new ArrayDeque<>();
    for (String name : (target.startsWith("/") ? target : folder + target).split("/", -1)) {
      if (name.equals("..")) {
        names.pollLast();
      } else if (!name.isEmpty() && !name.equals(".")) {
        names.add(name);
      }
    }
    return String.join("/", names);
  }

  /** A part to be read, by its name; the caller closes it. */
  Optional<XmlCursor> part(String name) throws IOException {
    return part(name, new RowOrder());
  }

  /**
   * A sheet to be read, by the name of its part; the caller closes it.
   *
   * @param order takes all bytes of the sheet, if it has not been read before
   */
  Optional<XmlCursor> part(String name, RowOrder order) throws IOException {
    ZipEntry entry = entry(name);
    if (entry == null) {
      return Optional.empty();
    }
    if (checked.add(entry.getName())) {
      check(entry, order);
    }
    InputStream in = new GuardedStream(zip.getInputStream(entry), entry.getCompressedSize());
    return Optional.of(new XmlCursor(in));
  }

  /**
   * Unpacks a part once before anything in it is read, because its checksum is known only at its
   * end.
   */
  private void check(ZipEntry entry, RowOrder order) throws IOException {
    CRC32 sum = new CRC32();
    byte[] buffer = new byte[CHUNK];
    try (InputStream in = new GuardedStream(zip.getInputStream(entry), entry.getCompressedSize())) {
      for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
        sum.update(buffer, 0, length);
        order.accept(buffer, length);
      }
    }
    if (sum.getValue() != entry.getCrc()) {
      throw new ZipException("The checksum of " + entry.getName() + " is wrong");
    }
  }

  private @Nullable ZipEntry entry(String name) {
    ZipEntry exact = zip.getEntry(name);
    return exact != null
        ? exact
        : zip.stream().filter(e -> e.getName().equalsIgnoreCase(name)).findFirst().orElse(null);
  }

  /** Tells the user why a part can't be read. */
  static String reason(IOException e) {
    return e instanceof ZipException || e instanceof EOFException
        ? "is damaged or cut off; copy or download it once more"
        : String.valueOf(e.getMessage());
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
