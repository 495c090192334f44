package app.pallet.ui.session;

import app.pallet.schema.Column;
import app.pallet.ui.filter.OpenView;
import app.pallet.ui.filter.SavedView;
import app.pallet.ui.table.ProductTable;
import app.pallet.ui.window.EditorViewModel;
import java.util.List;

/** Keeps and brings back how the table of the open catalogue is arranged. FX thread. */
final class SessionViews implements OpenView {

  private final ProductTable table;
  private final EditorViewModel viewModel;

  SessionViews(ProductTable table, EditorViewModel viewModel) {
    this.table = table;
    this.viewModel = viewModel;
  }

  @Override
  public SavedView take(String name) {
    return SavedView.of(
            name, viewModel.searchProperty().get(), viewModel.filter().stateProperty().get())
        .sortedBy(table.sortProperty().get())
        .withColumns(table.columnLayout());
  }

  @Override
  public void apply(SavedView view, List<Column> columns) {
    if (!view.columns().isEmpty()) {
      table.setColumnLayout(view.columns());
    }
    table.sort(view.order(columns));
    viewModel.searchProperty().set(view.search());
    viewModel.filter().stateProperty().set(view.state(columns));
  }
}
