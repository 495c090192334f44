package app.pallet.rows.references;

import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import app.pallet.database.CatalogueDatabase;
import app.pallet.engine.Dialect;
import app.pallet.rows.RowReadException;
import app.pallet.schema.Column;
import app.pallet.schema.TableSchema;
import app.pallet.schema.table.Reference;
import app.pallet.schema.table.Reference.Action;
import app.pallet.schema.table.Reference.Target;
import app.pallet.schema.table.Referrer;
import app.pallet.schema.table.TableName;
import app.pallet.text.Counted;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Rows that refer, by one foreign key, to rows that are to be deleted, or to rows that go with
 * these.
 *
 * @param table whose rows they are
 * @param columns by which they refer
 * @param action what the database does with them
 * @param rows how many there are, at least 1
 */
public record DependentRows(TableName table, List<String> columns, Action action, long rows) {

  public DependentRows {
    columns = List.copyOf(columns);
  }

  /** Whether the database refuses to delete what they refer to. */
  public boolean isInTheWay() {
    return action == Action.NO_ACTION || action == Action.RESTRICT;
  }

  /** What becomes of them, as a sentence without its full stop. */
  public String sentence() {
    String subject = Counted.of(rows, "row of ", "rows of ") + table;
    boolean one = rows == 1;
    String by = String.join(", ", columns);
    return switch (action) {
      case CASCADE -> subject + (one ? " is" : " are") + " deleted with them";
      case SET_NULL -> subject + (one ? " loses its " : " lose their ") + by;
      case SET_DEFAULT -> subject + (one ? " gets" : " get") + " the default of " + by;
      case NO_ACTION, RESTRICT ->
          "%s still %s to them by %s, so the database will not delete them"
              .formatted(subject, one ? "refers" : "refer", by);
    };
  }

  /**
   * Counts the rows of all tables of a database that refer to rows which changes delete. Rows of
   * the same table that the same changes delete, or that shall refer to others, do not count.
   * Blocking; any thread.
   */
  public static List<DependentRows> of(
      CatalogueDatabase database, Collection<? extends RowChange> changes) {
    List<RowKey.Stored> deleted = new ArrayList<>();
    for (RowChange change : changes) {
      if (change instanceof RowChange.Delete delete) {
        deleted.add(delete.key());
      }
    }
    if (deleted.isEmpty()) {
      return List.of();
    }
    try (Connection connection = database.readers().getConnection()) {
      return new Search(connection, database, deleted, changes).all();
    } catch (SQLException e) {
      throw new RowReadException(database.dialect().failures().read(e), e);
    }
  }

  /**
   * Follows the foreign keys from the table of the deleted rows on, as far as rows are deleted with
   * others.
   */
  private static final class Search {

    /** Rows in one statement where a key has several columns, each of which is a parameter. */
    private static final int PORTION = 200;

    private final Connection connection;
    private final Dialect dialect;
    private final TableSchema schema;
    private final Collection<? extends RowChange> changes;
    private final List<RowKey.Stored> deleted;
    private final List<DependentRows> found = new ArrayList<>();

    Search(
        Connection connection,
        CatalogueDatabase database,
        List<RowKey.Stored> deleted,
        Collection<? extends RowChange> changes) {
      this.connection = connection;
      this.dialect = database.dialect();
      this.schema = database.schema();
      this.changes = changes;
      this.deleted = deleted;
    }

    List<DependentRows> all() throws SQLException {
      follow(schema.table(), List.of());
      return found;
    }

    /**
     * Counts what refers to a table.
     *
     * @param way how the table's rows refer to the deleted ones, the nearest to these first
     */
    private void follow(String table, List<Referrer> way) throws SQLException {
      for (Referrer referrer : dialect.referrers(connection, table)) {
        Reference reference = referrer.reference();
        boolean isNew =
            way.stream().noneMatch(step -> step.table().equals(referrer.table()))
                && (way.isEmpty() || !referrer.table().name().equals(schema.table()));
        if (reference.target() == Target.FOUND && isNew) {
          List<Referrer> further = new ArrayList<>(way);
          further.add(referrer);
          long rows = count(further);
          if (rows > 0) {
            found.add(
                new DependentRows(
                    referrer.table(), reference.columns(), reference.onDelete(), rows));
            if (reference.onDelete() == Action.CASCADE
                && !referrer.table().name().equals(schema.table())) {
              follow(referrer.table().name(), further);
            }
          }
        }
      }
    }

    private long count(List<Referrer> way) throws SQLException {
      if (schema.key().names().size() == 1) {
        List<Object> bound = new ArrayList<>(List.of(set(deleted)));
        String condition = dialect.isIn("r0." + key(0), "?1") + others(way, bound);
        return count(way, condition, bound);
      }
      long rows = 0;
      for (int from = 0; from < deleted.size(); from += PORTION) {
        int to = Math.min(deleted.size(), from + PORTION);
        List<Object> bound = new ArrayList<>();
        String condition =
            deleted.subList(from, to).stream()
                .map(row -> isRow(values(row), bound))
                .collect(Collectors.joining(" OR ", "(", ")"));
        rows +=
            isOwn(way.getFirst())
                ? countOthers(way.getFirst(), condition, bound)
                : count(way, condition, bound);
      }
      return rows;
    }

