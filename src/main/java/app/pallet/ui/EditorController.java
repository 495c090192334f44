package app.pallet.ui;

import app.pallet.change.RowKey;
import app.pallet.database.CatalogueDatabase;
import app.pallet.draft.DraftFolder;
import app.pallet.output.OutputFile;
import app.pallet.schema.CellFormat;
import app.pallet.ui.dialog.Dialogs;
import app.pallet.ui.dialog.FileKind;
import app.pallet.ui.dialog.Notice;
import app.pallet.ui.dialog.Notifier;
import app.pallet.ui.dialog.Questions;
import app.pallet.ui.paste.RememberedMappings;
import app.pallet.ui.safety.SafetyViewModel;
import app.pallet.ui.session.FailureReport;
import app.pallet.ui.table.columns.ColumnLayout;
import app.pallet.ui.table.columns.RowHeight;
import app.pallet.ui.tables.RecentTables;
import app.pallet.ui.tables.TablePlace;
import app.pallet.ui.window.EditorViewModel;
import app.pallet.work.ThreadRunner;
import app.pallet.workspace.Workspace;
import app.pallet.workspace.input.AcceptedImport;
import app.pallet.workspace.pending.PendingWork;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.application.Platform;

/**
 * Carries out the user's commands: opens and closes catalogues, and passes everything else to the
 * session of the open one. FX thread.
 */
public final class EditorController implements EditorActions {

  private final EditorViewModel viewModel;
  private final Dialogs dialogs;
  private final FailureReport failures;
  private final Storage storage;
  private final CellFormat format;
  private final EditorPane pane;
  private final ImportStarts imports;
  private final TableChoice choice;
  private final CatalogueCare care;
  private final AfterOpening afterOpening;
  private final LeavingSessions leaving = new LeavingSessions();
  private Optional<EditorSession> session = Optional.empty();
  private boolean isClosed;
  private List<ColumnLayout> columnLayout = List.of();

  /**
   * A controller with no catalogue open, and the pane it controls.
   *
   * @param panes makes the pane over the view model; actions go to this controller
   * @param dialogs what comes up over the window, with the pane's own part that shows notices
   * @param storage where catalogues and drafts are
   * @param format how typed and pasted numbers and dates are read if a column doesn't tell
   * @param logFile where failures are written in full
   * @param safety how careful the user wants Pallet to be
   */
  public EditorController(
      EditorViewModel viewModel,
      Function<EditorActions, EditorPane> panes,
      Function<Notifier, Dialogs> dialogs,
      Storage storage,
      CellFormat format,
      Path logFile,
      SafetyViewModel safety) {
    this.viewModel = viewModel;
    this.pane = panes.apply(this);
    this.dialogs = dialogs.apply(pane.notifier());
    this.storage = storage;
    this.format = format;
    this.failures = new FailureReport(this.dialogs.errors(), logFile);
    this.choice = new TableChoice(this.dialogs.windows(), failures);
    this.imports = new ImportStarts(this.dialogs, this::accept);
    this.care =
        new CatalogueCare(
            safety,
            this.dialogs,
            failures,
            viewModel.progress(),
            file -> openIfAllowed(TablePlace.of(file)),
            this::workspace);
    this.afterOpening = new AfterOpening(care, failures);
  }

  /** Everything in the window. */
  public EditorPane pane() {
    return pane;
  }

  /** What was open, the last first, with the columns as they are now; the settings keep it. */
  public RecentTables recent() {
    rememberColumns();
    return viewModel.recentProperty().get();
  }

  /** Sets how the user likes the columns of catalogues; for those opened from now on. */
  public void setColumnLayout(List<ColumnLayout> layout) {
    columnLayout = List.copyOf(layout);
  }

  /**
   * The columns of catalogues: as they are now, or were in the last one; empty if none was open.
   */
  public List<ColumnLayout> columnLayout() {
    rememberColumns();
    return columnLayout;
  }

  private void rememberColumns() {
    session.ifPresent(open -> {
      List<ColumnLayout> now = open.table().columnLayout();
      boolean isCatalogue = open.place().table().isEmpty();
      if (isCatalogue) {
        columnLayout = now;
      }
      RecentTables recent = viewModel.recentProperty().get();
      RowHeight rows = open.table().rowHeightProperty().get();
      viewModel
          .recentProperty()
          .set(recent.showing(open.place(), isCatalogue ? List.of() : now, rows));
    });
  }

  /** Sets how headings of imported files were mapped before. */
  public void setMappings(RememberedMappings remembered) {
    imports.setMappings(remembered);
  }

  /** How headings of imported files were mapped; the settings keep it. */
  public RememberedMappings mappings() {
    return imports.mappings();
  }

  /** The workspace of the open catalogue. */
  public Optional<Workspace> workspace() {
    return session.map(EditorSession::workspace);
  }

