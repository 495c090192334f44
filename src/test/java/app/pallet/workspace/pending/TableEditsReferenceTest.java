package app.pallet.workspace.pending;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.change.RowKey;
import app.pallet.schema.CellFormat;
import app.pallet.schema.CellParser;
import app.pallet.schema.CellReading;
import app.pallet.schema.CellText;
import app.pallet.schema.Column;
import app.pallet.workspace.OpenCatalogue;
import app.pallet.workspace.view.CellBlock;
import app.pallet.workspace.view.RowState;
import app.pallet.workspace.view.ViewRow;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random actions on random selections end as a plain reference says, which goes through the
 * rectangles cell by cell. Rows of all kinds are among them; some selections are so small that they
 * are changed at once, others are worked out in the background.
 */
final class TableEditsReferenceTest {

  private static final int ROWS = 260;

  private static final List<String> COLUMNS =
      List.of("id", "sku", "name", "price", "quantity", "active", "version", "created");

  private static final List<String> TEXTS =
      List.of("7", "cheap", "", " ", "yes", "2.50", "-4", "a longer text", "2026-02-30", "1e3");

  @TempDir private static Path folder;

  private static Path file;

  @BeforeAll
  static void fill() {
    file = folder.resolve("shop.pallet");
    new OpenCatalogue(file).withProducts(ROWS).close();
  }

  static IntStream seeds() {
    return IntStream.range(0, Integer.getInteger("pallet.selections", 20));
  }

  /** What the user sees of a row: the texts of its cells by the names of their columns. */
  private record Seen(Map<String, String> texts) {}

  @ParameterizedTest
  @MethodSource("seeds")
  void anActionOnASelectionEndsAsThePlainReferenceSays(int seed) {
    Random chance = new Random(seed);
    try (OpenCatalogue catalogue = new OpenCatalogue(file)) {
      for (int i = 0; i < 3 + chance.nextInt(5); i++) {
        RowKey.New added = catalogue.addRow();
        catalogue.workspace.edits().setCell(added, catalogue.column("sku"), "NEW-" + i);
      }
      for (int step = 0; step < 12; step++) {
        act(catalogue, chance);
      }
    }
  }

  private static void act(OpenCatalogue catalogue, Random chance) {
    List<CellBlock> blocks = selection(catalogue, chance);
    List<RowKey> keys = keys(catalogue);
    Map<RowKey, Seen> before = seen(catalogue);
    TableEdits edits = catalogue.workspace.edits();
    catalogue.told.clear();
    Map<RowKey, Seen> expected;
    int kind = chance.nextInt(10);
    String text = TEXTS.get(chance.nextInt(TEXTS.size()));
    if (kind < 3) {
      edits.fill(blocks, text);
      expected = filled(keys, before, blocks, text);
      assertThat(catalogue.told).containsExactlyElementsOf(told(keys, before, blocks));
    } else if (kind < 4) {
      edits.clear(blocks);
      expected = filled(keys, before, blocks, "");
    } else if (kind < 7) {
      edits.fillDown(blocks);
      expected = filledDown(keys, before, blocks, stored(catalogue));
    } else if (kind < 8) {
      List<CellBlock> few = List.of(some(catalogue, chance, 6));
      edits.delete(few);
      expected = deleted(keys, before, few);
    } else {
      Map<RowKey, Seen> stored = stored(catalogue);
      edits.revert(blocks);
      expected = reverted(keys, before, blocks, stored);
    }
    String what = "action " + kind + " with “" + text + "” on " + blocks;
    assertThat(seen(catalogue)).as(what).isEqualTo(expected);
    boolean isStep = !expected.equals(before);
    if (isStep) {
      catalogue.workspace.queue().undo(taken -> {});
      assertThat(seen(catalogue)).as("undo of " + what).isEqualTo(before);
      catalogue.workspace.queue().redo(taken -> {});
      assertThat(seen(catalogue)).as("redo of " + what).isEqualTo(expected);
    }
  }

  /** Some rectangles, which often overlap, in any order. */
  private static List<CellBlock> selection(OpenCatalogue catalogue, Random chance) {
    List<CellBlock> blocks = new ArrayList<>();
    int most = chance.nextBoolean() ? 30 : ROWS;
    for (int i = 1 + chance.nextInt(4); i > 0; i--) {
      blocks.add(some(catalogue, chance, most));
    }
    return blocks;
  }

  private static CellBlock some(OpenCatalogue catalogue, Random chance, int most) {
    int size = catalogue.workspace.view().size();
    int first = chance.nextInt(size);
    int last = Math.min(size - 1, first + chance.nextInt(most));
    int left = chance.nextInt(COLUMNS.size());
    int right = left + 1 + chance.nextInt(COLUMNS.size() - left);
    return catalogue.block(first, last, COLUMNS.subList(left, right).toArray(String[]::new));
  }

  private static Map<RowKey, Seen> filled(
      List<RowKey> keys, Map<RowKey, Seen> before, List<CellBlock> blocks, String text) {
    Map<RowKey, Seen> after = copy(before);
    forEachCell(
        keys, before, blocks, (key, column, first) -> put(after, key, column, taken(column, text)));
    return after;
  }

  private static Map<RowKey, Seen> filledDown(
      List<RowKey> keys,
      Map<RowKey, Seen> before,
      List<CellBlock> blocks,
      Map<RowKey, Seen> stored) {
    Map<RowKey, Seen> after = copy(before);
    Map<RowKey, Seen> sources = new LinkedHashMap<>(stored); // of rows that are to be deleted, too
    sources.putAll(before);
    forEachCell(
        keys,
        before,
        blocks,
        (key, column, first) -> put(after, key, column, text(sources.get(first), column)));
    return after;
  }

