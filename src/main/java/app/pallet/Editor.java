package app.pallet;

import app.pallet.draft.DraftFolder;
import app.pallet.schema.CellFormat;
import app.pallet.ui.CatalogueOpener;
import app.pallet.ui.EditorController;
import app.pallet.ui.EditorPane;
import app.pallet.ui.EditorWindow;
import app.pallet.ui.change.ChangesViewModel;
import app.pallet.ui.commit.CommitViewModel;
import app.pallet.ui.dialog.Dialogs;
import app.pallet.ui.dialog.Notifier;
import app.pallet.ui.help.AboutPane;
import app.pallet.ui.log.LogInbox;
import app.pallet.ui.log.LogViewModel;
import app.pallet.ui.safety.SafetyViewModel;
import app.pallet.ui.theme.Appearance;
import app.pallet.ui.welcome.RecentFile;
import app.pallet.ui.window.EditorViewModel;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.function.Function;
import javafx.stage.Stage;

/**
 * The editor's window with everything in it, made with {@code new} in start order. FX thread.
 *
 * @param controller carries out what the user does
 * @param viewModel what the window shows
 * @param window the window itself
 * @param appearance which theme it wears
 * @param safety how careful the user wants Pallet to be
 */
record Editor(
    EditorController controller,
    EditorViewModel viewModel,
    EditorWindow window,
    Appearance appearance,
    SafetyViewModel safety) {

  /**
   * Makes a window that is not yet shown and has no catalogue.
   *
   * @param opener opens or makes databases
   * @param drafts where pending changes are kept; one for the process
   * @param logFile where failures are written in full; backups go into a folder beside it
   */
  static Editor over(
      Stage stage, Settings settings, CatalogueOpener opener, DraftFolder drafts, Path logFile) {
    return over(
        stage, settings, opener, drafts, logFile, notifier -> Dialogs.over(stage, notifier));
  }

  /**
   * The same with other dialogs, which tests answer themselves.
   *
   * @param dialogs what comes up over the window, with its own part that shows notices
   */
  static Editor over(
      Stage stage,
      Settings settings,
      CatalogueOpener opener,
      DraftFolder drafts,
      Path logFile,
      Function<Notifier, Dialogs> dialogs) {
    return over(
        stage, settings, opener, drafts, logFile, logFile.resolveSibling(Folders.BACKUPS), dialogs);
  }

  /**
   * The same with backups elsewhere.
   *
   * @param backups folder of the backups of all catalogues
   */
  static Editor over(
      Stage stage,
      Settings settings,
      CatalogueOpener opener,
      DraftFolder drafts,
      Path logFile,
      Path backups,
      Function<Notifier, Dialogs> dialogs) {
    LogInbox inbox = new LogInbox(Clock.systemUTC(), LogViewModel.CAPACITY);
    EditorViewModel viewModel =
        new EditorViewModel(
            new CommitViewModel(settings.plan()),
            new ChangesViewModel(ChangesViewModel.LIMIT),
            new LogViewModel(inbox, LogViewModel.CAPACITY));
    Appearance appearance = Appearance.ofApplication(settings.theme());
    SafetyViewModel safety = new SafetyViewModel(settings.safety(), backups);
    EditorController controller =
        new EditorController(
            viewModel,
            actions -> new EditorPane(viewModel, actions, appearance),
            dialogs,
            new EditorController.Storage(opener, drafts, logFile.resolveSibling(Folders.EXAMPLE)),
            CellFormat.of(Locale.getDefault(Locale.Category.FORMAT)),
            logFile,
            safety);
    controller.pane().restore(settings.frame());
    controller.pane().lookAtRecentFilesWith(place -> RecentFile.look(place, drafts));
    controller
        .pane()
        .addFolder(new AboutPane.Folder("Log", logFile.toAbsolutePath().resolveSibling("")));
    controller.pane().addFolder(new AboutPane.Folder("Drafts", drafts.folder()));
    controller.pane().addFolder(new AboutPane.Folder("Backups", backups));
    controller.setColumnLayout(settings.columns());
    viewModel.recentProperty().set(settings.recent());
    controller.setMappings(settings.mappings());
    viewModel.filter().viewsProperty().set(settings.views());
    viewModel.recipesProperty().set(settings.recipes());
    EditorWindow window =
        new EditorWindow(
            stage, viewModel, controller.pane(), settings.window(), controller::mayClose);
    return new Editor(controller, viewModel, window, appearance, safety);
  }

  /** What should be remembered for the next start. */
  Settings settings() {
    return new Settings(
        window.placement(),
        controller.pane().frame(),
        appearance.choiceProperty().get(),
        controller.recent(),
        controller.columnLayout(),
        viewModel.commit().plan(),
        controller.mappings(),
        viewModel.filter().viewsProperty().get(),
        viewModel.recipesProperty().get(),
        safety.safety());
  }

  /**
   * Closes the catalogue as the user has answered; unasked, what is pending stays in its draft.
   * Returns at once.
   *
   * @param closed told when all is closed
   */
  void close(Runnable closed) {
    controller.close(closed);
  }
}
