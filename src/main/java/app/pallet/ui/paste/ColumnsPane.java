package app.pallet.ui.paste;

import app.pallet.schema.CellFormat;
import app.pallet.schema.Column;
import app.pallet.schema.ColumnReading.Doubt;
import app.pallet.schema.ColumnType;
import app.pallet.schema.DateOrder;
import app.pallet.schema.NumberStyle;
import app.pallet.ui.text.Wording;
import app.pallet.ui.theme.EmptyState;
import app.pallet.ui.theme.Icons;
import app.pallet.ui.theme.ItemColumn;
import app.pallet.ui.theme.Labels;
import app.pallet.ui.theme.PaneHeader;
import app.pallet.workspace.imports.ColumnChoice.Target;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The columns of the source, one in each line: heading, samples and target. */
final class ColumnsPane extends VBox {

  private static final double ROW_HEIGHT = 32;
  private static final double ARROW_WIDTH = 36;

  private final ImportViewModel viewModel;
  private final Button addAll = new Button("Add left-out columns");
  private final PaneHeader header = new PaneHeader("Columns", addAll);

  ColumnsPane(ImportViewModel viewModel) {
    this.viewModel = viewModel;
    TableView<ColumnLine> table = new TableView<>(viewModel.columns());
    table.setId("import-columns");
    table.setAccessibleText("Columns of the source");
    table.setFixedCellSize(ROW_HEIGHT);
    table.setPlaceholder(
        new EmptyState(Feather.COLUMNS, "No columns yet", "They come when the source is read."));
    table.getStyleClass().add("columns-table");
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    ItemColumn<ColumnLine> arrows = new ItemColumn<>("", ARROW_WIDTH, ArrowCell::new);
    arrows.setMinWidth(ARROW_WIDTH);
    arrows.setMaxWidth(ARROW_WIDTH);
    table
        .getColumns()
        .addAll(
            List.of(
                texts("In the source", 160, "column-heading", line -> line.source().heading()),
                texts(
                    "Samples",
                    180,
                    "column-samples",
                    line -> String.join(" · ", line.source().samples())),
                arrows,
                new ItemColumn<>("In the table", 200, () -> new TargetCell(viewModel)),
                new ItemColumn<>("Type", 120, () -> new TypeCell(viewModel)),
                new ItemColumn<>("Read as", 172, () -> new ReadingCell(viewModel)),
                new ItemColumn<>("Status", 112, StatusCell::new)));
    VBox.setVgrow(table, Priority.ALWAYS);
    addAll.setId("add-all-left-out");
    addAll.getStyleClass().add("small");
    addAll.setOnAction(event -> viewModel.addAllLeftOut());
    getStyleClass().add("columns-pane");
    getChildren().addAll(header, MessageBar.ofDoubt(viewModel), table);
    InvalidationListener refresh = observed -> refresh();
    viewModel.columns().addListener(refresh);
    refresh();
  }

  private static ItemColumn<ColumnLine> texts(
      String title, double width, String styleClass, Function<ColumnLine, String> text) {
    return ItemColumn.ofTexts(title, width, text, text, styleClass);
  }

  private void refresh() {
    Map<ColumnLine.Status, Long> counts =
        viewModel.columns().stream()
            .collect(Collectors.groupingBy(ColumnLine::status, Collectors.counting()));
    long filled =
        counts.getOrDefault(ColumnLine.Status.MAPPED, 0L)
            + counts.getOrDefault(ColumnLine.Status.KEY, 0L);
    List<String> parts = new ArrayList<>();
    parts.add(Wording.grouped(filled) + " mapped");
    add(parts, counts, ColumnLine.Status.ADDED, "new");
    add(parts, counts, ColumnLine.Status.IN_DOUBT, "in doubt");
    add(parts, counts, ColumnLine.Status.LEFT_OUT, "left out");
    header.remarkProperty().set(viewModel.columns().isEmpty() ? "" : String.join(" · ", parts));
    addAll.setVisible(counts.containsKey(ColumnLine.Status.LEFT_OUT));
  }

  private static void add(
      List<String> parts,
      Map<ColumnLine.Status, Long> counts,
      ColumnLine.Status status,
      String word) {
    long count = counts.getOrDefault(status, 0L);
    if (count > 0) {
      parts.add(Wording.grouped(count) + " " + word);
    }
  }

  /** The target in a button that opens the list of targets. */
  private static final class TargetCell extends ItemColumn.Cell<ColumnLine> {
    private final ImportViewModel viewModel;
    private final ChoiceButton button = new ChoiceButton("target");

    TargetCell(ImportViewModel viewModel) {
      super("column-choice");
      this.viewModel = viewModel;
      button.setOnAction(event -> open());
    }

    @Override
    protected void show(ColumnLine line) {
      button.show(line.targetLabel(), line.source().place());
      button.setAccessibleText(line.source().heading() + " becomes " + line.targetLabel());
      setGraphic(button);
    }

    private void open() {
      ColumnLine line = getItem();
      if (line != null) {
        new TargetPopup(
                viewModel.targets(line),
                line.choice().target(),
                option -> viewModel.chooseTarget(line, option.target()))
            .open(button);
      }
    }
  }

  /** The type, which can be chosen for a new column. */
  private static final class TypeCell extends ItemColumn.Cell<ColumnLine> {
    private final ChoiceMenu menu = new ChoiceMenu("type");
    private final Label label = Labels.of("", "fixed-choice");
    private final ImportViewModel viewModel;

