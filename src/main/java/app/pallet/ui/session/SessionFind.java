package app.pallet.ui.session;

import app.pallet.operation.CellResult;
import app.pallet.operation.NoResultException;
import app.pallet.operation.text.TextSearch;
import app.pallet.schema.Column;
import app.pallet.text.Counted;
import app.pallet.ui.find.FindBar;
import app.pallet.ui.find.FindScope;
import app.pallet.ui.status.StatusViewModel;
import app.pallet.ui.table.cells.CellDisplay;
import app.pallet.ui.table.cells.GridModel;
import app.pallet.ui.table.columns.ColumnLayout;
import app.pallet.work.Work;
import app.pallet.work.WorkListener;
import app.pallet.work.WorkRunner;
import app.pallet.workspace.Workspace;
import app.pallet.workspace.find.CellFinder;
import app.pallet.workspace.find.FindQuestion;
import app.pallet.workspace.find.FoundCells;
import app.pallet.workspace.find.Replacement;
import app.pallet.workspace.turns.Reading;
import app.pallet.workspace.view.CellBlock;
import app.pallet.workspace.view.RowOrder;
import app.pallet.workspace.view.RowSelection;
import app.pallet.workspace.view.RowState;
import app.pallet.workspace.view.ViewRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.util.Duration;

/**
 * Finds texts in the cells of the open catalogue and replaces them: asks anew whenever what is
 * looked for or the rows change, marks what was found, and goes there. FX thread.
 */
public final class SessionFind {

  private static final Duration PAUSE = Duration.millis(120);
  private static final int COLUMNS_NAMED = 3;
  private static final int LONGEST_NAMED = 40;

  private final Workspace workspace;
  private final SessionBulk.Shown shown;
  private final FindBar bar;
  private final SearchHits searched;
  private final BiConsumer<String, Throwable> failures;
  private final CellDisplay display;
  private final CellFinder finder;
  private final PauseTransition asking = new PauseTransition(PAUSE);
  private Optional<WorkRunner> runner = Optional.empty();
  private Optional<Asked> asked = Optional.empty();
  private FoundCells found = FoundCells.none();
  private boolean isAnswered;
  private int steps;
  private String wrong = "";
  private String done = "";

  /** What is being looked for, and what puts something into its place. */
  private record Asked(FindQuestion question, RowOrder order, Optional<Replacement> replacement) {}

  /**
   * Looks for nothing yet.
   *
   * @param status told where the search field has no hits, while the bar is closed
   * @param failures told what could not be done, and why
   */
  public SessionFind(
      Workspace workspace,
      SessionBulk.Shown shown,
      FindBar bar,
      StatusViewModel status,
      BiConsumer<String, Throwable> failures) {
    this.workspace = workspace;
    this.shown = shown;
    this.bar = bar;
    searched = new SearchHits(workspace, shown.table(), status);
    this.failures = failures;
    display = new CellDisplay(workspace.format(), Optional.of(workspace.parents()));
    finder = new CellFinder(workspace.proposals(), workspace.queue(), beside());
    bar.serve(
        new Bar(), this::columns, this::selected, !workspace.database().promises().isEditable());
    asking.setOnFinished(event -> ask());
    shown.table().selectionProperty().addListener(observable -> tell());
    shown.grid().addListener(new Moves());
    workspace
        .changes()
        .addListener(newRows -> {
          done = "";
          if (bar.isVisible()) {
            asking.playFromStart();
          }
        });
  }

  private Reading beside() {
    return new Reading() {
      @Override
      public <T> void read(String name, Work<T> work, Consumer<T> told) {
        if (runner.isEmpty()) {
          runner = Optional.of(workspace.beside("pallet-find"));
        }
        runner.get().start(name, work, WorkListener.of(told, e -> failures.accept(name, e)));
      }
    };
  }

  /** Opens the bar. */
  public void open(boolean replacing) {
    shown.table().finishEditing();
    bar.open(replacing);
  }

  /** Goes to the next hit; while nothing is looked for here, to one of the search field. */
  public void go(int step) {
    if (bar.isVisible()) {
      goTo(step);
    } else if (!workspace.query().search().isBlank()) {
      searched.go(step);
    } else {
      open(false);
    }
  }

  /** Ends everything, because the catalogue is about to be closed. */
  public void end() {
    asking.stop();
    finder.end();
    bar.serve(FindBar.Asking.NOBODY, List::of, List::of, true);
  }

  private List<Column> columns() {
    return shown.table().columnLayout().stream()
        .filter(ColumnLayout::visible)
        .map(layout -> workspace.schema().require(layout.name()))
        .toList();
  }

