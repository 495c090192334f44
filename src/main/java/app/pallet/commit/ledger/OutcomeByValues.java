package app.pallet.commit.ledger;

import app.pallet.change.ColumnSet;
import app.pallet.change.Row;
import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import app.pallet.change.RowStamp;
import app.pallet.change.RowValues;
import app.pallet.commit.CommitPlan;
import app.pallet.database.CatalogueDatabase;
import app.pallet.engine.ValueCodec;
import app.pallet.rows.references.ParentTable;
import app.pallet.rows.references.ReferringColumn;
import app.pallet.schema.Column;
import app.pallet.schema.table.PendingParent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Finds out by the values of rows whether a transaction took place, in a table of which no ledger
 * is kept. A row that is neither as it was nor as it was to be tells nothing: somebody else, or a
 * trigger, has changed it. Blocking; any thread.
 */
public final class OutcomeByValues {

  private static final int ROWS_A_QUERY = 500;

  private final CatalogueDatabase database;
  private final ColumnSet data;

  /** By the rows of an open table. */
  public OutcomeByValues(CatalogueDatabase database) {
    this.database = database;
    this.data = ColumnSet.of(database.schema().dataWithoutId());
  }

  /** What the rows say of a transaction. */
  public enum Verdict {
    /** All are as they were to be. */
    IN,
    /** All are as they were before. */
    OUT,
    /** Some are neither, or some are this and some that. */
    UNKNOWN
  }

  /**
   * Whether a transaction took place.
   *
   * @param rows that it wrote
   * @param ids the keys that it gave to added rows
   */
  public Verdict of(List<RowChange> rows, Map<RowKey.New, RowKey.Stored> ids) throws SQLException {
    Optional<Verdict> all = Optional.empty();
    try (Connection connection = database.readers().getConnection()) {
      for (List<RowChange> slice : CommitPlan.slices(rows, ROWS_A_QUERY)) {
        @Nullable Row[] now = current(connection, slice, ids);
        for (int i = 0; i < now.length; i++) {
          Optional<Verdict> one = verdict(slice.get(i), now[i]);
          if (one.isPresent() && all.isPresent() && !one.equals(all)) {
            return Verdict.UNKNOWN;
          }
          all = one.isPresent() ? one : all;
        }
      }
    }
    return all.orElse(Verdict.UNKNOWN);
  }

  /**
   * What is known of the rows that a commit may have written.
   *
   * @param written those that it has written
   * @param unsure rows to be added of which nothing tells: there are new rows that hold something
   *     else, and may be these nevertheless
   */
  public record Written(List<CommittedChange> written, List<RowChange.Add> unsure) {}

  /**
   * The rows that a commit has written, of those that it may have written.
   *
   * @param above the highest number of a row when it began, if rows have numbers: what it added is
   *     among those above
   */
  Written written(List<RowChange> asked, OptionalLong above) throws SQLException {
    RowStamp added = RowStamp.ofAdded(database.schema());
    List<CommittedChange> written = new ArrayList<>();
    List<RowChange.Add> unsure = new ArrayList<>();
    List<RowChange.Add> adds = new ArrayList<>();
    List<RowChange> others = new ArrayList<>();
    Map<RowKey.New, RowKey.Stored> given = new HashMap<>();
    try (Connection connection = database.readers().getConnection()) {
      for (RowChange row : withParents(connection, asked)) {
        if (row instanceof RowChange.Add add) {
          adds.add(add);
        } else {
          others.add(row);
        }
      }
      List<Row> reused = reused(connection, others);
      unsure.addAll(addAdded(connection, adds, above, reused, given, written));
      UnaryOperator<Object> put = RowKey.put(given::get);
      others.replaceAll(row -> row.mapped(put));
      for (List<RowChange> slice : CommitPlan.slices(others, ROWS_A_QUERY)) {
        @Nullable Row[] now = current(connection, slice, Map.of());
        for (int i = 0; i < now.length; i++) {
          RowChange row = slice.get(i);
          boolean isIn =
              verdict(row, now[i]).equals(Optional.of(Verdict.IN))
                  || (row instanceof RowChange.Delete && given.containsValue(row.key()));
          if (isIn && row.key() instanceof RowKey.Stored key) {
            written.add(CommittedChange.of(row, key, added));
          }
        }
      }
    }
    return new Written(written, unsure);
  }