  private static Map<RowKey, Seen> deleted(
      List<RowKey> keys, Map<RowKey, Seen> before, List<CellBlock> blocks) {
    Map<RowKey, Seen> after = copy(before);
    for (CellBlock block : blocks) {
      for (RowKey key : keys.subList(block.firstRow(), block.lastRow() + 1)) {
        after.remove(key);
      }
    }
    return after;
  }

  private static Map<RowKey, Seen> reverted(
      List<RowKey> keys,
      Map<RowKey, Seen> before,
      List<CellBlock> blocks,
      Map<RowKey, Seen> stored) {
    Map<RowKey, Seen> after = copy(before);
    for (CellBlock block : blocks) {
      for (RowKey key : keys.subList(block.firstRow(), block.lastRow() + 1)) {
        if (key instanceof RowKey.Stored && !before.containsKey(key)) {
          after.put(key, Objects.requireNonNull(stored.get(key))); // a deleted row, restored whole
        } else {
          for (Column column : block.columns()) {
            put(after, key, column, text(stored.get(key), column));
          }
        }
      }
    }
    return after;
  }

  private static List<String> told(
      List<RowKey> keys, Map<RowKey, Seen> before, List<CellBlock> blocks) {
    Set<RowKey> deleted = new HashSet<>();
    Set<List<Object>> readOnly = new HashSet<>();
    for (CellBlock block : blocks) {
      for (RowKey key : keys.subList(block.firstRow(), block.lastRow() + 1)) {
        for (Column column : block.columns()) {
          if (column.isReadOnly()) {
            readOnly.add(List.of(key, column.name()));
          } else if (!before.containsKey(key)) {
            deleted.add(key);
          }
        }
      }
    }
    List<String> parts = new ArrayList<>();
    if (!deleted.isEmpty()) {
      parts.add(
          deleted.size() == 1
              ? "1 row that is to be deleted"
              : deleted.size() + " rows that are to be deleted");
    }
    if (!readOnly.isEmpty()) {
      parts.add(
          readOnly.size() == 1
              ? "1 cell that can't be changed"
              : "%,d cells that can't be changed".formatted(readOnly.size()));
    }
    return parts.isEmpty()
        ? List.of()
        : List.of("Fill cells: left out " + String.join(" and ", parts));
  }

  private interface Cell {
    void fill(RowKey key, Column column, RowKey first);
  }

  /** Each cell that may be filled, once for each rectangle that has it, in their order. */
  private static void forEachCell(
      List<RowKey> keys, Map<RowKey, Seen> before, List<CellBlock> blocks, Cell cell) {
    for (CellBlock block : blocks) {
      for (int row = block.firstRow(); row <= block.lastRow(); row++) {
        for (Column column : block.columns()) {
          if (!column.isReadOnly() && before.containsKey(keys.get(row))) {
            cell.fill(keys.get(row), column, keys.get(block.firstRow()));
          }
        }
      }
    }
  }

  private static String taken(Column column, String text) {
    return switch (CellParser.parse(column, text, CellFormat.PLAIN)) {
      case CellReading.Value(var value) -> CellText.plain(column, value);
      case CellReading.Rejected rejected -> text;
    };
  }

  private static void put(Map<RowKey, Seen> rows, RowKey key, Column column, String text) {
    Seen seen = rows.get(key);
    if (seen != null) {
      seen.texts().put(column.name(), text);
    }
  }

  private static String text(@Nullable Seen row, Column column) {
    return row == null ? "" : row.texts().getOrDefault(column.name(), "");
  }

  private static Map<RowKey, Seen> copy(Map<RowKey, Seen> rows) {
    Map<RowKey, Seen> copy = new LinkedHashMap<>();
    rows.forEach((key, row) -> copy.put(key, new Seen(new LinkedHashMap<>(row.texts()))));
    return copy;
  }

  private static List<RowKey> keys(OpenCatalogue catalogue) {
    return IntStream.range(0, catalogue.workspace.view().size()).mapToObj(catalogue::key).toList();
  }

  /** The rows that are not to be deleted, as the user sees them. */
  private static Map<RowKey, Seen> seen(OpenCatalogue catalogue) {
    Map<RowKey, Seen> rows = new LinkedHashMap<>();
    for (int i = 0; i < catalogue.workspace.view().size(); i++) {
      ViewRow row = catalogue.workspace.view().rowAt(i).orElseThrow();
      if (row.state() != RowState.DELETED) {
        rows.put(row.key(), new Seen(texts(catalogue, row)));
      }
    }
    return rows;
  }

  private static Map<RowKey, Seen> stored(OpenCatalogue catalogue) {
    Map<RowKey, Seen> rows = new LinkedHashMap<>();
    for (int i = 0; i < catalogue.workspace.view().size(); i++) {
      ViewRow row = catalogue.workspace.view().rowAt(i).orElseThrow();
      Optional.ofNullable(row.stored())
          .map(stored -> new ViewRow(row.key(), stored, null))
          .ifPresent(plain -> rows.put(row.key(), new Seen(texts(catalogue, plain))));
    }
    return rows;
  }

  private static Map<String, String> texts(OpenCatalogue catalogue, ViewRow row) {
    Map<String, String> texts = new LinkedHashMap<>();
    COLUMNS.forEach(name -> texts.put(name, row.text(catalogue.column(name))));
    return texts;
  }
}
