package app.pallet.ui.tables;

import app.pallet.engine.discovery.TableAccount;
import app.pallet.ui.status.Heartbeat;
import app.pallet.ui.status.ProgressViewModel;
import app.pallet.work.RunningWork;
import app.pallet.work.WorkListener;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import org.jspecify.annotations.Nullable;

/** The tables of a database, of which the user chooses one. FX thread. */
public final class TablesViewModel {

  private final Function<WorkListener<List<TableAccount>>, RunningWork> reading;
  private final Optional<String> last;
  private final Consumer<Throwable> failed;
  private final ProgressViewModel progress = new ProgressViewModel();
  private final Heartbeat heartbeat = new Heartbeat(this::tick);
  private final ObservableList<TableAccount> all = FXCollections.observableArrayList();
  private final FilteredList<TableAccount> found = new FilteredList<>(all);
  private final StringProperty search = new SimpleStringProperty(this, "search", "");
  private final ObjectProperty<@Nullable TableAccount> chosen =
      new SimpleObjectProperty<>(this, "chosen");
  private Optional<RunningWork> work = Optional.empty();

  /**
   * Tables that are not known yet.
   *
   * @param reading starts to read them in the background, those that look like products first
   * @param last the table that was open last; it is chosen at first
   * @param failed told why they can't be read
   */
  public TablesViewModel(
      Function<WorkListener<List<TableAccount>>, RunningWork> reading,
      Optional<String> last,
      Consumer<Throwable> failed) {
    this.reading = reading;
    this.last = last;
    this.failed = failed;
    search.addListener((observed, before, now) -> search(now.strip().toLowerCase(Locale.ROOT)));
  }

  /** Begins to read. */
  public void start() {
    RunningWork started = reading.apply(new Reading());
    work = Optional.of(started);
    progress.follow(started);
    heartbeat.wake();
  }

  /** How far the reading is. */
  ProgressViewModel progress() {
    return progress;
  }

  /** Those of the tables that the search leaves. */
  ObservableList<TableAccount> found() {
    return found;
  }

  /** What the name of a table, of one of its columns or its kind must hold. */
  StringProperty searchProperty() {
    return search;
  }

  /** The table that would be opened; null if there is none. */
  ObjectProperty<@Nullable TableAccount> chosenProperty() {
    return chosen;
  }

  private boolean tick() {
    progress.sample();
    return progress.runningProperty().get();
  }

  private void end() {
    work.ifPresent(progress::finish);
    work = Optional.empty();
  }

  private final class Reading implements WorkListener<List<TableAccount>> {

    @Override
    public void succeeded(List<TableAccount> tables) {
      end();
      all.setAll(tables);
      chosen.set(
          found.stream()
              .filter(table -> last.filter(table.table()::equals).isPresent())
              .findFirst()
              .or(() -> found.stream().findFirst())
              .orElse(null));
    }

    @Override
    public void failed(Throwable failure) {
      end();
      failed.accept(failure);
    }

    @Override
    public void cancelled() {
      end();
    }
  }

  private void search(String wanted) {
    TableAccount before = chosen.get();
    found.setPredicate(table -> isFound(table, wanted));
    chosen.set(null); // the list has moved its mark by itself meanwhile
    chosen.set(found.contains(before) ? before : found.stream().findFirst().orElse(null));
  }

  private static boolean isFound(TableAccount table, String wanted) {
    return contains(table.table(), wanted)
        || contains(table.kind(), wanted)
        || table.columns().stream().anyMatch(column -> contains(column.name(), wanted));
  }

  private static boolean contains(String name, String wanted) {
    return name.toLowerCase(Locale.ROOT).contains(wanted);
  }
}
