package app.pallet.ui.table.grid;

import app.pallet.change.RowProblem;
import app.pallet.ui.table.cells.GridRow;
import app.pallet.ui.table.cells.StateMark;
import app.pallet.workspace.view.RowState;
import app.pallet.workspace.view.ViewRow;
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
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** A row's number and, as a sign before it, what is pending for the row. */
public final class RowHeader extends Label {

  private static final StateMark<RowState> MARK = new StateMark<>(RowState.class);
  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
  private static final PseudoClass PROBLEM = PseudoClass.getPseudoClass("problem");

  private final UnaryOperator<String> labels;
  private final FontIcon sign = new FontIcon(Material2AL.ADD);
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
    boolean problem = content.map(r -> !r.problems().isEmpty()).orElse(false);
    MARK.show(this, state);
    pseudoClassStateChanged(PROBLEM, problem);
    Ikon icon = problem ? Material2MZ.WARNING : icon(state);
    if (icon != null) {
      sign.setIconCode(icon);
    }
    setGraphic(icon == null ? null : sign);
    remark = content.map(r -> remark(r, state)).orElse("");
    setAccessibleText("Row " + (row.index() + 1) + (remark.isEmpty() ? "" : ", " + remark));
    describe();
  }

  /** A tooltip is a window: it is made for the one header under the mouse. */
  private void describe() {
    setTooltip(isHover() && !remark.isEmpty() ? new Tooltip(remark) : null);
  }

  private static @Nullable Ikon icon(RowState state) {
    return switch (state) {
      case UNCHANGED -> null;
      case ADDED -> Material2AL.ADD;
      case EDITED -> Material2AL.EDIT;
      case DELETED -> Material2AL.DELETE;
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
