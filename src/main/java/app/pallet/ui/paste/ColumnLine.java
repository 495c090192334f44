package app.pallet.ui.paste;

import app.pallet.schema.CellFormat;
import app.pallet.schema.Column;
import app.pallet.schema.ColumnReading;
import app.pallet.schema.ColumnReading.Doubt;
import app.pallet.workspace.imports.ColumnChoice;
import app.pallet.workspace.imports.ColumnChoice.Target;
import app.pallet.workspace.imports.SourceColumn;
import java.util.Locale;
import java.util.Optional;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/**
 * A column of the source as the list of columns shows it.
 *
 * @param source the column
 * @param choice what the user has chosen for it
 * @param reading how its values were read; empty as long as that is not known
 * @param key whether rows find their product by it
 */
public record ColumnLine(
    SourceColumn source, ColumnChoice choice, Optional<ColumnReading> reading, boolean key) {

  /** The column of the catalogue that it fills, there already or to be added. */
  Optional<Column> column() {
    return switch (choice.target()) {
      case Target.Existing existing -> Optional.of(existing.column());
      case Target.Added added -> Optional.of(added.column());
      case Target.Dropped ignored -> Optional.empty();
    };
  }

  /** The status of the column; the most pressing one wins. */
  Status status() {
    if (doubt() != Doubt.NONE) {
      return Status.IN_DOUBT;
    }
    if (key) {
      return Status.KEY;
    }
    return switch (choice.target()) {
      case Target.Existing ignored -> Status.MAPPED;
      case Target.Added ignored -> Status.ADDED;
      case Target.Dropped ignored -> Status.LEFT_OUT;
    };
  }

  /** In which way its values are ambiguous. A choice of the user ends every doubt. */
  Doubt doubt() {
    return choice.format().isPresent() || column().isEmpty()
        ? Doubt.NONE
        : reading.map(ColumnReading::doubt).orElse(Doubt.NONE);
  }

  /** How its values are read; empty where there is only one way, or nothing is known yet. */
  Optional<CellFormat> format() {
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

  /** What happens to a column of the source, shown as an icon and a word. */
  public enum Status {
    /** Rows find their product by it. */
    KEY("Key", Feather.KEY),
    /** It fills a column of the catalogue. */
    MAPPED("Mapped", Feather.CHECK),
    /** It becomes a column that the catalogue doesn't have yet. */
    ADDED("New", Feather.PLUS),
    /** It is mapped, but its values can be read in two ways. */
    IN_DOUBT("In doubt", Feather.HELP_CIRCLE),
    /** Its values are not taken. */
    LEFT_OUT("Left out", Feather.MINUS);

    private final String label;
    private final Feather icon;

    Status(String label, Feather icon) {
      this.label = label;
      this.icon = icon;
    }

    String label() {
      return label;
    }

    Ikon icon() {
      return icon;
    }

    /** Its name in the style sheet. */
    String styleClass() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
