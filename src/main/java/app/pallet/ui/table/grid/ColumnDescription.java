package app.pallet.ui.table.grid;

import app.pallet.schema.Column;
import app.pallet.schema.ColumnRules;
import app.pallet.schema.ColumnType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Says what a column takes, for the tooltip of its header. */
final class ColumnDescription {

  private ColumnDescription() {}

  static String of(Column column) {
    List<String> rules = rules(column);
    String type = column.type().label();
    String head = column.label() + "\n" + type.substring(0, 1).toUpperCase(Locale.ROOT);
    return head + type.substring(1) + (rules.isEmpty() ? "" : ", " + String.join(", ", rules));
  }

  private static List<String> rules(Column column) {
    ColumnRules rules = column.rules();
    List<String> phrases = new ArrayList<>();
    if (column.isReadOnly()) {
      return List.of("kept by Pallet");
    }
    if (rules.required()) {
      phrases.add("required");
    }
    if (rules.unique()) {
      phrases.add("unique");
    }
    if (rules.maxLength() > 0) {
      phrases.add("up to %,d characters".formatted(rules.maxLength()));
    }
    BigDecimal minimum = rules.minimum();
    if (minimum != null) {
      phrases.add("at least " + minimum.toPlainString());
    }
    if (column.type() == ColumnType.DECIMAL || column.type() == ColumnType.MONEY) {
      phrases.add("up to " + rules.scale() + " decimals");
    }
    if (!rules.choices().isEmpty()) {
      phrases.add("one of " + String.join(", ", rules.choices()));
    }
    return phrases;
  }
}
