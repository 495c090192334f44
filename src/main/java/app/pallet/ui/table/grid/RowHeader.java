package app.pallet.ui.table.grid;

import app.pallet.change.RowProblem;
import app.pallet.ui.table.cells.GridRow;
import app.pallet.ui.table.cells.StateMark;
import app.pallet.workspace.view.RowState;
import app.pallet.workspace.view.ViewRow;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A row's number and, as a sign at its left, what is pending for the row. */
public final class RowHeader extends Label {

  private static final StateMark<RowState> MARK = new StateMark<>(RowState.class);
  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
  private static final PseudoClass PROBLEM = PseudoClass.getPseudoClass("problem");
  private static final PseudoClass CONFLICT = PseudoClass.getPseudoClass("conflict");

  private final UnaryOperator<String> labels;
  private final FontIcon sign = new FontIcon(Feather.PLUS);
  private String remark = "";
  private int index;

  /**
   * A header without a row.
   *
   * @param labels gives the label of the column of a name
   */
  RowHeader(UnaryOperator<String> labels) {
    this.labels = labels;
    getStyleClass().add("row-header");
    sign.getStyleClass().add("row-sign");
    hoverProperty().addListener(observable -> describe());
  }

  /** The row it stands for. */
  public int index() {
    return index;
  }

  /** Shows whether the row has a selected cell. */
  void showSelected(boolean selected) {
    pseudoClassStateChanged(SELECTED, selected);
  }

  void show(GridRow row) {
    index = row.index();
    setText(String.format(Locale.ENGLISH, "%,d", row.index() + 1));
    Optional<ViewRow> content = row.content();
    RowState state = content.map(ViewRow::state).orElse(RowState.UNCHANGED);
    List<RowProblem> problems = content.map(ViewRow::problems).orElse(List.of());
    boolean conflict = !problems.isEmpty() && problems.stream().allMatch(RowProblem::isConflict);
    boolean problem = !problems.isEmpty() && !conflict;
    MARK.show(this, state);
    pseudoClassStateChanged(PROBLEM, problem);
    pseudoClassStateChanged(CONFLICT, conflict);
    Ikon icon = problem ? Feather.ALERT_TRIANGLE : conflict ? Feather.GIT_MERGE : icon(state);
    if (icon != null) {
      sign.setIconCode(icon);
    }
    setGraphic(icon == null ? null : sign);
    remark = content.map(r -> remark(r, state)).orElse("");
    setAccessibleText("Row " + (row.index() + 1) + (remark.isEmpty() ? "" : ", " + remark));
    describe();
  }

  /** The sign stands at the edge, however short the number is: a column of signs is scanned. */
  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    sign.setLayoutX(snappedLeftInset());
  }

  /** A tooltip is a window: it is made for the one header under the mouse. */
  private void describe() {
    setTooltip(isHover() && !remark.isEmpty() ? new Tooltip(remark) : null);
  }

  private static @Nullable Ikon icon(RowState state) {
    return switch (state) {
      case UNCHANGED -> null;
      case ADDED -> Feather.PLUS;
      case EDITED -> Feather.EDIT_2;
      case DELETED -> Feather.MINUS;
    };
  }

  private String remark(ViewRow row, RowState state) {
    String pending =
        switch (state) {
          case UNCHANGED -> "";
          case ADDED -> "To be added";
          case EDITED -> "Edited";
          case DELETED -> "To be deleted";
        };
    return Stream.concat(Stream.of(pending), row.problems().stream().map(this::sentence))
        .filter(line -> !line.isEmpty())
        .collect(Collectors.joining("\n"));
  }

  private String sentence(RowProblem problem) {
    return problem.column().isEmpty()
        ? problem.sentence()
        : labels.apply(problem.column()) + ": " + problem.sentence();
  }
}
