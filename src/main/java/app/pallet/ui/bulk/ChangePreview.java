package app.pallet.ui.bulk;

import app.pallet.change.RowKey;
import app.pallet.operation.CellResult;
import app.pallet.operation.number.Numbering;
import app.pallet.operation.recipe.Recipe;
import app.pallet.operation.recipe.RecipeException;
import app.pallet.operation.recipe.RecipeWork;
import app.pallet.operation.recipe.RecipeWork.Filled;
import app.pallet.rows.references.ReferenceTexts;
import app.pallet.schema.Column;
import app.pallet.ui.table.cells.CellDisplay;
import app.pallet.work.Work;
import app.pallet.work.WorkListener;
import app.pallet.work.WorkRunner;
import app.pallet.workspace.Workspace;
import app.pallet.workspace.bulk.BulkEdits;
import app.pallet.workspace.bulk.BulkReport;
import app.pallet.workspace.bulk.StepConditions;
import app.pallet.workspace.turns.Reading;
import app.pallet.workspace.view.RowState;
import app.pallet.workspace.view.ViewRow;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * What a recipe would make of rows, while it is being written. Recipes are read and rows are
 * counted on a thread of their own, and the newest wins, so typing and scrolling never wait. What
 * stands in the cells on the screen is worked out when they are drawn. Nothing becomes pending
 * before {@link #apply}. FX thread.
 */
public final class ChangePreview {

  /** Rows on screens of any size. */
  private static final int KEPT = 500;

  /** What may be worked out between two pictures, in nanoseconds; the rest comes with the next. */
  private static final long AT_ONCE = 8_000_000;

  private final Workspace workspace;
  private final Consumer<BiFunction<ViewRow, Column, Optional<String>>> cells;
  private final BiConsumer<String, Throwable> failures;
  private final CellDisplay display;
  private final ReferenceTexts texts;
  private final BulkEdits edits;
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Off());
  private final Set<RowKey> takenOut = new HashSet<>();
  private final Map<RowKey, Seen> seen =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<RowKey, Seen> eldest) {
          return size() > KEPT;
        }
      };
  private Optional<WorkRunner> runner = Optional.empty();
  private Optional<Shown> shown = Optional.empty();
  private RowChoice.Rows rows = RowChoice.Rows.NONE;
  private long newest;
  private long spent;
  private boolean isRedrawing;

  /** How far a preview is. */
  public sealed interface State {

    /** There is none. */
    record Off() implements State {}

    /** The recipe can't be used as it is. */
    record Wrong(RecipeException why) implements State {}

    /** Rows are being counted. */
    record Working() implements State {}

    /** All rows were looked at. */
    record Ready(RecipeWork work, BulkReport report) implements State {}
  }

  /** What the cells on the screen are worked out by. */
  private record Shown(RecipeWork work, Set<Column> writes, RecipeWork.Run run, boolean counts) {}

  /** What becomes of a row as it is now. */
  private record Seen(ViewRow row, List<Filled> filled) {

    @SuppressWarnings("ReferenceEquality") // both are replaced whenever the row changes
    boolean isOf(ViewRow now) {
      return row.stored() == now.stored() && row.change() == now.change();
    }
  }

  /**
   * No preview yet.
   *
   * @param cells is handed what tells what cells would become, whenever that changes
   * @param failures told what could not be done, and why
   */
  public ChangePreview(
      Workspace workspace,
      Consumer<BiFunction<ViewRow, Column, Optional<String>>> cells,
      BiConsumer<String, Throwable> failures) {
    this.workspace = workspace;
    this.cells = cells;
    this.failures = failures;
    this.texts = new ReferenceTexts(workspace.database(), workspace.format());
    this.display = new CellDisplay(workspace.format(), Optional.of(workspace.parents()));
    this.edits =
        workspace
            .bulk()
            .looking(
                new Reading() {
                  @Override
                  public <T> void read(String name, Work<T> work, Consumer<T> done) {
                    runner()
                        .start(name, work, WorkListener.of(done, e -> failures.accept(name, e)));
                  }
                });
  }

  /** How far it is. */
  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** The columns that would be filled. */
  public Set<Column> columns() {
    return shown.map(Shown::writes).orElse(Set.of());
  }

  /**
   * Previews a recipe in place of the one before.
   *
   * @param step what the step of undo will be called
   */
  public void show(Recipe recipe, String step, Map<String, String> answers, RowChoice.Rows on) {
    long mine = ++newest;
    edits.endPreview();
    state.set(new State.Working());
    runner()
        .start(
            "Preview",
            monitor ->
                recipe
                    .on(
                        workspace.schema(),
                        answers,
                        StepConditions.of(workspace.schema(), texts::named),
                        texts::named)
                    .called(step),
            WorkListener.of(
                work -> {
                  if (mine == newest) {
                    show(work, on);
                  }
                },
                failure -> {
                  if (mine == newest) {
                    refuse(failure);
                  }
                }));
  }

  private void show(RecipeWork work, RowChoice.Rows on) {
    rows = on;
    boolean counts = work.parts().stream().anyMatch(part -> part.operation() instanceof Numbering);
    shown = Optional.of(new Shown(work, work.writes(), work.started(), counts));
    redraw();
    edits.preview(
        on.selection(),
        work,
        Set.copyOf(takenOut)::contains,
        report -> {
          state.set(new State.Ready(work, report));
          if (counts) {
            redraw();
          }
        });
  }

  private void refuse(Throwable failure) {
    if (failure instanceof RecipeException why) {
      hide();
      state.set(new State.Wrong(why));
    } else {
      stop();
      failures.accept("Preview", failure);
    }
  }

  /** Takes a row out, or in again, and counts anew. */
  public void takeOut(RowKey row, boolean out) {
    boolean differs = out ? takenOut.add(row) : takenOut.remove(row);
    if (differs) {
      countAnew();
    }
  }

  /** Takes out those of many rows that are in, and the others in again, and counts anew once. */
  public void turn(Iterable<RowKey> many) {
    for (RowKey row : many) {
      if (!takenOut.remove(row)) {
        takenOut.add(row);
      }
    }
    countAnew();
  }

  private void countAnew() {
    shown.ifPresent(now -> {
      newest++;
      state.set(new State.Working());
      show(now.work(), rows);
    });
  }

  /** The rows that are taken out. */
  public Set<RowKey> takenOut() {
    return Set.copyOf(takenOut);
  }

  /** Shows nothing until more is entered. */
  public void pause() {
    newest++;
    edits.endPreview();
    hide();
    state.set(new State.Off());
  }

  /** Ends the preview; nothing is changed, and no row is taken out any more. */
  public void stop() {
    takenOut.clear();
    pause();
  }

  private void hide() {
    shown = Optional.empty();
    redraw();
  }

  /**
   * Makes the changes that were previewed, as one step of undo by the name of the recipe, and ends
   * the preview. Does nothing before all rows were looked at.
   *
   * @param done gets what has become pending
   */
  public void apply(Consumer<BulkReport> done) {
    if (state.get() instanceof State.Ready(RecipeWork work, BulkReport report)) {
      edits.apply(rows.selection(), work, Set.copyOf(takenOut)::contains, done);
      stop();
    }
  }

  private WorkRunner runner() {
    if (runner.isEmpty()) {
      runner = Optional.of(workspace.beside("pallet-preview"));
    }
    return runner.get();
  }

  private void redraw() {
    seen.clear();
    cells.accept(shown.isEmpty() ? (row, column) -> Optional.empty() : this::of);
  }

  /** What a cell would become, as the table shows it; empty if it would stay. */
  private Optional<String> of(ViewRow row, Column column) {
    return shown
        .filter(now -> now.writes().contains(column) && isMeant(row) && row.isWritable(column))
        .flatMap(now -> now.counts() ? counted(row, column) : after(now, row, column));
  }

  private boolean isMeant(ViewRow row) {
    return row.state() != RowState.DELETED
        && !takenOut.contains(row.key())
        && rows.has().test(row.key());
  }

  private Optional<String> after(Shown now, ViewRow row, Column column) {
    Seen known = seen.get(row.key());
    if (known == null || !known.isOf(row)) {
      if (spent > AT_ONCE) {
        redrawLater();
        return Optional.empty();
      }
      long began = System.nanoTime();
      known = new Seen(row, now.run().apply(row));
      spend(System.nanoTime() - began);
      seen.put(row.key(), known);
    }
    return known.filled().stream()
        .filter(cell -> cell.column().equals(column))
        .findFirst()
        .map(cell ->
            switch (cell.result()) {
              case CellResult.Value(var value) -> display.of(column, value);
              case CellResult.Rejected(String text, var why) -> text;
              case CellResult.Untouched untouched -> "";
            });
  }

  /** Numbers depend on all rows above, so they are known once these were looked at. */
  private Optional<String> counted(ViewRow row, Column column) {
    return state.get() instanceof State.Ready(RecipeWork work, BulkReport report)
        ? report.first().stream()
            .filter(cell -> cell.row().equals(row.key()) && cell.column().equals(column))
            .map(BulkReport.Cell::after)
            .findFirst()
        : Optional.empty();
  }

  private void spend(long nanoseconds) {
    if (spent == 0) {
      Platform.runLater(() -> spent = 0);
    }
    spent += nanoseconds;
  }

  private void redrawLater() {
    if (!isRedrawing) {
      isRedrawing = true;
      Platform.runLater(() -> {
        isRedrawing = false;
        spent = 0;
        cells.accept(this::of);
      });
    }
  }
}