    private boolean isOwn(Referrer referrer) {
      return referrer.table().name().equals(schema.table());
    }

    /** Counts rows of the same table, but those that go or refer to others by the same commit. */
    private long countOthers(Referrer own, String condition, List<Object> bound)
        throws SQLException {
      Set<RowKey> others = new HashSet<>(others(own));
      String keys =
          IntStream.range(0, schema.keyColumns().size())
              .mapToObj(i -> "r1." + key(i))
              .collect(Collectors.joining(", "));
      String sql =
          "SELECT %s FROM %s AS r0%s WHERE %s"
              .formatted(keys, dialect.quote(schema.table()), joined(own, 0), condition);
      long rows = 0;
      try (PreparedStatement statement = connection.prepareStatement(sql)) {
        bind(statement, bound);
        try (ResultSet result = statement.executeQuery()) {
          while (result.next()) {
            Object[] parts = new Object[schema.keyColumns().size()];
            for (int i = 0; i < parts.length; i++) {
              parts[i] =
                  Objects.requireNonNull(
                      dialect.codec(schema.keyColumns().get(i)).read(result, i + 1));
            }
            rows += others.contains(RowKey.Parts.of(parts)) ? 0 : 1;
          }
        }
      }
      return rows;
    }

    private static void bind(PreparedStatement statement, List<Object> bound) throws SQLException {
      for (int i = 0; i < bound.size(); i++) {
        statement.setObject(i + 1, bound.get(i));
      }
    }

    /** Rows of the table that are deleted, too, or get another reference. */
    private List<RowKey.Stored> others(Referrer own) {
      List<RowKey.Stored> others = new ArrayList<>(deleted);
      for (RowChange change : changes) {
        if (change instanceof RowChange.Edit edit
            && edit.after().columns().asList().stream()
                .anyMatch(column -> own.reference().columns().contains(column.name()))) {
          others.add(edit.key());
        }
      }
      return others;
    }

    private String isRow(List<Object> values, List<Object> bound) {
      return IntStream.range(0, values.size())
          .mapToObj(i -> {
            bound.add(stored(i, values.get(i)));
            return "r0." + key(i) + " = ?" + bound.size();
          })
          .collect(Collectors.joining(" AND ", "(", ")"));
    }

    /** Leaves out rows of the same table that are deleted, too, or get another reference. */
    private String others(List<Referrer> way, List<Object> bound) {
      if (!isOwn(way.getFirst())) {
        return "";
      }
      bound.add(set(others(way.getFirst())));
      return " AND NOT " + dialect.isIn("r1." + key(0), "?2");
    }

    private long count(List<Referrer> way, String condition, List<Object> bound)
        throws SQLException {
      StringBuilder from = new StringBuilder(dialect.quote(schema.table()) + " AS r0");
      for (int i = 0; i < way.size(); i++) {
        from.append(joined(way.get(i), i));
      }
      String sql = "SELECT count(*) FROM " + from + " WHERE " + condition;
      try (PreparedStatement statement = connection.prepareStatement(sql)) {
        bind(statement, bound);
        try (ResultSet result = statement.executeQuery()) {
          return result.getLong(1);
        }
      }
    }

    private String joined(Referrer step, int parent) {
      Reference reference = step.reference();
      return IntStream.range(0, reference.columns().size())
          .mapToObj(i ->
              "r%d.%s = r%d.%s"
                  .formatted(
                      parent + 1,
                      dialect.quote(reference.columns().get(i)),
                      parent,
                      dialect.quote(reference.parentColumns().get(i))))
          .collect(
              Collectors.joining(
                  " AND ",
                  " JOIN %s AS r%d ON ".formatted(dialect.quote(step.table().name()), parent + 1),
                  ""));
    }

    private String key(int place) {
      return dialect.quote(schema.key().names().get(place));
    }

    private String set(Collection<RowKey.Stored> keys) {
      return dialect.set(keys.stream().map(key -> stored(0, values(key).getFirst())).toList());
    }

    private Object stored(int place, Object value) {
      Column column = schema.keyColumns().get(place);
      return Objects.requireNonNull(dialect.codec(column).toStored(value));
    }

    private static List<Object> values(RowKey.Stored key) {
      return switch (key) {
        case RowKey.Id(long id) -> List.of(id);
        case RowKey.Parts parts -> parts.values();
        case RowKey.Unkeyed(long number) ->
            throw new IllegalArgumentException("A row without a key is never written: " + number);
      };
    }
  }
}
