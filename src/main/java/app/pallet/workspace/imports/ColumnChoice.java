package app.pallet.workspace.imports;

import app.pallet.schema.CellFormat;
import app.pallet.schema.Column;
import java.util.Optional;

/**
 * What happens to one column of a source.
 *
 * @param target the column of the catalogue that gets its values
 * @param format how its numbers and dates are written; empty if the texts show it
 */
public record ColumnChoice(Target target, Optional<CellFormat> format) {

  /** Its values are not taken. */
  public static final ColumnChoice DROPPED =
      new ColumnChoice(new Target.Dropped(), Optional.empty());

  /** Where the values of a column go. */
  public sealed interface Target {

    /** The column of the catalogue that gets them. */
    default Optional<Column> filled() {
      return switch (this) {
        case Existing(Column column) -> Optional.of(column);
        case Added(Column column) -> Optional.of(column);
        case Dropped() -> Optional.empty();
      };
    }

    /** Into a column that the catalogue has. */
    record Existing(Column column) implements Target {}

    /** Into a column that the catalogue is to get. */
    record Added(Column column) implements Target {}

    /** Nowhere. */
    record Dropped() implements Target {}
  }

  /** The same choice with another target. */
  public ColumnChoice to(Target other) {
    return new ColumnChoice(other, format);
  }

  /** The same choice, read in this way whatever the texts show. */
  public ColumnChoice read(CellFormat as) {
    return new ColumnChoice(target, Optional.of(as));
  }
}
