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
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import org.jspecify.annotations.Nullable;

/** The tables of a database, of which the user chooses one. FX thread. */
public final class TablesViewModel {

  private final Source source;
  private final Optional<String> last;
  private final Consumer<Throwable> failed;
  private final ProgressViewModel progress = new ProgressViewModel();
  private final Heartbeat heartbeat = new Heartbeat(this::tick);
  private final ObservableList<TableAccount> all = FXCollections.observableArrayList();
  private final FilteredList<TableAccount> found = new FilteredList<>(all);
  private final StringProperty search = new SimpleStringProperty(this, "search", "");
  private final ObjectProperty<@Nullable TableAccount> chosen =
      new SimpleObjectProperty<>(this, "chosen");
  private final BooleanProperty listing = new SimpleBooleanProperty(this, "listing");
  private Optional<RunningWork> work = Optional.empty();

  /** Where tables come from. */
  public interface Source {

    /**
     * Starts to read them in the background.
     *
     * @param listed gets all of them, those that look like products first, on the FX thread
     * @param counted gets one of them again when its rows were counted, on the FX thread
     */
    RunningWork start(
        Consumer<List<TableAccount>> listed,
        Consumer<TableAccount> counted,
        WorkListener<Boolean> ended);
  }

  /**
   * Tables that are not known yet.
   *
   * @param source gives them
   * @param last the table that was open last; it is chosen at first
   * @param failed told why they can't be read
   */
  public TablesViewModel(Source source, Optional<String> last, Consumer<Throwable> failed) {
    this.source = source;
    this.last = last;
    this.failed = failed;
    search.addListener((observed, before, now) -> search(now.strip().toLowerCase(Locale.ROOT)));
  }

  /** Begins to read. */
  public void start() {
    listing.set(true);
    RunningWork started = source.start(this::listed, this::counted, new Reading());
    work = Optional.of(started);
    progress.follow(started);
    heartbeat.wake();
  }

  /** How far the reading is. */
  ProgressViewModel progress() {
    return progress;
  }

  /** Whether it is not known yet which tables there are. */
  ReadOnlyBooleanProperty listingProperty() {
    return listing;
  }

  /** Whether rows are still being counted. */
  boolean isCounting() {
    return progress.runningProperty().get();
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

  private void listed(List<TableAccount> tables) {
    listing.set(false);
    all.setAll(tables);
    chosen.set(
        found.stream()
            .filter(table -> last.filter(table.table()::equals).isPresent())
            .findFirst()
            .or(() -> found.stream().findFirst())
            .orElse(null));
  }

  /** Puts a table in the place of what was known of it before. */
  private void counted(TableAccount table) {
    TableAccount before = chosen.get();
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).table().equals(table.table())) {
        all.set(i, table);
        if (before != null && before.table().equals(table.table())) {
          chosen.set(table);
        }
        return;
      }
    }
  }

  private void end() {
    listing.set(false);
    work.ifPresent(progress::finish);
    work = Optional.empty();
  }

  private final class Reading implements WorkListener<Boolean> {

    @Override
    public void succeeded(Boolean counted) {
      end();
      all.setAll(List.copyOf(all)); // so that those that could not be counted say so
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