  private List<CellBlock> selected() {
    return shown.table().selection().rectangles();
  }

  private void ask() {
    asking.stop();
    finder.end();
    wrong = "";
    steps = 0;
    isAnswered = false;
    asked = Optional.empty();
    if (bar.isVisible() && !bar.text().isEmpty()) {
      try {
        asked = Optional.of(asked(TextSearch.of(bar.text(), bar.options())));
        finder.find(asked.get().question(), this::take);
      } catch (IllegalArgumentException e) {
        wrong = String.valueOf(e.getMessage());
        asked = Optional.empty();
      }
    }
    if (asked.isEmpty()) {
      found = FoundCells.none();
    }
    redraw();
  }

  private Asked asked(TextSearch search) {
    RowOrder order = workspace.view().order();
    List<Column> columns = columns();
    FindQuestion question =
        new FindQuestion(
            search,
            bar.with(),
            new RowSelection(order::keyAt, bar.scope().blocks(columns, order.size())),
            columns);
    return new Asked(
        question, order, bar.with().map(with -> new Replacement(search.replacing(with))));
  }

  private void take(FoundCells cells) {
    found = cells;
    isAnswered = true;
    redraw();
    if (steps != 0) {
      int step = steps;
      steps = 0;
      goTo(step);
    }
  }

  private void redraw() {
    shown.grid().setFinding(found.count() == 0 ? Optional.empty() : Optional.of(new Marks()));
    tell();
  }

  /** Says how many hits there are, which one the cursor is on, and what replacing would do. */
  private void tell() {
    if (!bar.isVisible()) {
      return;
    }
    boolean isNone = isAnswered && found.count() == 0;
    int at = atCursor();
    String count =
        at >= 0
            ? "%,d of %,d".formatted(at + 1, found.count())
            : isAnswered ? Counted.of(found.count(), "hit", "hits") : "";
    String message = !wrong.isEmpty() ? wrong : !done.isEmpty() ? done : isAnswered ? said() : "";
    bar.show(count, message, isNone || !wrong.isEmpty(), found.count());
  }

  private String said() {
    List<String> parts = new ArrayList<>();
    if (found.count() == 0) {
      parts.add(nothing());
    } else if (asked.flatMap(Asked::replacement).isPresent()) {
      FoundCells.Outcome outcome = found.outcome();
      parts.add(
          "makes %s, one step of undo"
              .formatted(Counted.of(outcome.changed(), "pending change", "pending changes")));
      add(parts, outcome.problems(), "would not fit");
      add(parts, outcome.same(), "stay the same");
      add(parts, outcome.deleted(), "stay: their rows are to be deleted");
      add(parts, outcome.readOnly(), "can\u2019t be changed");
    }
    add(parts, found.undecided(), "take too long for this expression");
    return String.join(" \u00b7 ", parts);
  }

  private static void add(List<String> parts, long count, String what) {
    if (count > 0) {
      parts.add("%,d %s".formatted(count, what));
    }
  }

  private String nothing() {
    String others =
        found.elsewhere().entrySet().stream()
            .limit(COLUMNS_NAMED)
            .map(each -> "%s has %,d".formatted(each.getKey().label(), each.getValue()))
            .collect(Collectors.joining(", "));
    return others.isEmpty()
        ? "Not found in any column that is shown"
        : "Nothing here, but "
            + others
            + (found.elsewhere().size() > COLUMNS_NAMED ? ", and more" : "");
  }

  private int atCursor() {
    List<CellBlock> cells = selected();
    return cells.isEmpty() || found.count() == 0
        ? -1
        : found.numberOf(cells.getLast().firstRow(), cells.getLast().columns().getFirst());
  }

  private void goTo(int step) {
    askNow();
    if (asked.filter(now -> !now.question().shown().equals(columns())).isPresent()) {
      ask(); // columns have been hidden, or moved
    }
    if (asked.isPresent() && !isAnswered) {
      steps = step; // whoever types and presses Enter at once goes there when it is found
      return;
    }
    if (found.count() == 0) {
      return;
    }
    List<CellBlock> cells = selected();
    int next =
        cells.isEmpty()
            ? step > 0 ? 0 : found.count() - 1
            : found.next(cells.getLast().firstRow(), cells.getLast().columns().getFirst(), step);
    FoundCells.Cell cell = found.cell(next);
    shown.table().select(cell.row(), cell.row(), List.of(cell.column()));
  }

