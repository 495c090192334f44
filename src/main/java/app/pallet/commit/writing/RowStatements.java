package app.pallet.commit.writing;

import app.pallet.change.ColumnSet;
import app.pallet.change.RowChange;
import app.pallet.change.RowStamp;
import app.pallet.commit.writing.RowStatement.BoundColumns;
import app.pallet.commit.writing.RowStatement.RowCheck;
import app.pallet.engine.Dialect;
import app.pallet.engine.KeySql;
import app.pallet.schema.Column;
import app.pallet.schema.ColumnRole;
import app.pallet.schema.TableSchema;
import app.pallet.schema.table.WriteRule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Makes the statement that writes rows of a kind and a set of columns. An edit writes the columns
 * it changes and no others, so that it neither costs nor overwrites what the user did not touch.
 */
final class RowStatements {

  private final Dialect dialect;
  private final TableSchema schema;
  private final String table;
  private final KeySql keys;
  private final Optional<String> version;
  private final boolean compared;

  /** Statements that write a row only where it is what the user saw. */
  RowStatements(Dialect dialect, TableSchema schema, KeySql keys) {
    this(dialect, schema, keys, false);
  }

  private RowStatements(Dialect dialect, TableSchema schema, KeySql keys, boolean compared) {
    this.dialect = dialect;
    this.schema = schema;
    this.keys = keys;
    this.compared = compared;
    table = dialect.quote(schema.table());
    version = schema.of(ColumnRole.VERSION).map(column -> dialect.quote(column.name()));
  }

  /** Statements for rows that were compared in the same transaction: they go by the key alone. */
  static RowStatements forComparedRows(Dialect dialect, TableSchema schema, KeySql keys) {
    return new RowStatements(dialect, schema, keys, true);
  }

  /** Rows with equal keys are written by the same statement. */
  record Key(Class<? extends RowChange> kind, ColumnSet columns) {

    /** What a row is grouped by: the columns it writes, or those it is recognised by. */
    static Key of(RowChange row) {
      return new Key(row.getClass(), columnsOf(row));
    }

    /** Whether a row belongs to this group; quick where rows share their column sets. */
    boolean fits(RowChange row) {
      return row.getClass() == kind && columnsOf(row).equals(columns);
    }

    private static ColumnSet columnsOf(RowChange row) {
      return row instanceof RowChange.Delete delete
          ? delete.before().columns()
          : row.after().columns();
    }
  }

  /** The statement for rows such as this one. */
  RowStatement statementFor(RowChange row) {
    return switch (row) {
      case RowChange.Add add -> insert(add.after().columns());
      case RowChange.Edit edit -> update(edit.after().columns(), edit.before().columns());
      case RowChange.Delete delete -> delete(delete.before().columns());
    };
  }

  private RowStatement.Insert insert(ColumnSet columns) {
    ColumnSet written = withoutId(writable(columns));
    ColumnSet defaults =
        ColumnSet.of(defaults(schema).stream().filter(c -> !written.contains(c)).toList());
    ColumnSet stamps = withRoles(ColumnRole.CREATED, ColumnRole.UPDATED);
    List<String> names = new ArrayList<>();
    schema.of(ColumnRole.ID).ifPresent(id -> names.add(dialect.quote(id.name())));
    names.addAll(names(written));
    names.addAll(names(defaults));
    names.addAll(names(stamps));
    List<String> values = new ArrayList<>(Collections.nCopies(names.size(), "?"));
    version.ifPresent(column -> {
      names.add(column);
      values.add(Long.toString(RowStamp.Counted.FIRST.version()));
    });
    String sql =
        "INSERT INTO %s (%s) VALUES (%s)"
            .formatted(table, String.join(", ", names), String.join(", ", values));
    return new RowStatement.Insert(
        sql, schema.hasId(), bound(written), bound(defaults), bound(stamps));
  }

  /**
   * The columns that get their default value if nothing else was said. Of other programs' tables
   * the database knows the defaults.
   */
  static List<Column> defaults(TableSchema schema) {
    return schema.dataColumns().stream()
        .filter(c -> c.defaultValue() != null && c.storage() == Column.Storage.SCALED)
        .toList();
  }

  private RowStatement.Update update(ColumnSet columns, ColumnSet before) {
    ColumnSet written = writable(columns);
    requireChangeable(written);
    ColumnSet stamps = withRoles(ColumnRole.UPDATED);
    List<String> sets = new ArrayList<>();
    Stream.concat(names(written).stream(), names(stamps).stream())
        .forEach(name -> sets.add(name + " = ?"));
    version.ifPresent(column -> sets.add(column + " = " + column + " + 1"));
    String sql =
        "UPDATE %s SET %s WHERE %s".formatted(table, String.join(", ", sets), condition(before));
    return new RowStatement.Update(sql, keys, bound(written), bound(stamps), check(before));
  }

  /** A row that gets another key is another row to all who know it by the old one. */
  private static void requireChangeable(ColumnSet written) {
    for (Column column : written.asList()) {
      if (column.write() == WriteRule.ON_ADD) {
        throw new IllegalArgumentException(column + " can't be changed in a row that is there");
      }
    }
  }

  private RowStatement.Delete delete(ColumnSet before) {
    String sql = "DELETE FROM %s WHERE %s".formatted(table, condition(before));
    return new RowStatement.Delete(sql, keys, check(before));
  }

  private String condition(ColumnSet before) {
    List<String> conditions = new ArrayList<>(List.of(keys.isRow()));
    if (!compared) {
      version.ifPresent(column -> conditions.add(column + " = ?"));
      writable(before).asList().forEach(column -> conditions.add(dialect.unchanged(column)));
    }
    return String.join(" AND ", conditions);
  }

  private RowCheck check(ColumnSet before) {
    return compared
        ? new RowCheck(false, bound(ColumnSet.EMPTY))
        : new RowCheck(version.isPresent(), bound(writable(before)));
  }

  /** The same set where all of it is the user's to write, so that rows are recognised by it. */
  private static ColumnSet writable(ColumnSet columns) {
    List<Column> all = columns.asList();
    return all.stream().noneMatch(Column::isReadOnly)
        ? columns
        : ColumnSet.of(all.stream().filter(c -> !c.isReadOnly()).toList());
  }

  /** The same set without the number of the row, which comes with its key. */
  private ColumnSet withoutId(ColumnSet columns) {
    Optional<Column> id = schema.typedId().filter(columns::contains);
    return id.isEmpty()
        ? columns
        : ColumnSet.of(columns.asList().stream().filter(c -> !c.equals(id.get())).toList());
  }

  private BoundColumns bound(ColumnSet columns) {
    return new BoundColumns(dialect, columns);
  }

  private ColumnSet withRoles(ColumnRole... roles) {
    return ColumnSet.of(
        schema.columns().stream().filter(c -> Arrays.asList(roles).contains(c.role())).toList());
  }

  private List<String> names(ColumnSet columns) {
    return columns.asList().stream().map(c -> dialect.quote(c.name())).toList();
  }
}
