package app.pallet.spreadsheet.xlsx;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Builds workbooks part by part, also such as no spreadsheet program writes. */
public final class WorkbookZip {

  private static final String RELATION = "http://x/relationships";

  private final Map<String, String> parts = new LinkedHashMap<>();

  private WorkbookZip() {}

  /** A workbook of one sheet with this content of its {@code sheetData}. */
  public static WorkbookZip of(String rows) {
    return of("", rows);
  }

  /** A workbook with properties, as XML. */
  static WorkbookZip of(String properties, String rows) {
    return new WorkbookZip()
        .with("[Content_Types].xml", "<Types/>")
        .with(
            "_rels/.rels", "<Relationships>" + relation("r1", "officeDocument", "xl/workbook.xml"))
        .with(
            "xl/workbook.xml",
            "<workbook>" + properties + "<sheets><sheet name='Products' id='r1'/></sheets>")
        .with(
            "xl/_rels/workbook.xml.rels",
            "<Relationships>"
                + relation("r1", "worksheet", "worksheets/sheet1.xml")
                + relation("r2", "styles", "/xl/styles.xml")
                + relation("r3", "sharedStrings", "sharedStrings.xml"))
        .with("xl/worksheets/sheet1.xml", "<worksheet><sheetData>" + rows + "</sheetData>");
  }

  static WorkbookZip empty() {
    return new WorkbookZip();
  }

  private static String relation(String id, String type, String target) {
    return "<Relationship Id='%s' Type='%s/%s' Target='%s'/>".formatted(id, RELATION, type, target);
  }

  /** Adds or replaces a part; the end tag of its root is added where it is XML without one. */
  WorkbookZip with(String name, String content) {
    boolean open = content.matches("(?s)<\\w+>.+");
    String end = open ? "</" + content.substring(1, content.indexOf('>') + 1) : "";
    parts.put(name, content.endsWith(end) ? content : content + end);
    return this;
  }

  /** The shared texts, each as the content of its {@code si}. */
  WorkbookZip withTexts(String... items) {
    return with("xl/sharedStrings.xml", "<sst><si>" + String.join("</si><si>", items) + "</si>");
  }

  /** The formats of styles 0, 1, 2 and so on. */
  WorkbookZip withFormats(String... codes) {
    StringBuilder formats = new StringBuilder("<styleSheet><numFmts>");
    StringBuilder cells = new StringBuilder("</numFmts><cellXfs>");
    for (int i = 0; i < codes.length; i++) {
      String code = codes[i].replace("\"", "&quot;");
      formats.append("<numFmt numFmtId='%d' formatCode=\"%s\"/>".formatted(200 + i, code));
      cells.append("<xf numFmtId='%d'/>".formatted(200 + i));
    }
    return with("xl/styles.xml", formats.append(cells) + "</cellXfs>");
  }

  public WorkbookZip without(String name) {
    parts.remove(name);
    return this;
  }

  Path write(Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      write(zip);
    }
    return file;
  }

  public void write(ZipOutputStream zip) throws IOException {
    for (Map.Entry<String, String> part : parts.entrySet()) {
      zip.putNextEntry(new ZipEntry(part.getKey()));
      zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
      zip.closeEntry();
    }
  }
}
