package app.pallet.ui.paste;

import app.pallet.schema.CellFormat;
import app.pallet.schema.Column;
import app.pallet.schema.ColumnReading;
import app.pallet.schema.ColumnReading.Doubt;
import app.pallet.workspace.imports.ColumnChoice;
import app.pallet.workspace.imports.ColumnChoice.Target;
import app.pallet.workspace.imports.SourceColumn;
import java.util.Optional;

/**
 * A column of the source as the list of columns shows it.
 *
 * @param source the column
 * @param choice what it becomes
 * @param reading how its values were read; empty as long as that is not known
 * @param key whether rows find their product by it
 */
public record ColumnLine(
    SourceColumn source, ColumnChoice choice, Optional<ColumnReading> reading, boolean key) {

  /** The column of the catalogue that it fills, there already or to be added. */
  public Optional<Column> column() {
    return switch (choice.target()) {
      case Target.Existing existing -> Optional.of(existing.column());
      case Target.Added added -> Optional.of(added.column());
      case Target.Dropped ignored -> Optional.empty();
    };
  }

  /** What becomes of it, the most pressing first. */
  public ColumnStatus status() {
    if (doubt() != Doubt.NONE) {
      return ColumnStatus.IN_DOUBT;
    }
    if (key) {
      return ColumnStatus.KEY;
    }
    return switch (choice.target()) {
      case Target.Existing ignored -> ColumnStatus.MAPPED;
      case Target.Added ignored -> ColumnStatus.ADDED;
      case Target.Dropped ignored -> ColumnStatus.LEFT_OUT;
    };
  }

  /** In which way its values can be read twice; the user's word ends every doubt. */
  public Doubt doubt() {
    return choice.format().isPresent() || column().isEmpty()
        ? Doubt.NONE
        : reading.map(ColumnReading::doubt).orElse(Doubt.NONE);
  }

  /** How its values are read; empty where there is only one way, or nothing is known yet. */
  public Optional<CellFormat> format() {
    return choice.format().or(() -> reading.map(ColumnReading::format));
  }

  /** The target as the user reads it. */
  String targetLabel() {
    return switch (choice.target()) {
      case Target.Existing existing -> existing.column().label();
      case Target.Added added -> "New column: " + added.column().label();
      case Target.Dropped ignored -> "Leave out";
    };
  }
}