  /** Pastes the clipboard at the active cell. */
  public void paste() {
    session.ifPresent(open -> open.table().paste());
  }

  /**
   * Opens a catalogue in the background, or lets the user choose a table if the file is another
   * database. What is open stays open if that fails.
   */
  public void open(Path file) {
    open(TablePlace.of(file));
  }

  /** The same for a table that is known. */
  public void open(TablePlace place) {
    open(place, Optional.empty(), session -> {});
  }

  void openIfAllowed(TablePlace place) {
    if (mayClose()) {
      open(place);
    }
  }

  private void open(TablePlace place, Optional<PendingWork> pending, Consumer<EditorSession> then) {
    Path file = place.file();
    if (leaving.hold(file)) {
      dialogs
          .notifier()
          .show(
              Notice.warning(
                  file.getFileName() + " is still being closed",
                  "Its commit has not ended yet. Open it again after that."));
      return;
    }
    care.opening();
    new Opening(this, storage.catalogues(), place, pending, then).start();
  }

  /** Reports a failure, unless a catalogue is damaged and the user was offered ways out. */
  void tell(TablePlace place, String task, Throwable failure) {
    if (place.table().isPresent() || !care.offersWaysOut(place.file(), failure)) {
      failures.tell(task, failure);
    }
  }

  /**
   * Makes an accepted import pending. New columns are first added to the catalogue in the
   * background; then the catalogue is opened again with everything that is pending. If that fails,
   * everything stays as it is.
   */
  void accept(AcceptedImport accepted) {
    if (accepted.newColumns().isEmpty()) {
      session.ifPresent(open -> open.take(accepted));
    } else {
      session.ifPresent(open -> addColumns(open, accepted));
    }
  }

  private void addColumns(EditorSession open, AcceptedImport accepted) {
    Workspace workspace = open.workspace();
    TablePlace place = open.place();
    workspace.addColumns(
        accepted.newColumns(),
        () -> {
          PendingWork pending = workspace.handOver();
          closeCatalogue(
              () -> open(place, Optional.of(pending), reopened -> reopened.take(accepted)));
        });
  }

  /**
   * Asks about running work and pending changes, if there are any, before the catalogue is closed.
   */
  public boolean mayClose() {
    return care.mayClose() && session.map(EditorSession::mayClose).orElse(true);
  }

  @Override
  public void perform(EditorCommand command) {
    command.perform(this);
  }

  /** Whether the window is closed. */
  boolean isClosed() {
    return isClosed;
  }

  /** What the window shows. */
  EditorViewModel viewModel() {
    return viewModel;
  }

  /** Lets the user choose a table of a file that is no catalogue. */
  void offerTables(Path file) {
    choice.of(file, viewModel.recentProperty().get().lastOf(file), this::open);
  }

  /** The open catalogue. */
  Optional<EditorSession> session() {
    return session;
  }

  /** Settings, backups and damaged files. */
  CatalogueCare care() {
    return care;
  }

  /** Where imports begin. */
  ImportStarts imports() {
    return imports;
  }

  /** What the user is asked. */
  Questions questions() {
    return dialogs.questions();
  }

  void openCatalogue() {
    dialogs
        .files()
        .open("Open", FileKind.DATABASE)
        .filter(file -> mayClose())
        .ifPresent(this::open);
  }

  void openAnotherTable(EditorSession open) {
    choice.beside(open.workspace().database(), this::openIfAllowed);
  }

  @Override
  public void keepHistory() {
    session.ifPresent(EditorSession::keepHistory);
  }

  @Override
  public void openRecent(TablePlace place) {
    openIfAllowed(place);
  }

  @Override
  public void goTo(String wanted) {
    session.ifPresent(open -> open.navigation().goTo(wanted));
  }

  @Override
  public void cancelQuery() {
    session.ifPresent(open -> open.navigation().cancelQuery());
  }

  @Override
  public void importDropped(List<Path> files) {
    session.ifPresent(open -> imports.dropped(open.editedWorkspace(), files));
  }

  @Override
  public void resolveConflicts() {
    session.ifPresent(EditorSession::resolveConflicts);
  }

  @Override
  public void saveProblemRows() {
    session.ifPresent(open ->
        dialogs
            .files()
            .save("Save problem rows", FileKind.CSV, "problem-rows.csv")
            .ifPresent(open::saveProblemRows));
  }

  void newCatalogue() {
    dialogs
        .files()
        .save("New catalogue", FileKind.CATALOGUE, "products.pallet")
        .filter(this::isFree)
        .filter(file -> mayClose())
        .ifPresent(this::open);
  }

  /** Opens the example, which is made if it isn't there yet. */
  void openExample() {
    openIfAllowed(TablePlace.of(storage.example()));
  }