    TypeCell(ImportViewModel viewModel) {
      super("column-choice");
      this.viewModel = viewModel;
    }

    @Override
    protected void show(ColumnLine line) {
      String type = line.column().map(column -> column.type().label()).orElse("");
      boolean open = line.choice().target() instanceof Target.Added;
      label.setText(type);
      setGraphic(open ? menu : label);
      if (line.choice().target() instanceof Target.Added(Column column)) {
        menu.show(type, line.source().place());
        menu.setItems(
            NewColumnTypes.ALL,
            chosen -> chosen.label(),
            chosen ->
                viewModel.chooseTarget(
                    line, new Target.Added(NewColumnTypes.retyped(column, chosen))));
      }
    }
  }

  /** A button in a list that shows what is chosen and opens what can be chosen. */
  private static final class ChoiceButton extends Button {

    private final String name;
    private final Tooltip whole = new Tooltip();

    /**
     * A button without a choice.
     *
     * @param name what its ids begin with; the place in the list follows
     */
    ChoiceButton(String name) {
      this.name = name;
      setGraphic(Icons.of(Feather.CHEVRON_DOWN, "choice-arrow"));
      setContentDisplay(ContentDisplay.RIGHT);
      setAlignment(Pos.CENTER_LEFT);
      setMaxWidth(Double.MAX_VALUE);
      setTooltip(whole);
      getStyleClass().add("choice-button");
    }

    /** Shows what is chosen. */
    void show(String text, int place) {
      setId(name + "-" + place);
      setText(text);
      whole.setText(text);
    }
  }

  /** The types a new column can have. */
  private static final class NewColumnTypes {

    /** All but a choice, whose list nobody has given. */
    static final List<ColumnType> ALL =
        List.of(
            ColumnType.TEXT,
            ColumnType.WHOLE_NUMBER,
            ColumnType.DECIMAL,
            ColumnType.MONEY,
            ColumnType.YES_NO,
            ColumnType.DATE,
            ColumnType.TIMESTAMP);

    private NewColumnTypes() {}

    /** The column with another type and no rules. */
    static Column retyped(Column column, ColumnType type) {
      return Column.builder(column.name(), type).label(column.label()).build();
    }
  }

  /** How a column's numbers or dates are read; a mark where that is in doubt. */
  private static final class ReadingCell extends ItemColumn.Cell<ColumnLine> {

    private final ImportViewModel viewModel;
    private final ChoiceMenu menu = new ChoiceMenu("reading");
    private final FontIcon mark = Icons.of(Feather.HELP_CIRCLE);

    ReadingCell(ImportViewModel viewModel) {
      super("column-choice");
      this.viewModel = viewModel;
    }

    @Override
    protected void show(ColumnLine line) {
      ColumnType type = line.column().map(column -> column.type()).orElse(ColumnType.TEXT);
      CellFormat format = line.format().orElse(CellFormat.PLAIN);
      String reading = line.format().isEmpty() ? "" : SourceWording.reading(type, format);
      if (reading.isEmpty()) {
        setGraphic(null);
        return;
      }
      boolean doubt = line.doubt() != Doubt.NONE;
      menu.getStyleClass().remove("in-doubt");
      if (doubt) {
        menu.getStyleClass().add("in-doubt");
      }
      menu.setGraphic(doubt ? mark : null);
      menu.show(reading, line.source().place());
      menu.setItems(
          formats(type, format),
          choice -> SourceWording.reading(type, choice),
          choice -> viewModel.chooseFormat(line, choice));
      setGraphic(menu);
    }

    private static List<CellFormat> formats(ColumnType type, CellFormat format) {
      return type.isNumeric()
          ? Stream.of(NumberStyle.values()).map(format::withNumbers).toList()
          : Stream.of(DateOrder.DAY_FIRST, DateOrder.MONTH_FIRST)
              .map(order -> new CellFormat(format.numbers(), order))
              .toList();
    }
  }

  /** A button in a list with a short menu of what can be chosen. */
  private static final class ChoiceMenu extends MenuButton {

    private final String name;

    /**
     * A menu without items.
     *
     * @param name what its ids begin with; the place in the list follows
     */
    ChoiceMenu(String name) {
      this.name = name;
      setMaxWidth(Double.MAX_VALUE);
      getStyleClass().add("choice-menu");
    }

    /** Shows what is chosen. */
    void show(String text, int place) {
      setId(name + "-" + place);
      setText(text);
      setAccessibleText(text);
    }

    /** Sets what can be chosen. */
    <T> void setItems(List<T> choices, Function<T, String> wording, Consumer<T> chosen) {
      getItems()
          .setAll(
              choices.stream()
                  .map(choice -> {
                    MenuItem item = new MenuItem(wording.apply(choice));
                    item.setOnAction(event -> chosen.accept(choice));
                    return item;
                  })
                  .toList());
    }
  }

  private static final class ArrowCell extends ItemColumn.Cell<ColumnLine> {
    private final FontIcon arrow = Icons.of(Feather.ARROW_RIGHT, "column-arrow");

    @Override
    protected void show(ColumnLine line) {
      arrow.setOpacity(line.status() == ColumnLine.Status.LEFT_OUT ? 0.35 : 1);
      setGraphic(arrow);
    }
  }

  private static final class StatusCell extends ItemColumn.Cell<ColumnLine> {
    private final FontIcon icon = Icons.of(Feather.CHECK);
    private final Label label = new Label("", icon);

    StatusCell() {
      super("column-status");
    }

    @Override
    protected void show(ColumnLine line) {
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
