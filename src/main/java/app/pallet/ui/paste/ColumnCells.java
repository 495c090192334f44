package app.pallet.ui.paste;

import app.pallet.ui.theme.Icons;
import app.pallet.ui.theme.Labels;
import java.util.Arrays;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Makes the columns of the list of columns; each shows a whole {@link ColumnLine}. */
final class ColumnCells {

  private ColumnCells() {}

  /** A column whose cells are made by a factory. */
  static TableColumn<ColumnLine, ColumnLine> column(
      String title, double width, Function<TableColumn<ColumnLine, ColumnLine>, LineCell> cells) {
    TableColumn<ColumnLine, ColumnLine> column = new TableColumn<>(title);
    column.setCellValueFactory(line -> new ReadOnlyObjectWrapper<>(line.getValue()));
    column.setCellFactory(cells::apply);
    column.setPrefWidth(width);
    column.setSortable(false);
    column.setReorderable(false);
    return column;
  }

  /** A column of texts, with the whole text as its tooltip. */
  static TableColumn<ColumnLine, ColumnLine> texts(
      String title, double width, String styleClass, Function<ColumnLine, String> text) {
    return column(title, width, ignored -> new TextCell(styleClass, text));
  }

  /** A narrow column of arrows from the source to its target. */
  static TableColumn<ColumnLine, ColumnLine> arrows(double width) {
    TableColumn<ColumnLine, ColumnLine> column = column("", width, ignored -> new ArrowCell());
    column.setMinWidth(width);
    column.setMaxWidth(width);
    return column;
  }

  /** A column that shows the status of each line as an icon and a word. */
  static TableColumn<ColumnLine, ColumnLine> statuses(String title, double width) {
    return column(title, width, ignored -> new StatusCell());
  }

  /** A cell that shows a part of a line or lets the user choose it. */
  abstract static class LineCell extends TableCell<ColumnLine, ColumnLine> {

    LineCell(String... styleClasses) {
      getStyleClass().addAll(styleClasses);
    }

    /** Shows a line. */
    abstract void show(ColumnLine line);

    @Override
    protected final void updateItem(@Nullable ColumnLine line, boolean empty) {
      super.updateItem(line, empty);
      if (empty || line == null) {
        setText(null);
        setGraphic(null);
        setTooltip(null);
      } else {
        show(line);
      }
    }

    /** Runs an action with the line that the cell shows now. */
    final <T> void act(BiConsumer<ColumnLine, T> action, T argument) {
      ColumnLine line = getItem();
      if (line != null) {
        action.accept(line, argument);
      }
    }
  }

  private static final class TextCell extends LineCell {
    private final Function<ColumnLine, String> text;
    private final Tooltip whole = Labels.wrappedTooltip(480);

    TextCell(String styleClass, Function<ColumnLine, String> text) {
      super(styleClass);
      this.text = text;
    }

    @Override
    void show(ColumnLine line) {
      String shown = text.apply(line);
      setText(shown.replaceAll("\\s+", " "));
      whole.setText(shown);
      setTooltip(shown.isEmpty() ? null : whole);
    }
  }

  private static final class ArrowCell extends LineCell {
    private final FontIcon arrow = Icons.of(Feather.ARROW_RIGHT, "column-arrow");

    @Override
    void show(ColumnLine line) {
      arrow.setOpacity(line.status() == ColumnLine.Status.LEFT_OUT ? 0.35 : 1);
      setGraphic(arrow);
    }
  }

  private static final class StatusCell extends LineCell {
    private final FontIcon icon = Icons.of(Feather.CHECK);
    private final Label label = new Label("", icon);

    StatusCell() {
      super("column-status");
    }

    @Override
    void show(ColumnLine line) {
      ColumnLine.Status status = line.status();
      icon.setIconCode(status.icon());
      label.setText(status.label());
      Arrays.stream(ColumnLine.Status.values())
          .forEach(other -> label.getStyleClass().remove(other.styleClass()));
      label.getStyleClass().add(status.styleClass());
      setGraphic(label);
    }
  }
}
