package app.pallet.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.ui.log.LogLine;
import app.pallet.ui.window.EditorViewModel;
import app.pallet.ui.window.EditorViewModel.Centre;
import app.pallet.work.RunningWork;
import app.pallet.work.SampledMonitor;
import org.junit.jupiter.api.Test;

final class EditorViewModelTest {
  private final EditorViewModel editor = EditorSample.empty();

  @Test
  void withoutACatalogueNothingIsShown() {
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

  @Test
  void whatIsClosedLeavesNothingBehind() {
    EditorViewModel busy = EditorSample.busy();
    busy.searchProperty().set("mug");
    busy.catalogueProperty().set("");
    busy.clear();
    assertThat(busy.undoLabelProperty().get()).isEmpty();
    assertThat(busy.searchProperty().get()).isEmpty();
    assertThat(busy.changes().changeCountProperty().get()).isZero();
    assertThat(busy.changes().problemCountProperty().get()).isZero();
    assertThat(busy.commit().blockedProperty().get()).isTrue();
    assertThat(busy.status().selectionProperty().get()).isEmpty();
    assertThat(busy.centreProperty().getValue()).isEqualTo(Centre.NO_CATALOGUE);
  }
}