  private void replaceOne() {
    askNow();
    int at = atCursor();
    if (at >= 0 && asked.isPresent()) {
      FoundCells.Cell cell = found.cell(at);
      Asked now = asked.get();
      replace(now.question().in(RowSelection.ofCell(now.order().keyAt(cell.row()), cell.column())));
    }
    goTo(1);
  }

  private void replaceAll() {
    askNow();
    asked.ifPresent(now -> replace(now.question()));
  }

  /** What was typed a moment ago counts. */
  private void askNow() {
    if (asking.getStatus() == Animation.Status.RUNNING) {
      ask();
    }
  }

  private static String brief(String text) {
    return text.length() <= LONGEST_NAMED ? text : text.substring(0, LONGEST_NAMED) + "\u2026";
  }

  /** Whoever presses the button without having been in the field puts nothing in its place. */
  private void replace(FindQuestion question) {
    FindQuestion meant =
        new FindQuestion(
            question.search(),
            Optional.of(question.with().orElse("")),
            question.cells(),
            question.shown());
    shown.table().finishEditing();
    finder.replace(
        "Replace \"%s\"".formatted(brief(bar.text())),
        meant,
        cells -> {
          FoundCells.Outcome outcome = cells.outcome();
          List<String> parts = new ArrayList<>();
          parts.add("Replaced in " + Counted.of(outcome.changed(), "cell", "cells"));
          add(parts, outcome.problems(), "don\u2019t fit: see Problems");
          add(parts, outcome.deleted() + outcome.readOnly() + outcome.same(), "stay");
          done = String.join(" \u00b7 ", parts);
          ask();
        });
  }

  /** What the user does in the bar. */
  private final class Bar implements FindBar.Asking {

    @Override
    public void changed() {
      done = "";
      if (bar.isVisible()) {
        asking.playFromStart();
      }
    }

    @Override
    public void go(int step) {
      goTo(step);
    }

    @Override
    public void replaceOne() {
      SessionFind.this.replaceOne();
    }

    @Override
    public void replaceAll() {
      SessionFind.this.replaceAll();
    }

    @Override
    public void closed() {
      ask();
      shown.table().focusCells();
    }
  }

  /** Rows that move are looked at again; selected cells would be other ones then. */
  private final class Moves implements GridModel.Listener {

    @Override
    public void keysChanged() {
      if (!bar.isVisible() || asked.isEmpty() || isInPlace()) {
        return;
      }
      found = FoundCells.none();
      isAnswered = false;
      if (bar.scope() instanceof FindScope.Selected) {
        bar.resetScope();
        done = "The rows have moved: looks in all texts again";
      }
      redraw();
      asking.playFromStart();
    }

    private boolean isInPlace() {
      RowOrder now = workspace.view().order();
      RowOrder then = asked.orElseThrow().order();
      return now.size() == then.size() && now.sameStart(then) == now.size();
    }

    @Override
    public void rowsChanged(int from, int to) {}
  }

  /** Tells the cells on the screen what was found in them. */
  private final class Marks implements WorkspaceGrid.Finding {

    @Override
    public int[] marks(int index, ViewRow row, Column column, String text) {
      if (asked.isEmpty() || text.isEmpty() || found.numberOf(index, column) < 0) {
        return GridModel.NO_MARKS;
      }
      IntStream.Builder spans = IntStream.builder();
      try {
        asked.get().question().search().spans(text, (start, end) -> spans.add(start).add(end));
      } catch (NoResultException e) {
        return new int[] {0, text.length()};
      }
      int[] marks = spans.build().toArray();
      // a number or a date may be shown otherwise than it is looked for
      return marks.length == 0 && isStill(row, column) ? new int[] {0, text.length()} : marks;
    }

    @Override
    public Optional<String> replaced(int index, ViewRow row, Column column) {
      if (!bar.replacingProperty().get()
          || asked.flatMap(Asked::replacement).isEmpty()
          || found.numberOf(index, column) < 0
          || row.state() == RowState.DELETED
          || !row.isWritable(column)
          || !isStill(row, column)) {
        return Optional.empty();
      }
      return switch (asked.get().replacement().orElseThrow().of(row, column, row.text(column))) {
        case CellResult.Value(var value) -> Optional.of(display.of(column, value));
        case CellResult.Rejected(String text, var why) -> Optional.of(text);
        case CellResult.Untouched untouched -> Optional.empty();
      };
    }

    /** Whether the cell has it even now, for it may have been edited since. */
    private boolean isStill(ViewRow row, Column column) {
      try {
        String text = row.text(column);
        return !text.isEmpty() && asked.orElseThrow().question().search().isIn(text);
      } catch (NoResultException e) {
        return false;
      }
    }
  }
}
