package app.pallet.ui.dialog;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can come up over the window, handed around as one.
 *
 * @param files asks for files
 * @param questions asks before something can't be undone
 * @param notifier shows what needs no answer
 * @param errors tells what went wrong
 * @param windows shows whole windows
 */
public record Dialogs(
    FileDialogs files,
    Questions questions,
    Notifier notifier,
    ErrorReporter errors,
    ModalWindows windows) {

  /**
   * The real ones over a window.
   *
   * @param notifier its own part that shows notices
   */
  public static Dialogs over(Window owner, Notifier notifier) {
    return new Dialogs(
        new NativeFileDialogs(owner),
        new DialogQuestions(owner),
        notifier,
        new ErrorDialog(owner),
        new OwnedWindows(owner));
  }

  /** The platform's own file dialogs, beginning in the folder that was used last. */
  private static final class NativeFileDialogs implements FileDialogs {

    private final Window owner;
    private Runnable preparation = () -> {};
    private @Nullable File lastFolder;

    /** Dialogs over a window. */
    NativeFileDialogs(Window owner) {
      this.owner = owner;
    }

    @Override
    public void beforeShowing(Runnable before) {
      preparation = before;
    }

    @Override
    public Optional<Path> open(String title, FileKind kind) {
      return chosen(chooser(title, kind).showOpenDialog(owner));
    }

    @Override
    public Optional<Path> save(String title, FileKind kind, String suggestion) {
      FileChooser chooser = chooser(title, kind);
      chooser.setInitialFileName(suggestion);
      return chosen(chooser.showSaveDialog(owner));
    }

    private FileChooser chooser(String title, FileKind kind) {
      preparation.run();
      FileChooser chooser = new FileChooser();
      chooser.setTitle(title);
      chooser
          .getExtensionFilters()
          .addAll(
              new FileChooser.ExtensionFilter(kind.label(), kind.patterns()),
              new FileChooser.ExtensionFilter("All files", "*.*"));
      if (lastFolder != null && lastFolder.isDirectory()) {
        chooser.setInitialDirectory(lastFolder);
      }
      return chooser;
    }

    private Optional<Path> chosen(@Nullable File file) {
      if (file == null) {
        return Optional.empty();
      }
      lastFolder = file.getParentFile();
      return Optional.of(file.toPath());
    }
  }
}
