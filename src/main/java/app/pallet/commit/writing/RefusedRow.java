package app.pallet.commit.writing;

import app.pallet.change.RowChange;
import app.pallet.change.RowProblem;
import app.pallet.change.RowProblem.Severity;
import app.pallet.change.RowValues;
import app.pallet.engine.BrokenConstraint;
import app.pallet.engine.Failure;
import app.pallet.schema.CellReading;
import app.pallet.schema.CellRules;
import app.pallet.schema.CellText;
import app.pallet.schema.Column;
import app.pallet.schema.table.Reference;
import app.pallet.schema.table.Referrer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says in plain words why a row could not be written. */
public final class RefusedRow {

  private RefusedRow() {}

  /** Someone else changed the row since the user read it. */
  public static RowProblem changed(RowChange row) {
    return conflict(row, "Was changed by someone else since it was read");
  }

  /**
   * Someone else changed cells that the user has changed too.
   *
   * @param now the row as it is
   */
  static RowProblem changed(RowChange.Edit edit, RowValues now) {
    List<Column> changed = edit.before().differences(now);
    if (changed.isEmpty()) {
      return changed(edit);
    }
    String names =
        changed.stream()
            .map(column -> "%s (now %s)".formatted(column.label(), shown(column, now)))
            .collect(Collectors.joining(", "));
    String message = names + " was changed by someone else since it was read";
    Column first = changed.getFirst();
    return changed.size() > 1
        ? conflict(edit, message)
        : new RowProblem(
            edit.origin(),
            first.name(),
            CellText.plain(first, edit.after().get(first)),
            message,
            "",
            Severity.CONFLICT);
  }

  private static String shown(Column column, RowValues values) {
    String text = CellText.plain(column, values.get(column));
    return text.isEmpty() ? "empty" : text;
  }

  /** Someone else deleted the row since the user read it. */
  public static RowProblem deleted(RowChange row) {
    return conflict(row, "Was deleted by someone else since it was read");
  }

  /** It is not known whether a commit has added the row. */
  public static RowProblem perhapsAdded(RowChange.Add row) {
    return conflict(
        row,
        "It is not known whether the last commit added this row: there are new rows that hold"
            + " something else");
  }

  /** The database took the change without making it. */
  static RowProblem unwritten(RowChange row) {
    return new RowProblem(
        row.origin(),
        "",
        "",
        "The database did not take it: a trigger or rule of the table left the row as it was",
        "",
        Severity.REFUSED);
  }

  /** The row exchanges a unique value with another one that can't be written. */
  static RowProblem waiting(RowChange row) {
    return conflict(row, "Exchanges a value with a row that was changed by someone else");
  }

  /**
   * The row refers to one that is not added, so that it stays pending, too.
   *
   * @param why as a sentence
   */
  static RowProblem waiting(RowChange row, Column column, String why) {
    return new RowProblem(
        row.origin(),
        column.name(),
        CellText.plain(column, row.after().get(column)),
        why,
        "",
        Severity.REFUSED);
  }

  /** The database refused the row. */
  static RowProblem refused(RowChange row, Failure failure) {
    return failure
        .constraint()
        .flatMap(broken -> cell(row, broken))
        .orElseGet(() ->
            new RowProblem(
                row.origin(),
                "",
                "",
                "The database refuses it: " + failure.message(),
                "",
                Severity.REFUSED));
  }

  /** The row refers to one that is not there. */
  static RowProblem orphaned(RowChange row, Column column, String text, Reference reference) {
    String parent = reference.parent().name();
    String keys = String.join(", ", reference.parentColumns());
    return new RowProblem(
        row.origin(),
        column.name(),
        text,
        "%s %s refers to a row that %s does not have".formatted(column.label(), text, parent),
        "the %s of a row of %s".formatted(keys.isEmpty() ? "key" : keys, parent),
        Severity.REFUSED);
  }

  /** Rows refer to the row, which therefore can't be deleted or get another key. */
  static RowProblem neededBy(RowChange row, Referrer referrer) {
    return new RowProblem(
        row.origin(),
        "",
        "",
        "Rows of %s refer to it by %s"
            .formatted(referrer.table(), String.join(", ", referrer.reference().columns())),
        "",
        Severity.REFUSED);
  }

  private static Optional<RowProblem> cell(RowChange row, BrokenConstraint broken) {
    return broken.columns().stream()
        .findFirst()
        .map(column -> {
          Object value = valueOf(row, column);
          String text = CellText.plain(column, value);
          CellReading.Rejected why = reason(broken.kind(), column, value);
          String message = "%s %s".formatted(column.label(), subject(text, why.message()));
          return new RowProblem(
              row.origin(), column.name(), text, message, why.accepted(), Severity.REFUSED);
        });
  }

  /** Our own rule says it best where it sees the same fault as the database. */
  private static CellReading.Rejected reason(
      BrokenConstraint.Kind kind, Column column, @Nullable Object value) {
    if (kind == BrokenConstraint.Kind.UNIQUE) {
      return new CellReading.Rejected("Is already taken", "");
    }
    return CellRules.check(column, value) instanceof CellReading.Rejected rejected
        ? rejected
        : new CellReading.Rejected("Is not allowed by the database", "");
  }

  private static String subject(String value, String message) {
    String predicate = message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1);
    return value.isEmpty() ? predicate : value + " " + predicate;
  }

  private static @Nullable Object valueOf(RowChange row, Column column) {
    return row.after().has(column) || row instanceof RowChange.Edit
        ? row.after().get(column)
        : column.defaultValue();
  }

  private static RowProblem conflict(RowChange row, String message) {
    return new RowProblem(row.origin(), "", "", message, "", Severity.CONFLICT);
  }
}
