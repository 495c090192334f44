package app.pallet.ui.filter;

import app.pallet.rows.query.Condition;
import app.pallet.rows.query.Operator;
import app.pallet.schema.CellFormat;
import app.pallet.schema.CellReading;
import app.pallet.schema.CellText;
import app.pallet.schema.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A condition as the settings keep it, for a catalogue whose columns may have changed since.
 *
 * @param column name of the column
 * @param operator what is asked
 * @param values as plain texts; an empty one stands for an empty cell
 */
public record SavedCondition(String column, Operator operator, List<String> values) {

  public SavedCondition {
    values = List.copyOf(values);
  }

  static SavedCondition of(Condition condition) {
    return new SavedCondition(
        condition.column().name(),
        condition.operator(),
        condition.values().stream()
            .map(value -> CellText.plain(condition.column(), value))
            .toList());
  }

  /** The condition, if a catalogue with these columns can still be asked for it. */
  Optional<Condition> in(List<Column> columns) {
    return columns.stream()
        .filter(each -> each.name().equals(column))
        .findFirst()
        .flatMap(this::on);
  }

  private Optional<Condition> on(Column present) {
    List<@Nullable Object> read = new ArrayList<>();
    for (String text : values) {
      if (text.isEmpty() && operator == Operator.IS_ONE_OF) {
        read.add(null);
      } else if (Operand.read(present, text, CellFormat.PLAIN, Operand.Moment.FIRST)
          instanceof CellReading.Value(var value)) {
        read.add(value);
      }
    }
    boolean possible =
        read.size() == values.size()
            && operator.fits(present.type())
            && read.size() >= operator.fewestValues()
            && read.size() <= operator.mostValues();
    return possible ? Optional.of(new Condition(present, operator, read)) : Optional.empty();
  }
}
