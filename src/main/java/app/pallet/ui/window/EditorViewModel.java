package app.pallet.ui.window;

import app.pallet.change.ChangeCounts;
import app.pallet.commit.comparison.BatchSizes;
import app.pallet.engine.Promises;
import app.pallet.engine.discovery.DiscoveredTable;
import app.pallet.ui.change.ChangesViewModel;
import app.pallet.ui.commit.CommitCourse;
import app.pallet.ui.commit.CommitViewModel;
import app.pallet.ui.draft.DraftViewModel;
import app.pallet.ui.filter.FilterViewModel;
import app.pallet.ui.log.LogViewModel;
import app.pallet.ui.log.RateBar;
import app.pallet.ui.recipe.SavedRecipes;
import app.pallet.ui.status.ProgressViewModel;
import app.pallet.ui.status.StatusViewModel;
import app.pallet.ui.status.StatusViewModel.Truth;
import app.pallet.ui.tables.RecentTables;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The state of the window: what the panes' view models hold, and what concerns several of them. The
 * wiring writes the facts (what is open, selected, undoable), the panes write what the user enters.
 * FX thread.
 */
public final class EditorViewModel {

  /** What the middle of the window shows. */
  public enum Centre {
    /** No catalogue is open. */
    NO_CATALOGUE,
    /** None is open, but one may be before long. */
    OPENING,
    /** The catalogue has no rows yet. */
    NO_ROWS,
    /** Search and filter leave no row. */
    NOTHING_FOUND,
    /** The table. */
    ROWS
  }

  private final StringProperty catalogue = new SimpleStringProperty(this, "catalogue", "");
  private final ObjectProperty<Optional<DiscoveredTable>> found =
      new SimpleObjectProperty<>(this, "found", Optional.empty());
  private final StringProperty readOnly = new SimpleStringProperty(this, "readOnly", "");
  private final ObjectProperty<RecentTables> recent =
      new SimpleObjectProperty<>(this, "recent", RecentTables.NONE);
  private final ObjectProperty<SavedRecipes> recipes =
      new SimpleObjectProperty<>(this, "recipes", SavedRecipes.NONE);
  private final StringProperty search = new SimpleStringProperty(this, "search", "");
  private final BooleanProperty searchFocused = new SimpleBooleanProperty(this, "searchFocused");
  private final StringProperty undoLabel = new SimpleStringProperty(this, "undoLabel", "");
  private final StringProperty redoLabel = new SimpleStringProperty(this, "redoLabel", "");
  private final StringProperty rateRemark = new SimpleStringProperty(this, "rateRemark", "");
  private final BooleanProperty rowsSelected = new SimpleBooleanProperty(this, "rowsSelected");
  private final ObservableList<RateBar> rates = FXCollections.observableArrayList();
  private final ObjectProperty<BatchSizes> batchSizes =
      new SimpleObjectProperty<>(this, "batchSizes", BatchSizes.NONE);
  private final CommitViewModel commit;
  private final ChangesViewModel changes;
  private final LogViewModel log;
  private final StatusViewModel status = new StatusViewModel();
  private final DraftViewModel draft = new DraftViewModel();
  private final ProgressViewModel progress = new ProgressViewModel();
  private final FilterViewModel filter = new FilterViewModel();
  private final ObservableValue<Centre> centre;
  private final ObservableValue<Truth> truth;
  private final CommitCourse course = new CommitCourse();

  /** A window with no catalogue. */
  public EditorViewModel(CommitViewModel commit, ChangesViewModel changes, LogViewModel log) {
    this.commit = commit;
    this.changes = changes;
    this.log = log;
    commit.busyProperty().bind(progress.runningProperty());
    centre =
        Bindings.createObjectBinding(
            this::findCentre,
            catalogue,
            search,
            filter.stateProperty(),
            status.rowsProperty(),
            status.shownProperty(),
            status.countingProperty(),
            progress.runningProperty());
    truth =
        Bindings.createObjectBinding(
            this::findTruth,
            catalogue,
            commit.committingProperty(),
            changes.changeCountProperty(),
            draft.savingProperty(),
            draft.warningProperty());
  }

  /**
   * Takes in what came from other threads since the last tick: progress and log lines.
   *
   * @return whether another tick is wanted, because work still runs
   */
  public boolean tick() {
    progress.sample();
    course.take();
    log.fetch();
    return progress.runningProperty().get();
  }