  /** Closes what is open, if the user agrees. */
  void closeShown() {
    if (mayClose()) {
      closeCatalogue(() -> {});
      viewModel.clear();
    }
  }

  /** Lets the user find a command, a column or a row by typing. */
  void showPalette() {
    CommandPalette.show(pane, viewModel, session);
  }

  /** A catalogue is never replaced by an empty one, whatever the file dialog has offered. */
  private boolean isFree(Path file) {
    boolean free = Files.notExists(file);
    if (!free) {
      dialogs
          .notifier()
          .show(
              Notice.warning(
                  file.getFileName() + " is already there", "Choose another name, or open it."));
    }
    return free;
  }

  @Override
  public void show(RowKey key, String column) {
    session.ifPresent(open -> open.navigation().show(key, column));
  }

  @Override
  public void enter(RowKey key, String column) {
    session.ifPresent(open -> open.navigation().enter(key, column));
  }

  @Override
  public void revert(RowKey key) {
    session.ifPresent(open -> open.revert(key));
  }

  @Override
  public void revertAll() {
    session.ifPresent(EditorSession::revertAll);
  }

  @Override
  public void restoreDraft() {
    session.ifPresent(open -> open.draft().restore());
  }

  @Override
  public void discardDraft() {
    session.ifPresent(open -> open.draft().discard());
  }

  @Override
  public void leaveDraft() {
    session.ifPresent(open -> open.draft().leave());
  }

  @Override
  public void retryDraft() {
    session.ifPresent(open -> open.draft().retry());
  }

  @Override
  public void saveLog(String text) {
    dialogs
        .files()
        .save("Save log", FileKind.LOG, "pallet-log.txt")
        .ifPresent(file -> {
          OutputFile output =
              workspace()
                  .map(open ->
                      OutputFile.at(file).sparing(open.database().file(), "the open catalogue"))
                  .orElseGet(() -> OutputFile.at(file));
          byte[] content = text.getBytes(StandardCharsets.UTF_8);
          care.write(
              "Save log",
              monitor -> {
                output.write(out -> out.write(content));
                return file;
              });
        });
  }

  /**
   * Closes what is open as the user has answered in {@link #mayClose}. Returns at once: a commit
   * may go on in a small window of its own.
   *
   * @param closed called once all work has ended and every small window is closed
   */
  public void close(Runnable closed) {
    if (isClosed) {
      leaving.whenGone(closed);
      return;
    }
    isClosed = true;
    closeCatalogue(() -> {});
    care.close(() -> leaving.whenGone(closed));
  }

  /**
   * Closes the catalogue, if there is one.
   *
   * @param then called when it is closed, or at once if it stays for its commit
   */
  void closeCatalogue(Runnable then) {
    rememberColumns();
    afterOpening.stop();
    Optional<EditorSession> before = session;
    session = Optional.empty();
    viewModel.catalogueProperty().set("");
    viewModel.course().forget();
    viewModel.foundProperty().set(Optional.empty());
    viewModel.readOnlyProperty().set("");
    before.ifPresentOrElse(open -> leaving.close(open, then), then);
  }

  /** Shows what was opened. */
  EditorSession show(
      CatalogueDatabase database, ThreadRunner writing, Optional<PendingWork> pending) {
    ThreadRunner reading = new ThreadRunner("pallet-reader", Platform::runLater);
    PendingWork work =
        pending.orElseGet(
            () -> PendingWork.draftedIn(storage.drafts(), database.tableId(), Platform::runLater));
    EditorSession opening =
        new EditorSession(
            listener -> new Workspace(database, reading, writing, format, listener, work),
            viewModel,
            pane,
            dialogs,
            imports,
            (task, failure) -> tell(TablePlace.of(database), task, failure));
    session = Optional.of(opening);
    dialogs.files().beforeShowing(database::keepLocks);
    afterOpening.follow(
        opening.workspace(),
        writing,
        () -> workspace().ifPresent(open -> open.view().prepareSearch()));
    RecentTables recent = viewModel.recentProperty().get().opening(opening.place());
    viewModel.recentProperty().set(recent);
    List<ColumnLayout> columns =
        opening.place().table().isEmpty() ? columnLayout : recent.columns(opening.place());
    opening.table().rowHeightProperty().set(recent.rowHeight(opening.place()));
    if (!columns.isEmpty()) {
      opening.table().setColumnLayout(columns);
    }
    pane.setTable(opening.table(), opening.table()::focusCells);
    pane.setPasting(opening.table()::paste);
    return opening;
  }

  /**
   * Where the editor keeps what the user works on.
   *
   * @param catalogues opens or makes databases
   * @param drafts where pending changes are kept; one for the process
   * @param example where the example catalogue is, or will be
   */
  public record Storage(CatalogueOpener catalogues, DraftFolder drafts, Path example) {}
}
