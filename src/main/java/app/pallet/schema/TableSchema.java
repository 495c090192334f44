package app.pallet.schema;

import app.pallet.schema.table.KeyColumns;
import app.pallet.schema.table.Reference;
import app.pallet.schema.table.WriteRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A table: its name, its columns in their order, how its rows are found, and to which other tables
 * it refers. Immutable.
 *
 * @param table the table's name in the database
 * @param columns all columns, in the order the user sees them
 * @param key the columns by whose values the database finds a row
 * @param rowNumber the name of a whole number that the database finds a row by quickest, and that
 *     may change as soon as nobody looks: a column of the key, or one that is not among the
 *     columns; empty if rows have none
 * @param matchColumn the name of the data column by which rows of a file find their product, such
 *     as the SKU, and by which people know a row
 * @param references its foreign keys
 */
public record TableSchema(
    String table,
    List<Column> columns,
    KeyColumns key,
    Optional<String> rowNumber,
    String matchColumn,
    List<Reference> references) {

  public TableSchema {
    columns = List.copyOf(columns);
    references = List.copyOf(references);
    Map<String, Column> byName = new LinkedHashMap<>();
    for (Column column : columns) {
      if (byName.put(column.name(), column) != null) {
        throw new IllegalArgumentException(table + " has two columns " + column.name());
      }
    }
    if (columns.stream().filter(c -> c.role() == ColumnRole.ID).count() > 1) {
      throw new IllegalArgumentException(table + " has two id columns");
    }
    for (String name : key.names()) {
      if (!byName.containsKey(name)) {
        throw new IllegalArgumentException(table + " has no column " + name + " of its key");
      }
    }
    if (!byName.containsKey(matchColumn)) {
      throw new IllegalArgumentException(table + " has no column " + matchColumn);
    }
  }

  /**
   * A table as Pallet makes them, whose key is one whole number: its id column.
   *
   * @throws IllegalArgumentException if it has not exactly one
   */
  public TableSchema(String table, List<Column> columns, String matchColumn) {
    this(table, columns, idKey(table, columns), matchColumn);
  }

  private TableSchema(String table, List<Column> columns, KeyColumns id, String matchColumn) {
    this(table, columns, id, Optional.of(id.names().getFirst()), matchColumn, List.of());
  }

  private static KeyColumns idKey(String table, List<Column> columns) {
    List<String> ids =
        columns.stream().filter(c -> c.role() == ColumnRole.ID).map(Column::name).toList();
    if (ids.size() != 1) {
      throw new IllegalArgumentException(table + " needs exactly one id column");
    }
    return new KeyColumns(ids);
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

  /**
   * The key column of a table whose key is one whole number.
   *
   * @throws java.util.NoSuchElementException if it is not
   */
  public Column id() {
    return of(ColumnRole.ID).orElseThrow();
  }

  /**
   * Whether the key is one whole number that the database finds rows by, so that {@link #id} is.
   */
  public boolean hasId() {
    return of(ColumnRole.ID).isPresent();
  }

  /** The columns of the key in its order. */
  public List<Column> keyColumns() {
    return key.names().stream().map(this::require).toList();
  }

  /**
   * The columns that refer alone to the id of another row of the same table, such as that of the
   * category above one, and are no part of the key.
   */
  public List<Column> ownParents() {
    return of(ColumnRole.ID).stream()
        .flatMap(id ->
            references.stream()
                .filter(reference ->
                    reference.parent().name().equals(table)
                        && reference.columns().size() == 1
                        && reference.parentColumns().equals(List.of(id.name()))))
        .flatMap(reference -> column(reference.columns().getFirst()).stream())
        .filter(column -> !key.names().contains(column.name()))
        .distinct()
        .toList();
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
   * The same without the number by which rows are found. Whoever adds a row may give it one, but
   * need not.
   */
  public List<Column> dataWithoutId() {
    return dataColumns().stream().filter(c -> c.role() != ColumnRole.ID).toList();
  }

  /** The number by which rows are found, if whoever adds a row may give it. */
  public Optional<Column> typedId() {
    return of(ColumnRole.ID).filter(column -> column.write() == WriteRule.ON_ADD);
  }

  /**
   * The same table with more data columns behind the ones it has, and before Pallet's book-keeping.
   *
   * @throws IllegalArgumentException if it has a column of such a name already
   */
  public TableSchema with(List<Column> added) {
    List<Column> all = new ArrayList<>(columns);
    int end = all.size();
    while (end > 0
        && all.get(end - 1).isBookkeeping()
        && all.get(end - 1).role() != ColumnRole.ID) {
      end--;
    }
    all.addAll(end, added);
    return new TableSchema(table, all, key, rowNumber, matchColumn, references);
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
