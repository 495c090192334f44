package app.pallet.ui.session;

import app.pallet.operation.recipe.Recipe;
import app.pallet.operation.recipe.RecipeException;
import app.pallet.operation.recipe.RecipeFile;
import app.pallet.output.OutputFile;
import app.pallet.ui.dialog.Dialogs;
import app.pallet.ui.dialog.FileKind;
import app.pallet.ui.dialog.Notice;
import app.pallet.ui.panel.Panel;
import app.pallet.ui.recipe.RecipeActions;
import app.pallet.ui.recipe.RecipesPane;
import app.pallet.ui.recipe.SavedRecipes;
import app.pallet.work.WorkListener;
import app.pallet.workspace.Workspace;
import app.pallet.workspace.bulk.EditRules;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableLongValue;
import org.kordamp.ikonli.feather.Feather;

/** The recipes that are kept, their files, and those that are found in edits by hand. FX thread. */
final class SessionRecipes implements RecipeActions {

  private final Workspace workspace;
  private final ObjectProperty<SavedRecipes> saved;
  private final Dialogs dialogs;
  private final Consumer<Recipe> running;
  private final ObservableLongValue rows;
  private final RecipesPane pane;
  private final Panel panel;

  /**
   * The recipes of the settings.
   *
   * @param running previews a recipe
   * @param rows on how many rows it would be run
   */
  SessionRecipes(
      Workspace workspace,
      ObjectProperty<SavedRecipes> saved,
      Dialogs dialogs,
      Consumer<Recipe> running,
      ObservableLongValue rows) {
    this.workspace = workspace;
    this.saved = saved;
    this.dialogs = dialogs;
    this.running = running;
    this.rows = rows;
    pane = new RecipesPane(saved, this);
    panel = Panel.of("recipes", "Recipes", Feather.BOOK_OPEN, pane);
  }

  /** What shows them. */
  Panel panel() {
    return panel;
  }

  /** No longer follows the settings. */
  void end() {
    pane.end();
  }

  /** Tells why a recipe can't be run here. */
  void refuse(Recipe recipe, RecipeException why) {
    dialogs
        .notifier()
        .show(
            Notice.warning(
                "%s can't be run here".formatted(recipe.name()), String.valueOf(why.getMessage())));
  }

  @Override
  public void run(Recipe recipe) {
    running.accept(recipe);
  }

  @Override
  public ObservableLongValue rows() {
    return rows;
  }

  @Override
  public void findRules(Consumer<List<EditRules.Found>> done) {
    new EditRules(workspace.schema(), workspace.proposals(), workspace.queue()).find(done);
  }

  @Override
  public void importFile() {
    dialogs
        .files()
        .open("Import a recipe", FileKind.RECIPE)
        .ifPresent(file ->
            workspace
                .queue()
                .runner()
                .start(
                    "Import a recipe",
                    monitor -> RecipeFile.read(Files.readString(file), name(file)),
                    WorkListener.of(
                        recipe -> saved.set(saved.get().with(recipe)),
                        failure ->
                            dialogs
                                .notifier()
                                .show(
                                    Notice.warning(
                                        name(file) + " was not imported", reason(failure))))));
  }

  @Override
  public void exportFile(Recipe recipe) {
    String suggestion = recipe.name().replaceAll("[^\\p{L}\\p{N}_ -]", "-") + ".json";
    dialogs
        .files()
        .save("Export a recipe", FileKind.RECIPE, suggestion)
        .ifPresent(file -> {
          byte[] text = RecipeFile.write(recipe).getBytes(StandardCharsets.UTF_8);
          OutputFile output =
              OutputFile.at(file).sparing(workspace.database().file(), "the open catalogue");
          workspace
              .queue()
              .runner()
              .start(
                  "Export a recipe",
                  monitor -> {
                    output.write(out -> out.write(text));
                    return file;
                  },
                  WorkListener.of(
                      written ->
                          dialogs
                              .notifier()
                              .show(Notice.done("Exported", recipe.name() + " to " + name(file))),
                      failure ->
                          dialogs
                              .notifier()
                              .show(
                                  Notice.warning(
                                      name(file) + " was not written", reason(failure)))));
        });
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }

  private static String reason(Throwable failure) {
    return failure instanceof MalformedInputException
        ? "It is no text in UTF-8"
        : String.valueOf(failure.getMessage());
  }
}