  /** Forgets what was open, because nothing is any more. */
  public void clear() {
    showAllRows();
    undoLabel.set("");
    redoLabel.set("");
    rowsSelected.set(false);
    changes.clear();
    commit.show(new ChangeCounts(0, 0, 0, 0));
    status.rowsProperty().set(0);
    status.shownProperty().set(0);
    status.pendingLeftOutProperty().set(0);
    status.countingProperty().set(false);
    status.selectionProperty().set("");
  }

  /** The open catalogue's name, or an empty text. */
  public StringProperty catalogueProperty() {
    return catalogue;
  }

  /** What was open, the last first. */
  public ObjectProperty<RecentTables> recentProperty() {
    return recent;
  }

  /** The open table, if it is one of a database that is no catalogue. */
  public ObjectProperty<Optional<DiscoveredTable>> foundProperty() {
    return found;
  }

  /** Whether what is open could keep a history of its commits, but does not. */
  public BooleanExpression keepsNoHistory() {
    return Bindings.createBooleanBinding(
        () ->
            found
                .get()
                .map(DiscoveredTable::promises)
                .filter(promises -> promises.isEditable())
                .filter(promises -> promises.history() == Promises.History.NOT_KEPT)
                .isPresent(),
        found);
  }

  /** Why what is open can only be read; an empty text if it can be edited. */
  public StringProperty readOnlyProperty() {
    return readOnly;
  }

  /** The recipes that the user keeps. */
  public ObjectProperty<SavedRecipes> recipesProperty() {
    return recipes;
  }

  /** What the user searches for. */
  public StringProperty searchProperty() {
    return search;
  }

  /** Whether the search field has the focus, so that a search may start at any moment. */
  public BooleanProperty searchFocusedProperty() {
    return searchFocused;
  }

  /** What the user filters for. */
  public FilterViewModel filter() {
    return filter;
  }

  /** Shows every row again. */
  public void showAllRows() {
    search.set("");
    filter.clear();
  }

  /** What undo would take back, or an empty text. */
  public StringProperty undoLabelProperty() {
    return undoLabel;
  }

  /** What redo would do again, or an empty text. */
  public StringProperty redoLabelProperty() {
    return redoLabel;
  }

  /** Whether rows are selected that can be duplicated or deleted. */
  public BooleanProperty rowsSelectedProperty() {
    return rowsSelected;
  }

  /** The measured paces of the commit modes. */
  public ObservableList<RateBar> rates() {
    return rates;
  }

  /** Batch mode with other batch sizes, as it was measured last. */
  public ObjectProperty<BatchSizes> batchSizesProperty() {
    return batchSizes;
  }

  /** When and on what they were measured. */
  public StringProperty rateRemarkProperty() {
    return rateRemark;
  }

  /** What the middle of the window shows. */
  public ObservableValue<Centre> centreProperty() {
    return centre;
  }

  /** What is true of what is pending. */
  public ObservableValue<Truth> truthProperty() {
    return truth;
  }

  /** The course of the commit that runs or ran last. */
  public CommitCourse course() {
    return course;
  }

  /** The commit bar's state. */
  public CommitViewModel commit() {
    return commit;
  }

  /** The state of the lists of changes and problems. */
  public ChangesViewModel changes() {
    return changes;
  }

  /** The log's state. */
  public LogViewModel log() {
    return log;
  }

  /** The messages about drafts. */
  public DraftViewModel draft() {
    return draft;
  }

  /** The numbers in the status bar. */
  public StatusViewModel status() {
    return status;
  }

  /** The running work. */
  public ProgressViewModel progress() {
    return progress;
  }

  private Truth findTruth() {
    if (catalogue.get().isEmpty()) {
      return new Truth("", Truth.Kind.GOOD);
    }
    if (!draft.warningProperty().get().isEmpty()) {
      return new Truth("Draft not saved", Truth.Kind.BAD);
    }
    if (commit.committingProperty().get()) {
      return new Truth("Committing. You can go on working", Truth.Kind.PLAIN);
    }
    if (changes.changeCountProperty().get() == 0) {
      return new Truth("Everything is committed", Truth.Kind.GOOD);
    }
    String saving = draft.savingProperty().get();
    return saving.isEmpty()
        ? new Truth("Draft saved", Truth.Kind.GOOD)
        : new Truth(saving, Truth.Kind.PLAIN);
  }

  private Centre findCentre() {
    if (catalogue.get().isEmpty()) {
      return progress.runningProperty().get() ? Centre.OPENING : Centre.NO_CATALOGUE;
    }
    if (status.shownProperty().get() > 0 || status.countingProperty().get()) {
      return Centre.ROWS;
    }
    boolean everything = search.get().isBlank() && filter.stateProperty().get().isEmpty();
    return everything ? Centre.NO_ROWS : Centre.NOTHING_FOUND;
  }
}