  /**
   * Rows that have the numbers of rows that were to be deleted, but aren't those: a database that
   * gives numbers gives the highest again once its row is gone.
   */
  private List<Row> reused(Connection connection, List<RowChange> others) throws SQLException {
    List<Row> reused = new ArrayList<>();
    if (database.schema().hasId()) {
      List<RowChange> deletes = others.stream().filter(RowChange.Delete.class::isInstance).toList();
      for (List<RowChange> slice : CommitPlan.slices(deletes, ROWS_A_QUERY)) {
        @Nullable Row[] now = current(connection, slice, Map.of());
        for (int i = 0; i < now.length; i++) {
          Row row = now[i];
          if (row != null && !holds(row, slice.get(i).before())) {
            reused.add(row);
          }
        }
      }
    }
    return reused;
  }

  /** The rows with the keys of rows of other tables that were added with them. */
  private List<RowChange> withParents(Connection connection, List<RowChange> asked)
      throws SQLException {
    List<RowChange> known = new ArrayList<>(asked);
    for (ReferringColumn refers : ReferringColumn.of(database.schema()).values()) {
      Map<PendingParent.OtherRow, Object> keys = new HashMap<>();
      Optional<ParentTable> table = Optional.empty();
      for (int i = 0; i < known.size(); i++) {
        if (known.get(i).after().get(refers.column()) instanceof PendingParent.OtherRow row) {
          table =
              table.isPresent() ? table : ParentTable.of(connection, database.dialect(), refers);
          if (table.isPresent() && !keys.containsKey(row)) {
            table.get().find(connection, row).ifPresent(key -> keys.put(row, key));
          }
          Object key = keys.get(row);
          if (key != null) {
            known.set(i, known.get(i).with(refers.column(), key));
          }
        }
      }
    }
    return known;
  }

  /**
   * Finds rows that were added before those that refer to them, whose values are known then.
   *
   * @return the rows that are not found, if there are new ones that hold something else
   */
  private List<RowChange.Add> addAdded(
      Connection connection,
      List<RowChange.Add> adds,
      OptionalLong above,
      List<Row> reused,
      Map<RowKey.New, RowKey.Stored> given,
      List<CommittedChange> written)
      throws SQLException {
    RowStamp added = RowStamp.ofAdded(database.schema());
    List<Column> parents = database.schema().ownParents();
    Set<RowKey.Stored> taken = new HashSet<>();
    Set<RowKey.Stored> others = new HashSet<>();
    List<RowChange.Add> left = adds;
    while (!left.isEmpty()) {
      UnaryOperator<Object> put = RowKey.put(given::get);
      List<RowChange.Add> level = new ArrayList<>();
      List<RowChange.Add> later = new ArrayList<>();
      for (RowChange.Add add : left) {
        RowChange.Add known = (RowChange.Add) add.mapped(put);
        boolean waits =
            parents.stream()
                .anyMatch(column -> known.after().get(column) instanceof PendingParent.OwnRow);
        (waits ? later : level).add(waits ? add : known);
      }
      Map<RowChange.Add, RowKey.Stored> found = byTypedKeys(connection, level);
      taken.addAll(found.values());
      if (database.schema().hasId()) {
        level.removeIf(add -> database.keys().keyOf(add).isPresent());
        found.putAll(among(connection, level, above.orElse(Long.MAX_VALUE), reused, taken, others));
      }
      found.forEach((add, key) -> {
        given.put(add.key(), key);
        written.add(CommittedChange.of(add, key, added));
      });
      left = found.isEmpty() ? List.of() : later;
    }
    others.removeAll(taken);
    return others.isEmpty()
        ? List.of()
        : adds.stream()
            .filter(add -> !given.containsKey(add.key()) && database.keys().keyOf(add).isEmpty())
            .toList();
  }

  private @Nullable Row[] current(
      Connection connection, List<RowChange> rows, Map<RowKey.New, RowKey.Stored> ids)
      throws SQLException {
    List<RowKey.Stored> keys = new ArrayList<>(rows.size());
    for (RowChange row : rows) {
      RowKey.Stored key =
          switch (row.key()) {
            case RowKey.Stored stored -> stored;
            case RowKey.New added -> ids.get(added);
          };
      if (key == null) {
        throw new SQLException("No key was given to " + row.key());
      }
      keys.add(key);
    }
    return database.rows(connection, data.asList()).find(keys);
  }

