package app.pallet.ui.export;

import app.pallet.change.RowValues;
import app.pallet.rows.keys.KeySnapshot;
import app.pallet.rows.query.RowQuery;
import app.pallet.schema.Column;
import app.pallet.schema.ColumnRole;
import app.pallet.schema.ColumnType;
import app.pallet.schema.NumberStyle;
import app.pallet.schema.ProductSchema;
import app.pallet.schema.TableSchema;
import app.pallet.workspace.export.ExportRows;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Something to export, without a catalogue behind it. */
final class ExportSample {

  static final TableSchema SCHEMA = ProductSchema.create();

  private static final ExportRows FOUND = new ExportRows.Matching(RowQuery.ALL.searching("mug"));

  private ExportSample() {}

  /** A catalogue in which mugs were searched for and three rows selected. */
  static ExportViewModel viewModel() {
    ExportContext context =
        new ExportContext(
            SCHEMA,
            Map.of(
                RowScope.ALL,
                new ExportContext.Scope(ExportRows.ALL, 48_210),
                RowScope.SHOWN,
                new ExportContext.Scope(FOUND, 1_204),
                RowScope.SELECTED,
                new ExportContext.Scope(new ExportRows.Picked(KeySnapshot.of(1, 2, 3)), 3)),
            RowQuery.ALL.searching("mug"),
            3);
    ExportViewModel viewModel = new ExportViewModel(context, NumberStyle.POINT);
    viewModel.showSample(
        FOUND,
        List.of(
            row("MUG-1", "Mug, blue", "12.90", "Hand-made stoneware, 350 ml, dishwasher proof"),
            row("MUG-2", "Mug, \"Große\"", "9.50", "=1+1"),
            row("MUG-3", "Kubek „Łódź“", "1204.00", "Two\nlines"),
            row("MUG-4", "Mug with a name that goes on and on", "0.99", "")));
    return viewModel;
  }

  /** A catalogue that has nothing a shop knows. */
  static ExportViewModel ofOtherColumns() {
    Column id = Column.builder("id", ColumnType.WHOLE_NUMBER).role(ColumnRole.ID).build();
    Column colour = Column.builder("colour", ColumnType.TEXT).build();
    TableSchema schema = new TableSchema("t", List.of(id, colour), "colour");
    return new ExportViewModel(
        new ExportContext(
            schema,
            Map.of(RowScope.ALL, new ExportContext.Scope(ExportRows.ALL, 7)),
            RowQuery.ALL,
            0),
        NumberStyle.POINT);
  }

  private static RowValues row(String sku, String name, String price, String description) {
    return RowValues.of(SCHEMA.require("sku"), sku)
        .with(SCHEMA.require("name"), name)
        .with(SCHEMA.require("price"), new BigDecimal(price).setScale(4))
        .with(SCHEMA.require("description"), description)
        .with(SCHEMA.require("quantity"), 40L)
        .with(SCHEMA.require("active"), true);
  }
}
