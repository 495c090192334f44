package app.pallet.ui.tables;

import app.pallet.ui.table.columns.ColumnLayout;
import app.pallet.ui.table.columns.RowHeight;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The catalogues, and the tables of other databases, that were open, as the settings keep them.
 * Immutable.
 *
 * @param tables the one opened last first, at most {@link #LIMIT}
 */
public record RecentTables(List<RecentTable> tables) {

  /** Tables that are remembered. */
  public static final int LIMIT = 50;

  /** None was open. */
  public static final RecentTables NONE = new RecentTables(List.of());

  /**
   * A table that was open.
   *
   * @param file path of its database
   * @param table its name; empty for the one table of a catalogue
   * @param columns how the user likes its columns, from left to right; empty for a catalogue, as
   *     all catalogues share theirs, and for the table's own order
   * @param rows how high the user likes its rows
   */
  public record RecentTable(String file, String table, List<ColumnLayout> columns, RowHeight rows) {
    public RecentTable {
      columns = List.copyOf(columns);
    }

    /** Where it is. */
    public TablePlace place() {
      return new TablePlace(Path.of(file), Optional.of(table).filter(name -> !name.isEmpty()));
    }
  }

  public RecentTables {
    tables = tables.stream().limit(LIMIT).toList();
  }

  /** The one that was open last. */
  public Optional<TablePlace> last() {
    return tables.stream().findFirst().map(RecentTable::place);
  }

  /** The table of a file that was open last; empty if none was, or the file is a catalogue. */
  public Optional<String> lastOf(Path file) {
    return tables.stream()
        .map(RecentTable::place)
        .filter(place -> place.file().equals(file))
        .findFirst()
        .flatMap(TablePlace::table);
  }

  /** How the user likes the columns of a table. */
  public List<ColumnLayout> columns(TablePlace place) {
    return find(place).map(RecentTable::columns).orElse(List.of());
  }

  /** How high the user likes the rows of a table. */
  public RowHeight rowHeight(TablePlace place) {
    return find(place).map(RecentTable::rows).orElse(RowHeight.NORMAL);
  }

  private Optional<RecentTable> find(TablePlace place) {
    return tables.stream().filter(each -> each.place().equals(place)).findFirst();
  }

  /** The same with a table as the one that was opened last. */
  public RecentTables opening(TablePlace place) {
    RecentTable newest = entry(place, columns(place), rowHeight(place));
    Stream<RecentTable> others = tables.stream().filter(each -> !each.place().equals(place));
    return new RecentTables(Stream.concat(Stream.of(newest), others).toList());
  }

  /** The same with other columns and rows of another height in a table. */
  public RecentTables showing(TablePlace place, List<ColumnLayout> columns, RowHeight rows) {
    return new RecentTables(
        tables.stream()
            .map(each -> each.place().equals(place) ? entry(place, columns, rows) : each)
            .toList());
  }

  private static RecentTable entry(TablePlace place, List<ColumnLayout> columns, RowHeight rows) {
    return new RecentTable(place.file().toString(), place.table().orElse(""), columns, rows);
  }
}
