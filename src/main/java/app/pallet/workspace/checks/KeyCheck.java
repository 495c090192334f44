package app.pallet.workspace.checks;

import app.pallet.change.FoundRows;
import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import app.pallet.change.RowProblem;
import app.pallet.rows.RowReader;
import app.pallet.schema.CellText;
import app.pallet.schema.Column;
import app.pallet.schema.TableSchema;
import app.pallet.schema.table.WriteRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds what is wrong with the keys that people give, before the database writes any row: two rows
 * to be added with the same key, one with a key that is there or with none, and a row that is there
 * and shall get another key. The keys of single unique columns are {@link UniqueCheck}'s as well,
 * which knows more about them and comes first. Stateless.
 */
final class KeyCheck {

  private KeyCheck() {}

  /**
   * The problems of rows, on the cells of their keys.
   *
   * @param wanted all changes that would be committed together
   */
  static Map<RowKey, List<RowProblem>> run(
      TableSchema schema, RowReader reader, List<RowChange> wanted) {
    Map<RowKey, List<RowProblem>> problems = new LinkedHashMap<>();
    if (schema.hasId()) {
      return problems;
    }
    Map<RowKey.Stored, RowChange> stored = new LinkedHashMap<>();
    Map<RowKey.Stored, RowChange.Add> adds = new LinkedHashMap<>();
    for (RowChange change : wanted) {
      switch (change) {
        case RowChange.Add add -> {
          RowKey.Stored key = reader.keyOf(add).orElse(null);
          RowChange.Add other = key == null ? null : adds.putIfAbsent(key, add);
          if (key == null) {
            problems.put(add.key(), problems(schema, add, "The row needs a key"));
          } else if (other != null) {
            problems.put(add.key(), problems(schema, add, "Another new row has this key"));
            problems.putIfAbsent(
                other.key(), problems(schema, other, "Another new row has this key"));
          }
        }
        case RowChange.Edit edit -> {
          stored.put(edit.key(), edit);
          if (isRenamed(edit)) {
            problems.put(
                edit.key(),
                problems(schema, edit, "The key of a row that is there can't be changed"));
          }
        }
        case RowChange.Delete delete -> stored.put(delete.key(), delete);
      }
    }
    List<RowKey.Stored> keys = List.copyOf(adds.keySet());
    FoundRows there = reader.findKeys(keys, schema.keyColumns());
    for (int i = 0; i < keys.size(); i++) {
      boolean isFreed = stored.get(keys.get(i)) instanceof RowChange.Delete;
      RowChange.Add add = adds.get(keys.get(i));
      if (add != null && there.at(i) != null && !isFreed) {
        problems.putIfAbsent(add.key(), problems(schema, add, "There is a row with this key"));
      }
    }
    return problems;
  }

  private static boolean isRenamed(RowChange.Edit edit) {
    return edit.after().columns().asList().stream().anyMatch(c -> c.write() == WriteRule.ON_ADD);
  }

  /** The same for each cell of the key that the row names, or for the first if it names none. */
  private static List<RowProblem> problems(TableSchema schema, RowChange change, String why) {
    List<Column> said =
        new ArrayList<>(schema.keyColumns().stream().filter(change.after()::has).toList());
    if (said.isEmpty()) {
      said.add(schema.keyColumns().getFirst());
    }
    String key =
        said.stream()
            .map(column -> column.label() + " " + text(change, column))
            .collect(Collectors.joining(", "));
    return said.stream()
        .map(column ->
            new RowProblem(
                change.origin(),
                column.name(),
                text(change, column),
                why + ": " + key,
                "",
                RowProblem.Severity.REFUSED))
        .toList();
  }

  private static String text(RowChange change, Column column) {
    @Nullable Object value = change.after().has(column) ? change.after().get(column) : null;
    return CellText.plain(column, value);
  }
}
