package app.pallet.ui;

import app.pallet.database.CatalogueDatabase;
import app.pallet.database.DatabaseTables;
import app.pallet.database.file.ConnectionSettings;
import app.pallet.engine.discovery.DiscoveredTable;
import app.pallet.engine.discovery.TableAccount;
import app.pallet.ui.dialog.ModalWindows;
import app.pallet.ui.session.FailureReport;
import app.pallet.ui.tables.TablePlace;
import app.pallet.ui.tables.TablesPane;
import app.pallet.ui.tables.TablesViewModel;
import app.pallet.work.ThreadRunner;
import app.pallet.work.WorkMonitor;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.application.Platform;

/**
 * Lets the user choose a table of a database that is no catalogue. The tables are read in the
 * background, and reading them ends with the window. FX thread.
 */
final class TableChoice {

  private static final double WIDTH = 820;
  private static final double HEIGHT = 560;

  private final ModalWindows windows;
  private final FailureReport failures;

  TableChoice(ModalWindows windows, FailureReport failures) {
    this.windows = windows;
    this.failures = failures;
  }

  /**
   * Offers the tables of a file that is not open.
   *
   * @param last the one that was open last
   * @param chosen gets the table, if the user chooses one
   */
  void of(Path file, Optional<String> last, Consumer<TablePlace> chosen) {
    show(
        file,
        last,
        (monitor, listing) ->
            DatabaseTables.list(file, ConnectionSettings.DEFAULT, monitor, listing),
        chosen);
  }

  /**
   * Offers the tables of a file of which one is open.
   *
   * @param chosen gets the table, if the user chooses another one
   */
  void beside(CatalogueDatabase open, Consumer<TablePlace> chosen) {
    String present = open.schema().table();
    show(
        open.file(),
        Optional.of(present),
        (monitor, listing) -> DatabaseTables.list(open, monitor, listing),
        place -> {
          if (!place.table().equals(Optional.of(present))) {
            chosen.accept(place);
          }
        });
  }

  private void show(
      Path file,
      Optional<String> last,
      BiConsumer<WorkMonitor, DatabaseTables.Listing> reading,
      Consumer<TablePlace> chosen) {
    String name = "Read the tables of " + file.getFileName();
    ThreadRunner reader = new ThreadRunner("pallet-reader", Platform::runLater);
    windows.show(
        new ModalWindows.Content(
            file.getFileName() + " \u2013 choose a table",
            WIDTH,
            HEIGHT,
            close -> {
              TablesViewModel viewModel =
                  new TablesViewModel(
                      (listed, counted, ended) ->
                          reader.start(
                              name,
                              monitor -> {
                                reading.accept(monitor, new OnFxThread(listed, counted));
                                return true;
                              },
                              ended),
                      last,
                      failure -> {
                        close.run();
                        failures.tell(name, failure);
                      });
              viewModel.start();
              return new TablesPane(
                  viewModel,
                  table -> chosen.accept(new TablePlace(file, Optional.of(table))),
                  close);
            }),
        reader::stop);
  }

  /** Hands over what is known of the tables as it comes. */
  private record OnFxThread(Consumer<List<TableAccount>> all, Consumer<TableAccount> one)
      implements DatabaseTables.Listing {

    @Override
    public void listed(List<DiscoveredTable> tables) {
      List<TableAccount> accounts = tables.stream().map(TableAccount::of).toList();
      Platform.runLater(() -> all.accept(accounts));
    }

    @Override
    public void counted(DiscoveredTable table) {
      TableAccount account = TableAccount.of(table);
      Platform.runLater(() -> one.accept(account));
    }
  }
}
