package app.pallet.ui.help;

import app.pallet.ui.theme.Buttons;
import app.pallet.ui.theme.Icons;
import app.pallet.ui.theme.Labels;
import app.pallet.ui.theme.Panes;
import atlantafx.base.controls.Spacer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Says what Pallet is, where its files are, and whose work is in it. FX thread. */
public final class AboutPane extends VBox {

  private static final String LIBRARIES = "libraries.txt";

  private final Button close;

  /**
   * A folder of Pallet's own.
   *
   * @param name what is in it
   */
  public record Folder(String name, Path path) {}

  /**
   * Something else's work in Pallet.
   *
   * @param licence its short name
   * @param home where its licence and source are
   */
  record Library(String name, String licence, String home) {}

  /**
   * What Pallet is.
   *
   * @param open shows a folder in the system's file manager
   * @param closing closes the pane
   */
  public AboutPane(List<Folder> folders, Consumer<Path> open, Runnable closing) {
    close = Buttons.text("close-about", "Close", closing);
    GridPane places = new GridPane();
    places.getStyleClass().add("about-folders");
    for (Folder folder : folders) {
      Label path = Labels.of(folder.path().toString(), "palette-remark");
      path.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
      path.setTooltip(Buttons.tooltip(folder.path().toString()));
      GridPane.setHgrow(path, Priority.ALWAYS);
      path.setMaxWidth(Double.MAX_VALUE);
      String id = folder.name().toLowerCase(Locale.ROOT);
      places.addRow(
          places.getRowCount(),
          Labels.of(folder.name()),
          path,
          Buttons.small("open-" + id, "Open", () -> open.accept(folder.path())),
          Buttons.small("copy-" + id, "Copy path", () -> copy(folder.path())));
    }
    GridPane libraries = new GridPane();
    libraries.getStyleClass().add("about-libraries");
    for (Library library : libraries()) {
      libraries.addRow(
          libraries.getRowCount(),
          Labels.of(library.name()),
          Labels.of(library.licence(), "palette-remark"),
          Labels.of(library.home(), "palette-remark"));
    }
    ScrollPane scroll = new ScrollPane(libraries);
    scroll.setId("about-libraries");
    scroll.setFitToWidth(true);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    setId("about");
    setPrefSize(760, 580);
    getStyleClass().addAll("sheet", "about");
    getChildren()
        .addAll(
            heading(),
            Labels.of("Folders", "shortcut-heading"),
            places,
            Labels.of("Libraries and their licences", "shortcut-heading"),
            scroll,
            Panes.line("about-foot", new Spacer(), close));
  }

  private static Node heading() {
    VBox names =
        new VBox(
            Labels.of("Pallet " + version(), "about-title"),
            Labels.of(
                "Java %s \u00b7 JavaFX %s \u00b7 %s %s"
                    .formatted(
                        Runtime.version().feature(),
                        System.getProperty("javafx.version", ""),
                        System.getProperty("os.name"),
                        System.getProperty("os.arch")),
                "palette-remark"),
            Labels.of("Apache License 2.0", "palette-remark"));
    return Panes.line("about-top", Icons.of(Feather.PACKAGE, "logo"), names);
  }

  /** What gets the focus. */
  public Node close() {
    return close;
  }

  /** The version of the jar that this class is in. */
  public static String version() {
    return Objects.requireNonNullElse(
        AboutPane.class.getPackage().getImplementationVersion(), "(development)");
  }

  /** Everything that is part of Pallet and was made elsewhere. */
  static List<Library> libraries() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(AboutPane.class.getResourceAsStream(LIBRARIES), LIBRARIES),
                StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .map(line -> line.split(" \\| ", -1))
          .map(parts -> new Library(parts[0], parts[1], parts[2]))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void copy(Path path) {
    Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, path.toString()));
  }
}
