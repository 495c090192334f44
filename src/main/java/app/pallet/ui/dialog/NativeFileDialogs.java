package app.pallet.ui.dialog;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** The platform's own file dialogs, beginning in the folder that was used last. */
public final class NativeFileDialogs implements FileDialogs {

  private final Window owner;
  private Runnable preparation = () -> {};
  private @Nullable File lastFolder;

  /** Dialogs over a window. */
  public NativeFileDialogs(Window owner) {
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
