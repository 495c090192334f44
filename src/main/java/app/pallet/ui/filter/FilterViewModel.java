package app.pallet.ui.filter;

import app.pallet.rows.query.Condition;
import app.pallet.schema.CellFormat;
import app.pallet.schema.Column;
import java.util.List;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/**
 * What the user filters by, what a filter can be made of, and the views that are kept. The wiring
 * says what the open catalogue has and listens to the state; strip, lists and menus change it. FX
 * thread.
 */
public final class FilterViewModel {

  private final ObjectProperty<FilterState> state =
      new SimpleObjectProperty<>(this, "state", FilterState.NONE);
  private final ObjectProperty<FilterSource> source =
      new SimpleObjectProperty<>(this, "source", FilterSource.NONE);
  private final ObjectProperty<SavedViews> views =
      new SimpleObjectProperty<>(this, "views", SavedViews.NONE);
  private final LongProperty revision = new SimpleLongProperty(this, "revision");

  /** Everything that is filtered by. */
  public ObjectProperty<FilterState> stateProperty() {
    return state;
  }

  /** The open catalogue, or {@link FilterSource#NONE}. */
  ObjectProperty<FilterSource> sourceProperty() {
    return source;
  }

  /** The views of all catalogues, for the settings. */
  public ObjectProperty<SavedViews> viewsProperty() {
    return views;
  }

  /** Begins with another catalogue, unfiltered, or ends with the one there was. */
  public void open(FilterSource opened) {
    state.set(FilterState.NONE);
    source.set(opened);
  }

  /** Removes all filters. */
  public void clear() {
    state.set(FilterState.NONE);
  }

  /** Adds a condition. */
  public void add(Condition condition) {
    state.set(state.get().with(condition));
  }

  /** Adds a value of a column to the filter, or takes it out if it is in it. */
  void toggle(Column column, @Nullable Object value) {
    state.set(state.get().toggled(column, value));
  }

  /** Limits the table to these rows. */
  public void limitTo(RowLimit limit) {
    state.set(state.get().limitedTo(limit));
  }

  /** Counts values again, because other rows are shown. */
  public void recount() {
    revision.set(revision.get() + 1);
  }

  /** Grows with each {@link #recount}. */
  LongProperty revisionProperty() {
    return revision;
  }

  List<Column> columns() {
    return source.get().columns();
  }

  CellFormat format() {
    return source.get().format();
  }

  /** The views of the open catalogue. */
  List<SavedView> savedViews() {
    return views.get().of(source.get().catalogue());
  }

  /** Keeps what is shown under a name. */
  void save(String name) {
    views.set(views.get().with(source.get().catalogue(), source.get().view().take(name)));
  }

  void apply(SavedView view) {
    source.get().view().apply(view, columns());
  }

  void rename(SavedView view, String name) {
    views.set(views.get().renaming(source.get().catalogue(), view.name(), name));
  }

  void delete(SavedView view) {
    views.set(views.get().without(source.get().catalogue(), view.name()));
  }
}
