package app.pallet.ui.paste;

import app.pallet.schema.CellFormat;
import app.pallet.schema.ColumnReading.Doubt;
import app.pallet.schema.ColumnType;
import app.pallet.schema.DateOrder;
import app.pallet.schema.NumberStyle;
import app.pallet.ui.theme.Icons;
import java.util.List;
import java.util.stream.Stream;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** How a column's numbers or dates are read; a mark where that is in doubt. */
final class ReadingCell extends ColumnCells.LineCell {

  private final ImportViewModel viewModel;
  private final ChoiceMenu menu = new ChoiceMenu("reading");
  private final FontIcon mark = Icons.of(Feather.HELP_CIRCLE);

  ReadingCell(ImportViewModel viewModel) {
    super("column-choice");
    this.viewModel = viewModel;
  }

  @Override
  void show(ColumnLine line) {
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
