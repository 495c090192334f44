package app.pallet.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A product table: its name, its columns in their order, and which of them identify a product.
 * Immutable.
 *
 * @param table the table's name in the database
 * @param columns all columns, in the order the user sees them
 * @param matchColumn the name of the data column by which rows of a file find their product, such
 *     as the SKU
 */
public record TableSchema(String table, List<Column> columns, String matchColumn) {

  public TableSchema {
    columns = List.copyOf(columns);
    Map<String, Column> byName = new LinkedHashMap<>();
    for (Column column : columns) {
      if (byName.put(column.name(), column) != null) {
        throw new IllegalArgumentException(table + " has two columns " + column.name());
      }
    }
    if (columns.stream().filter(c -> c.role() == ColumnRole.ID).count() != 1) {
      throw new IllegalArgumentException(table + " needs exactly one id column");
    }
    if (!byName.containsKey(matchColumn)) {
      throw new IllegalArgumentException(table + " has no column " + matchColumn);
    }
  }

  /** The column of this name. */
  public Optional<Column> column(String name) {
    return columns.stream().filter(c -> c.name().equals(name)).findFirst();
  }

  /**
   * The column of this name, which must be there.
   *
   * @throws IllegalArgumentException if it isn't
   */
  public Column require(String name) {
    return column(name)
        .orElseThrow(() -> new IllegalArgumentException(table + " has no column " + name));
  }

  /**
   * The column a spreadsheet's heading means, by its name, or else its label, or else an alias. For
   * a whole header row make one {@link ColumnHeadings}.
   */
  public Optional<Column> called(String heading) {
    return new ColumnHeadings(columns).find(heading);
  }

  /** The first column of this role. */
  public Optional<Column> of(ColumnRole role) {
    return columns.stream().filter(c -> c.role() == role).findFirst();
  }

  /** The key column. */
  public Column id() {
    return of(ColumnRole.ID).orElseThrow();
  }

  /** The column by which rows of a file find their product. */
  public Column match() {
    return require(matchColumn);
  }

  /** The columns the user may change. */
  public List<Column> dataColumns() {
    return columns.stream().filter(c -> !c.isReadOnly()).toList();
  }

  /**
   * The same table with more data columns behind the ones it has, and before Pallet's book-keeping.
   *
   * @throws IllegalArgumentException if it has a column of such a name already
   */
  public TableSchema with(List<Column> added) {
    List<Column> all = new ArrayList<>(columns);
    int end = all.size();
    while (end > 0 && all.get(end - 1).isReadOnly() && all.get(end - 1).role() != ColumnRole.ID) {
      end--;
    }
    all.addAll(end, added);
    return new TableSchema(table, all, matchColumn);
  }

  /** Position of a column in the order the user sees, or -1. */
  public int indexOf(Column column) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).name().equals(column.name())) {
        return i;
      }
    }
    return -1;
  }
}
