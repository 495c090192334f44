package app.pallet.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.ui.log.LogLine;
import app.pallet.ui.window.EditorViewModel;
import app.pallet.ui.window.EditorViewModel.Centre;
import app.pallet.work.RunningWork;
import app.pallet.work.SampledMonitor;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class EditorViewModelTest {
  private final EditorViewModel editor = EditorSample.empty();

  @Test
  void withoutACatalogueOnlyOneCanBeOpenedOrMade() {
    assertThat(possible())
        .containsExactlyInAnyOrder(
            EditorCommand.NEW_CATALOGUE, EditorCommand.OPEN_CATALOGUE, EditorCommand.SETTINGS);
    assertThat(editor.centreProperty().getValue()).isEqualTo(Centre.NO_CATALOGUE);
  }

  @Test
  void anEmptyCatalogueSaysThatItHasNoRows() {
    editor.catalogueProperty().set("Shop");
    assertThat(editor.centreProperty().getValue()).isEqualTo(Centre.NO_ROWS);
  }

  @Test
  void aSearchWithoutAResultSaysSo() {
    editor.catalogueProperty().set("Shop");
    editor.status().rowsProperty().set(10);
    editor.searchProperty().set("unicorn");
    assertThat(editor.centreProperty().getValue()).isEqualTo(Centre.NOTHING_FOUND);
  }

  @Test
  void rowsAreShown() {
    editor.catalogueProperty().set("Shop");
    editor.status().shownProperty().set(1);
    assertThat(editor.centreProperty().getValue()).isEqualTo(Centre.ROWS);
  }

  @Test
  void inTheMiddleOfWorkOnACatalogueEverythingButRedoIsPossibleAsItHasOneTable() {
    assertThat(EnumSet.complementOf(EnumSet.copyOf(possible(EditorSample.busy()))))
        .containsExactlyInAnyOrder(EditorCommand.ANOTHER_TABLE, EditorCommand.REDO);
  }

  @Test
  void whileWorkRunsRowsCanStillBeEdited() {
    EditorViewModel busy = EditorSample.busy();
    busy.progress().follow(new RunningWork("Commit", new SampledMonitor()));
    assertThat(possible(busy))
        .containsExactlyInAnyOrder(
            EditorCommand.GO_TO_ROW,
            EditorCommand.COLUMNS,
            EditorCommand.ADD_ROW,
            EditorCommand.DUPLICATE_ROWS,
            EditorCommand.DELETE_ROWS,
            EditorCommand.UNDO,
            EditorCommand.SETTINGS);
  }

  @Test
  void aTickBringsLogLinesAndProgressIn() {
    SampledMonitor monitor = new SampledMonitor();
    editor.progress().follow(new RunningWork("Commit", monitor));
    monitor.begin("Committing", 10);
    monitor.worked(5);
    editor.log().inbox().add(LogLine.Level.INFO, "half");
    boolean wanted = editor.tick();
    assertThat(wanted).isTrue();
    assertThat(editor.progress().fractionProperty().get()).isEqualTo(0.5);
    assertThat(editor.log().lines()).hasSize(1);
  }

  @Test
  void withoutWorkNoOtherTickIsWanted() {
    assertThat(editor.tick()).isFalse();
  }

  private Set<EditorCommand> possible() {
    return possible(editor);
  }

  private static Set<EditorCommand> possible(EditorViewModel editor) {
    return Stream.of(EditorCommand.values())
        .filter(command -> !command.disabled(editor).get())
        .collect(Collectors.toSet());
  }
}
