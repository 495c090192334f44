package app.pallet.operation.text;

import app.pallet.schema.CellText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What becomes of a list that is kept in a text, such as tags. Items are compared without regard to
 * case and to white space around them. A list in which nothing changes keeps its text as it is.
 */
public sealed interface ItemRule extends TextRule {

  /** What stands between two items, such as a comma. */
  String separator();

  /** Changes the items in place. Returns whether anything has changed. */
  boolean change(List<String> items);

  @Override
  default String apply(String text) {
    List<String> items = new ArrayList<>();
    String sign = separator().strip();
    for (String item : text.split(Pattern.quote(sign.isEmpty() ? separator() : sign), -1)) {
      String trimmed = CellText.trim(item);
      if (!trimmed.isEmpty()) {
        items.add(trimmed);
      }
    }
    return change(items) ? String.join(separator(), items) : text;
  }

  /** Adds an item at the end, unless it is there. */
  record AddItem(String item, String separator) implements ItemRule {

    public AddItem {
      requireItem(item, separator);
    }

    @Override
    public boolean fillsEmpty() {
      return true;
    }

    @Override
    public boolean change(List<String> items) {
      return items.stream().noneMatch(item::equalsIgnoreCase) && items.add(item);
    }
  }

  /** Takes an item away. */
  record RemoveItem(String item, String separator) implements ItemRule {

    public RemoveItem {
      requireItem(item, separator);
    }

    @Override
    public boolean change(List<String> items) {
      return items.removeIf(item::equalsIgnoreCase);
    }
  }

  /** Puts an item in the place of another one; if it is there already, the other one only goes. */
  record ReplaceItem(String item, String with, String separator) implements ItemRule {

    public ReplaceItem {
      requireItem(item, separator);
      requireItem(with, separator);
    }

    @Override
    public boolean change(List<String> items) {
      List<String> before = List.copyOf(items);
      boolean isThere =
          !item.equalsIgnoreCase(with) && items.stream().anyMatch(with::equalsIgnoreCase);
      if (isThere) {
        items.removeIf(item::equalsIgnoreCase);
      } else {
        items.replaceAll(each -> each.equalsIgnoreCase(item) ? with : each);
      }
      return !items.equals(before);
    }
  }

  private static void requireItem(String item, String separator) {
    if (separator.isEmpty() || item.isBlank() || !CellText.trim(item).equals(item)) {
      throw new IllegalArgumentException(
          "A list needs a separator, and an item without white space around it");
    }
    if (!separator.isBlank() && item.contains(separator.strip())) {
      throw new IllegalArgumentException(
          "The item \"%s\" holds the separator of the list".formatted(item));
    }
  }
}