  /** What one row says; nothing if it was to be as it was. */
  private Optional<Verdict> verdict(RowChange change, @Nullable Row now) {
    boolean isAfter =
        switch (change) {
          case RowChange.Add add -> now != null && holds(now, add.after());
          case RowChange.Edit edit -> now != null && holds(now, edit.after());
          case RowChange.Delete delete -> now == null;
        };
    boolean isBefore =
        switch (change) {
          case RowChange.Add add -> now == null;
          case RowChange.Edit edit -> now != null && holds(now, edit.before());
          case RowChange.Delete delete -> now != null && holds(now, delete.before());
        };
    if (isAfter && isBefore) {
      return Optional.empty();
    }
    return Optional.of(isAfter ? Verdict.IN : isBefore ? Verdict.OUT : Verdict.UNKNOWN);
  }

  private boolean holds(Row now, RowValues said) {
    return said.only(data::contains).differences(now.values()).isEmpty();
  }

  /**
   * Finds added rows among those above a number, each once: several may say the same.
   *
   * @param reused rows at or below the number that may be added ones, too
   * @param taken the keys of rows that are others' already; gets those that are found
   * @param others gets the keys of rows above the number that are nobody's
   */
  private Map<RowChange.Add, RowKey.Stored> among(
      Connection connection,
      List<RowChange.Add> adds,
      long above,
      List<Row> reused,
      Set<RowKey.Stored> taken,
      Set<RowKey.Stored> others)
      throws SQLException {
    Map<RowChange.Add, RowKey.Stored> found = new LinkedHashMap<>();
    if (adds.isEmpty()) {
      return found;
    }
    Map<ColumnSet, Map<RowValues, Deque<RowChange.Add>>> sought = new HashMap<>();
    for (RowChange.Add add : adds) {
      RowValues said = add.after().only(data::contains);
      sought
          .computeIfAbsent(said.columns(), columns -> new HashMap<>())
          .computeIfAbsent(said, values -> new ArrayDeque<>())
          .add(add);
    }
    BiConsumer<RowKey.Stored, RowValues> candidate =
        (key, row) -> {
          if (!taken.contains(key)) {
            others.add(key);
            sought.entrySet().stream()
                .map(like -> like.getValue().get(row.only(like.getKey()::contains)))
                .filter(same -> same != null && !same.isEmpty())
                .findFirst()
                .ifPresent(same -> found.put(same.remove(), key));
          }
        };
    List<Column> columns = data.asList();
    List<ValueCodec> codecs = columns.stream().map(database.dialect()::codec).toList();
    try (PreparedStatement query = connection.prepareStatement(rowsAbove(columns))) {
      query.setLong(1, above);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          @Nullable Object[] cells = new @Nullable Object[columns.size()];
          for (int i = 0; i < cells.length; i++) {
            cells[i] = codecs.get(i).read(rows, i + 2);
          }
          candidate.accept(new RowKey.Id(rows.getLong(1)), RowValues.of(data, cells));
        }
      }
    }
    reused.forEach(row -> candidate.accept(row.key(), row.values().only(data::contains)));
    taken.addAll(found.values());
    return found;
  }

  private String rowsAbove(List<Column> columns) {
    String id = database.dialect().quote(database.schema().id().name());
    StringBuilder names = new StringBuilder(id);
    columns.forEach(column -> names.append(", ").append(database.dialect().quote(column.name())));
    return "SELECT %s FROM %s WHERE %s > ? ORDER BY %s"
        .formatted(names, database.dialect().quote(database.schema().table()), id, id);
  }

  /** Finds added rows by the keys that people gave them; one without a key was never written. */
  private Map<RowChange.Add, RowKey.Stored> byTypedKeys(
      Connection connection, List<RowChange.Add> adds) throws SQLException {
    Map<RowKey.Stored, RowChange.Add> byKey = new LinkedHashMap<>();
    adds.forEach(add -> database.keys().keyOf(add).ifPresent(key -> byKey.put(key, add)));
    Map<RowChange.Add, RowKey.Stored> found = new LinkedHashMap<>();
    for (Row row : database.rows(connection, data.asList()).find(List.copyOf(byKey.keySet()))) {
      RowChange.Add add = row == null ? null : byKey.get(row.key());
      if (row != null && add != null && holds(row, add.after())) {
        found.put(add, row.key());
      }
    }
    return found;
  }
}
