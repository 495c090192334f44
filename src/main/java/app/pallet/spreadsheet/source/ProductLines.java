package app.pallet.spreadsheet.source;

import app.pallet.schema.HeaderName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a file in which a product may take several lines, as Shopify writes them: one for
 * each variant and one for each further picture. Applies to files with the headings {@code Handle}
 * and {@code Variant SKU}; any other source goes through as it is.
 *
 * <p>Lines that follow each other and have the same handle are one product, and:
 *
 * <ul>
 *   <li>A line with a variant's SKU is a row. What is said of the product as a whole stands in its
 *       first line only, so cells of such columns that are empty in another line are filled from
 *       there: the title, the description, the tags and whatever else is not of a variant (its
 *       options, prices, cost) or a picture.
 *   <li>A line that has nothing but the handle and a picture is folded into the product's first
 *       row: the picture's address is put behind those that are there, with a comma between them.
 *   <li>Any other line is a row as it stands, also one without a SKU; it will be a problem later,
 *       but is never dropped.
 * </ul>
 *
 * <p>Holds the lines of one product at a time; one with more than 10,000 lines is taken for several
 * products. Confined to one thread at a time.
 */
public final class ProductLines implements Iterator<TextRow> {

  private static final int MOST_LINES = 10_000;

  /** Columns of variants whose headings don't begin with the word. */
  private static final Set<String> OF_VARIANTS =
      Set.of("costperitem", "price", "compareatprice", "googleshoppingmpn");

  private static final List<String> INTERNATIONAL = List.of("price", "compareatprice");

  private final TabularSource source;
  private final int handle;
  private final int sku;
  private final int image;
  private final BitSet ofImages = new BitSet();
  private final BitSet ofProducts = new BitSet();
  private final Deque<TextRow> ready = new ArrayDeque<>();
  private @Nullable TextRow next;
  private long folded;

  /**
   * The rows of a source with the lines of each product put together; the caller closes the source.
   */
  public ProductLines(TabularSource source) {
    this.source = source;
    List<String> header = source.header().stream().map(HeaderName::normalize).toList();
    handle = header.indexOf("handle");
    sku = header.indexOf("variantsku");
    image = header.indexOf("imagesrc");
    for (int i = 0; i < header.size(); i++) {
      String heading = header.get(i);
      ofImages.set(i, heading.startsWith("image"));
      ofProducts.set(i, i != handle && !ofImages.get(i) && !isOfVariants(heading));
    }
  }

  /** Number of lines so far that went into the row of another one. */
  public long folded() {
    return folded;
  }

  /** Whether the source has lines that belong together. */
  public boolean applies() {
    return handle >= 0 && sku >= 0;
  }

  @Override
  public boolean hasNext() {
    return !ready.isEmpty() || next != null || source.hasNext();
  }

  @Override
  public TextRow next() {
    if (!applies()) {
      return source.next();
    }
    if (ready.isEmpty()) {
      readProduct();
    }
    return ready.remove();
  }

  /** Reads the lines of the next product, and one more to know that there are no others. */
  private void readProduct() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    TextRow first = next == null ? source.next() : next;
    next = null;
    String name = first.cell(handle);
    List<TextRow> others = new ArrayList<>();
    while (!name.isBlank() && next == null && others.size() < MOST_LINES && source.hasNext()) {
      TextRow line = source.next();
      if (line.cell(handle).equals(name)) {
        others.add(line);
      } else {
        next = line;
      }
    }
    List<String> pictures = new ArrayList<>();
    for (TextRow line : others) {
      if (isPicture(line)) {
        pictures.add(line.cell(image));
        folded++;
      } else {
        ready.add(line.cell(sku).isBlank() ? line : filled(line, first));
      }
    }
    ready.addFirst(pictures.isEmpty() ? first : withPictures(first, pictures));
  }

  private boolean isPicture(TextRow line) {
    if (image < 0 || line.cell(image).isBlank()) {
      return false;
    }
    for (int i = 0; i < line.cells().size(); i++) {
      if (i != handle && !ofImages.get(i) && !line.cells().get(i).isBlank()) {
        return false;
      }
    }
    return true;
  }

  private TextRow filled(TextRow line, TextRow first) {
    List<String> cells = new ArrayList<>(line.cells());
    BitSet numbers = (BitSet) line.numbers().clone();
    Map<Integer, CellNote> notes = new HashMap<>(line.notes());
    for (int i = ofProducts.nextSetBit(0); i >= 0; i = ofProducts.nextSetBit(i + 1)) {
      if (line.cell(i).isBlank() && !first.cell(i).isBlank()) {
        set(cells, i, first.cell(i));
        numbers.set(i, first.numbers().get(i));
        if (first.notes().containsKey(i)) {
          notes.put(i, first.notes().get(i));
        }
      }
    }
    return new TextRow(line.line(), cells, numbers, notes);
  }

  private TextRow withPictures(TextRow first, List<String> pictures) {
    List<String> cells = new ArrayList<>(first.cells());
    String own = first.cell(image);
    String others = String.join(", ", pictures);
    set(cells, image, own.isBlank() ? others : own + ", " + others);
    return new TextRow(first.line(), cells, first.numbers(), first.notes());
  }

  private static void set(List<String> cells, int place, String text) {
    while (cells.size() <= place) {
      cells.add("");
    }
    cells.set(place, text);
  }

  private static boolean isOfVariants(String heading) {
    return heading.startsWith("variant")
        || heading.startsWith("option")
        || OF_VARIANTS.contains(heading)
        || INTERNATIONAL.contains(heading.replaceFirst("international$", ""));
  }
}
