package app.pallet.ui.window;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/** Takes in files that are dragged from a file manager onto a node. FX thread. */
public final class FileDrop {

  private final ReadOnlyObjectWrapper<Optional<Kind>> over =
      new ReadOnlyObjectWrapper<>(this, "over", Optional.empty());
  private final List<Target> targets;

  /** What kinds of files can be dropped. */
  public enum Kind {
    /** A table to import. */
    TABLE(".csv .tsv .txt .xlsx .xlsm "),
    /** A catalogue or another database to open. */
    DATABASE(".pallet .db .db3 .sqlite .sqlite3 .s3db .sl3 ");

    private final String endings;

    Kind(String endings) {
      this.endings = endings;
    }

    /** Those of some files that are of this kind, by their names. */
    List<Path> of(List<File> files) {
      return files.stream().map(File::toPath).filter(this::isOf).toList();
    }

    private boolean isOf(Path file) {
      String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
      int ending = name.lastIndexOf('.');
      return ending >= 0 && endings.contains(name.substring(ending) + " ");
    }
  }

  /**
   * Who takes files of a kind.
   *
   * @param possible whether one can be taken now
   * @param dropped gets the dropped files of that kind, at least one
   */
  public record Target(Kind kind, BooleanSupplier possible, Consumer<List<Path>> dropped) {}

  private FileDrop(List<Target> targets) {
    this.targets = targets;
  }

  /**
   * Lets files be dropped on a node.
   *
   * @param targets who takes them; the first that can, does
   * @return of which kind those are that are held over the node, if one could be taken
   */
  public static ReadOnlyObjectProperty<Optional<Kind>> install(Node node, List<Target> targets) {
    FileDrop drop = new FileDrop(List.copyOf(targets));
    node.setOnDragOver(drop::hover);
    node.setOnDragExited(event -> drop.over.set(Optional.empty()));
    node.setOnDragDropped(drop::drop);
    return drop.over.getReadOnlyProperty();
  }

  private Optional<Target> taker(DragEvent event) {
    List<File> files = event.getDragboard().getFiles();
    return targets.stream()
        .filter(target -> !target.kind().of(files).isEmpty() && target.possible().getAsBoolean())
        .findFirst();
  }

  private void hover(DragEvent event) {
    taker(event)
        .ifPresent(target -> {
          event.acceptTransferModes(TransferMode.COPY);
          over.set(Optional.of(target.kind()));
          event.consume();
        });
  }

  private void drop(DragEvent event) {
    Optional<Target> taker = taker(event);
    List<File> files = event.getDragboard().getFiles();
    over.set(Optional.empty());
    event.setDropCompleted(taker.isPresent());
    event.consume();
    taker.ifPresent(target -> target.dropped().accept(target.kind().of(files)));
  }
}
