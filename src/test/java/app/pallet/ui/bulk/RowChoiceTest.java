package app.pallet.ui.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.change.RowKey;
import app.pallet.rows.query.RowQuery;
import app.pallet.ui.export.RowScope;
import app.pallet.workspace.OpenCatalogue;
import app.pallet.workspace.view.RowSelection;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which rows are meant: never others than those that are named. */
final class RowChoiceTest {

  @TempDir private Path folder;

  private static List<RowKey> keys(RowChoice choice) {
    RowSelection rows = choice.rowsProperty().get().selection();
    return rows.bands().stream()
        .flatMap(
            band -> IntStream.rangeClosed(band.firstRow(), band.lastRow()).mapToObj(rows.rows()))
        .toList();
  }

  @Test
  void severalSelectedRowsAreMeantAndACursorThatMovesIsNot() {
    try (OpenCatalogue catalogue = new OpenCatalogue(folder.resolve("c.pallet")).withProducts(5)) {
      RowChoice choice = new RowChoice(catalogue.workspace);
      choice.begin(List.of(catalogue.block(1, 2, "price")));
      List<RowKey> two = List.of(catalogue.key(1), catalogue.key(2));
      assertThat(choice.scopeProperty().get()).isEqualTo(RowScope.SELECTED);
      assertThat(keys(choice)).isEqualTo(two);
      assertThat(choice.rowsProperty().get().has().test(catalogue.key(0))).isFalse();
      assertThat(choice.rowsProperty().get().has().test(catalogue.key(2))).isTrue();

      choice.follow(List.of(catalogue.block(4, 4, "price")));
      assertThat(keys(choice)).isEqualTo(two);
      choice.pickSelected();
      assertThat(keys(choice)).containsExactly(catalogue.key(4));
    }
  }

  @Test
  void allAreMoreThanThoseThatAreShownOnlyIfTheUserSaysSo() {
    try (OpenCatalogue catalogue = new OpenCatalogue(folder.resolve("c.pallet")).withProducts(5)) {
      RowKey added = catalogue.addRow();
      catalogue.workspace.show(RowQuery.ALL.searching("Product 3"));
      RowChoice choice = new RowChoice(catalogue.workspace);
      choice.begin(List.of());
      assertThat(choice.scopeProperty().get()).isEqualTo(RowScope.SHOWN);
      assertThat(keys(choice)).hasSize(catalogue.workspace.view().size());
      assertThat(choice.countsProperty().get())
          .containsEntry(RowScope.ALL, 6)
          .doesNotContainKey(RowScope.SELECTED);

      choice.scopeProperty().set(RowScope.ALL);
      assertThat(keys(choice)).hasSize(6).contains(added);

      catalogue.workspace.show(RowQuery.ALL);
      choice.refresh();
      assertThat(choice.scopeProperty().get()).isEqualTo(RowScope.SHOWN);
      assertThat(keys(choice)).hasSize(6);
    }
  }
}
