package app.pallet.workspace.edge;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.workspace.OpenCatalogue;
import app.pallet.workspace.Workspace;
import app.pallet.workspace.edge.EdgeSearch.Kind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class BlockEdgesTest {

  @TempDir private Path folder;

  /** A letter is a filled cell, a point an empty one. */
  @ParameterizedTest
  @CsvSource({
    "xxx..xx..x, 0, 1, 2",
    "xxx..xx..x, 1, 1, 2",
    "xxx..xx..x, 2, 1, 5",
    "xxx..xx..x, 3, 1, 5",
    "xxx..xx..x, 4, 1, 5",
    "xxx..xx..x, 5, 1, 6",
    "xxx..xx..x, 6, 1, 9",
    "xxx..xx..x, 9, 1, 9",
    "xxx..xx..x, 9, -1, 6",
    "xxx..xx..x, 6, -1, 5",
    "xxx..xx..x, 5, -1, 2",
    "xxx..xx..x, 2, -1, 0",
    "x.........., 0, 1, 10",
    "..........x, 10, -1, 0"
  })
  void anArrowWithCtrlStopsAtTheEdges(String cells, int row, int step, int wanted) {
    try (OpenCatalogue catalogue = open(cells)) {
      assertThat(find(catalogue, row, step, Kind.JUMP)).isEqualTo(List.of(OptionalInt.of(wanted)));
    }
  }

  @ParameterizedTest
  @CsvSource({"xxx..xx, 0, 2", ".xxx..x, 0, 3", "xxx..xx, 2, -1", "xxx..xx, 6, -1"})
  void aRunIsWhatFollowsWithoutAGap(String cells, int row, int wanted) {
    try (OpenCatalogue catalogue = open(cells)) {
      assertThat(find(catalogue, row, 1, Kind.RUN))
          .isEqualTo(List.of(wanted < 0 ? OptionalInt.empty() : OptionalInt.of(wanted)));
    }
  }

  @Test
  void whatIsPendingCountsAsItWillBe() {
    try (OpenCatalogue catalogue = open("xxx..x")) {
      catalogue.workspace.edits().clear(List.of(catalogue.block(1, 1, "brand")));
      catalogue.workspace.edits().setCell(catalogue.key(3), catalogue.column("brand"), "new");
      catalogue.addRow();

      assertThat(find(catalogue, 0, 1, Kind.JUMP)).isEqualTo(List.of(OptionalInt.of(2)));
      assertThat(find(catalogue, 2, 1, Kind.JUMP)).isEqualTo(List.of(OptionalInt.of(3)));
      assertThat(find(catalogue, 5, 1, Kind.JUMP)).isEqualTo(List.of(OptionalInt.of(6)));
    }
  }

  /** However far away the edge is, it is where going row by row would find it. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void farEdgesAreFoundInTheBackground(int seed) {
    Random random = new Random(seed);
    String cells =
        IntStream.range(0, 5)
            .mapToObj(i -> (i % 2 == 0 ? "x" : ".").repeat(1 + random.nextInt(2_500)))
            .collect(Collectors.joining());
    try (OpenCatalogue catalogue = open(cells)) {
      int edge = cells.indexOf('.') - 1;
      int next = cells.indexOf('x', edge + 1);
      int start = cells.lastIndexOf('.') + 1;
      assertThat(find(catalogue, 0, 1, Kind.JUMP))
          .isEqualTo(List.of(OptionalInt.of(edge == 0 ? next : edge)));
      assertThat(find(catalogue, edge, 1, Kind.JUMP)).isEqualTo(List.of(OptionalInt.of(next)));
      assertThat(find(catalogue, start, -1, Kind.JUMP))
          .isEqualTo(List.of(OptionalInt.of(cells.lastIndexOf("x."))));
    }
  }

  private OpenCatalogue open(String cells) {
    OpenCatalogue catalogue = new OpenCatalogue(folder.resolve("edge.pallet"));
    StringBuilder block = new StringBuilder("SKU\tName\tBrand\n");
    for (int i = 0; i < cells.length(); i++) {
      block.append("A-%05d\tProduct\t%s\n".formatted(i, cells.charAt(i) == 'x' ? "x" : ""));
    }
    catalogue.paste(block.toString(), 0, "sku");
    catalogue.commit();
    return catalogue;
  }

  private static List<OptionalInt> find(OpenCatalogue catalogue, int row, int step, Kind kind) {
    Workspace workspace = catalogue.workspace;
    List<OptionalInt> found = new ArrayList<>();
    new BlockEdges(workspace.view(), workspace.proposals(), workspace.queue())
        .find(new EdgeSearch(catalogue.column("brand"), row, step, kind), found::add);
    return found;
  }
}
