package app.pallet.workspace.view;

import app.pallet.change.ChangeSet;
import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import app.pallet.rows.RowReader;
import app.pallet.rows.RowSource;
import app.pallet.rows.keys.KeySnapshot;
import app.pallet.schema.CellFormat;
import app.pallet.schema.CellParser;
import app.pallet.schema.CellReading;
import app.pallet.schema.Column;
import app.pallet.work.WorkListener;
import app.pallet.work.WorkRunner;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Finds a row of the view by its number, such as {@code #1,234}, or by its key, such as its SKU. A
 * number without a sign may be both. It is a SKU if there is one. Owner thread. The database is
 * asked in the background.
 */
public final class RowLookup {

  /** The result of a search. */
  public sealed interface Outcome {

    /**
     * The view shows the row.
     *
     * @param index index of the row, from 0
     */
    record Found(int index) implements Outcome {}

    /** There is such a product, but the view leaves it out. */
    record LeftOut() implements Outcome {}

    /** There is no such product. */
    record Missing() implements Outcome {}

    /**
     * The search failed.
     *
     * @param failure why
     */
    record Failed(Throwable failure) implements Outcome {}
  }

  /** What may stand between the digits of a large number, as in the row headers. */
  private static final Pattern GROUPING = Pattern.compile("[\\s,.\u2019'_\u00a0\u202f]");

  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,10}");

  private final RowSource rows;
  private final RowView view;
  private final ChangeSet changes;
  private final RowReader reader;
  private final WorkRunner runner;

  /** Looks for rows of a view. The runner asks the database in the background. */
  public RowLookup(
      RowSource rows, RowView view, ChangeSet changes, RowReader reader, WorkRunner runner) {
    this.rows = rows;
    this.view = view;
    this.changes = changes;
    this.reader = reader;
    this.runner = runner;
  }

  /**
   * Looks for a row.
   *
   * @param wanted a number or a key, as typed
   * @param done gets the result on the owner thread
   */
  public void find(String wanted, Consumer<Outcome> done) {
    String text = wanted.strip();
    if (text.startsWith("#")) {
      done.accept(outcome(index(text.substring(1))));
      return;
    }
    Column key = reader.schema().match();
    if (!(CellParser.parse(key, text, CellFormat.PLAIN) instanceof CellReading.Value(Object value))
        || value == null) {
      done.accept(outcome(index(text)));
      return;
    }
    Optional<RowKey> pending = pending(key, value);
    if (pending.isPresent()) {
      done.accept(shown(view.indexOf(pending.get())));
    } else {
      search(key, value, text, done);
    }
  }

  private void search(Column key, Object value, String text, Consumer<Outcome> done) {
    KeySnapshot keys = rows.keys();
    runner.start(
        "Find a row",
        monitor ->
            Optional.ofNullable(reader.findValues(key, List.of(value), List.of()).at(0))
                .map(row -> keys.indexOf(rows.handles().of(row.key()))),
        WorkListener.<Optional<Integer>>of(
            index -> {
              if (index.isEmpty()) {
                done.accept(outcome(index(text)));
              } else if (rows.keys() == keys && index.get() >= 0) {
                done.accept(new Outcome.Found(index.get()));
              } else {
                done.accept(new Outcome.LeftOut());
              }
            },
            failure -> done.accept(new Outcome.Failed(failure))));
  }

  /** The row that will have this key after a commit. */
  private Optional<RowKey> pending(Column key, Object value) {
    return changes.changes().stream()
        .filter(change -> change.after().has(key) && value.equals(change.after().get(key)))
        .map(RowChange::key)
        .findFirst();
  }

  /** The index of the row whose number a text is, if there is such a row. */
  private OptionalInt index(String text) {
    String digits = GROUPING.matcher(text).replaceAll("");
    if (!NUMBER.matcher(digits).matches()) {
      return OptionalInt.empty();
    }
    long number = Long.parseLong(digits);
    return number >= 1 && number <= view.size()
        ? OptionalInt.of((int) number - 1)
        : OptionalInt.empty();
  }

  private static Outcome outcome(OptionalInt index) {
    return index.isPresent() ? new Outcome.Found(index.getAsInt()) : new Outcome.Missing();
  }

  private static Outcome shown(OptionalInt index) {
    return index.isPresent() ? new Outcome.Found(index.getAsInt()) : new Outcome.LeftOut();
  }
}
