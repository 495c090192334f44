package app.pallet.ui.window;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/** Takes in tables that are dragged from a file manager onto a node. FX thread. */
public final class FileDrop {

  private static final Set<String> ENDINGS = Set.of("csv", "tsv", "txt", "xlsx", "xlsm");

  private final ReadOnlyBooleanWrapper over = new ReadOnlyBooleanWrapper(this, "over");
  private final BooleanSupplier possible;
  private final Consumer<List<Path>> dropped;

  private FileDrop(BooleanSupplier possible, Consumer<List<Path>> dropped) {
    this.possible = possible;
    this.dropped = dropped;
  }

  /**
   * Lets tables be dropped on a node.
   *
   * @param possible whether one can be taken now
   * @param dropped gets those of the dropped files that are tables, at least one
   * @return whether some are held over the node
   */
  public static ReadOnlyBooleanProperty install(
      Node node, BooleanSupplier possible, Consumer<List<Path>> dropped) {
    FileDrop drop = new FileDrop(possible, dropped);
    node.setOnDragOver(drop::hover);
    node.setOnDragExited(event -> drop.over.set(false));
    node.setOnDragDropped(drop::drop);
    return drop.over.getReadOnlyProperty();
  }

  /** Those of some files that are tables, by their names. */
  static List<Path> tables(List<File> files) {
    return files.stream().map(File::toPath).filter(FileDrop::isTable).toList();
  }

  private void hover(DragEvent event) {
    if (possible.getAsBoolean() && !tables(event.getDragboard().getFiles()).isEmpty()) {
      event.acceptTransferModes(TransferMode.COPY);
      over.set(true);
      event.consume();
    }
  }

  private void drop(DragEvent event) {
    List<Path> tables = tables(event.getDragboard().getFiles());
    boolean taken = possible.getAsBoolean() && !tables.isEmpty();
    over.set(false);
    event.setDropCompleted(taken);
    event.consume();
    if (taken) {
      dropped.accept(tables);
    }
  }

  private static boolean isTable(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1));
  }
}
