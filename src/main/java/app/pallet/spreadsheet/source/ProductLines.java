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
 * Puts together the lines of a product that takes several of them. Shopify writes one line for each
 * variant and one for each further picture. This applies to files with the headings {@code Handle}
 * and {@code Variant SKU}. The rows of any other source stay as they are.
 *
 * <p>Consecutive lines with the same handle are one product:
 *
 * <ul>
 *   <li>A line with the SKU of a variant is a row. What belongs to the whole product stands in its
 *       first line only: the title, the description, the tags and whatever else does not belong to
 *       a variant or a picture. Empty cells of these columns are filled from the first line.
 *   <li>A line with nothing but the handle and a picture is folded into the product's first row:
 *       the address of the picture is added to those that are there, behind a comma.
 *   <li>Any other line is a row as it stands. A line without a SKU becomes a problem later, but is
 *       never dropped.
 * </ul>
 *
 * <p>Only the lines of one product are held at a time. A product with more than 10,000 lines is
 * taken for several. Confined to one thread at a time.
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

  /** Number of lines so far that were folded into the row of another line. */
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
