package app.pallet.commit.writing;

import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import app.pallet.change.RowProblem;
import app.pallet.database.CatalogueDatabase;
import app.pallet.engine.Failure;
import app.pallet.rows.references.ParentTable;
import app.pallet.rows.references.ReferringColumn;
import app.pallet.schema.Column;
import app.pallet.schema.table.PendingParent.OtherRow;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Rows of other tables that a transaction adds because rows of it refer to them. A row that
 * somebody else has added meanwhile is taken as it is. Belongs to one transaction.
 */
final class AddedParents {

  private final Connection connection;
  private final CatalogueDatabase database;
  private final Map<Column, ReferringColumn> columns;
  private final Map<Column, Optional<ParentTable>> tables;
  private final Map<Wanted, Outcome> outcomes = new HashMap<>();
  private final Map<Place, Added> added = new LinkedHashMap<>();

  /** A row of the parent of a column. */
  private record Wanted(Column column, OtherRow row) {}

  /** A row of another table. */
  private record Place(String table, Object key) {}

  /** A row that was added, and the rows that refer to it. */
  private record Added(ParentTable table, OtherRow row, Set<RowKey> referring) {}

  /** The key of a parent, or why there is none. */
  private sealed interface Outcome {
    record Key(Object key) implements Outcome {}

    record Refused(String why) implements Outcome {}
  }

  /**
   * Adds nothing yet.
   *
   * @param columns that refer to other tables
   * @param tables what is known of these; grows
   */
  AddedParents(
      Connection connection,
      CatalogueDatabase database,
      Map<Column, ReferringColumn> columns,
      Map<Column, Optional<ParentTable>> tables) {
    this.tables = tables;
    this.connection = connection;
    this.database = database;
    this.columns = columns;
  }

  /** What was added, as sentences. */
  List<String> added() {
    return added.values().stream()
        .map(each -> "Added %s to %s".formatted(each.row().text(), each.table().name()))
        .toList();
  }

  /** Takes back those to which only rows refer that are not written. */
  void withdraw(Set<RowKey> refused) throws SQLException {
    for (Map.Entry<Place, Added> entry : List.copyOf(added.entrySet())) {
      Added parent = entry.getValue();
      if (refused.containsAll(parent.referring())
          && parent.table().remove(connection, entry.getKey().key(), database.schema().table())) {
        added.remove(entry.getKey());
      }
    }
  }

  /**
   * The row with keys in the place of its parents in other tables, which are added now if they are
   * not there.
   *
   * @param refused hears why it can't be written
   */
  RowChange put(RowChange row, Map<RowKey, RowProblem> refused) throws SQLException {
    RowChange known = row;
    for (Column column : columns.keySet()) {
      if (row.after().get(column) instanceof OtherRow parent) {
        Wanted wanted = new Wanted(column, parent);
        Outcome outcome = outcomes.get(wanted);
        if (outcome == null) {
          outcome = outcome(wanted);
          outcomes.put(wanted, outcome);
        }
        switch (outcome) {
          case Outcome.Key(Object key) -> {
            known = known.with(column, key);
            Added fresh = added.get(place(column, key));
            if (fresh != null) {
              fresh.referring().add(row.key());
            }
          }
          case Outcome.Refused(String why) ->
              refused.putIfAbsent(row.key(), RefusedRow.waiting(row, column, why));
        }
      }
    }
    return known;
  }

  private Place place(Column column, Object key) {
    return new Place(Objects.requireNonNull(columns.get(column)).parent().name(), key);
  }

  private Outcome outcome(Wanted wanted) throws SQLException {
    ReferringColumn refers = Objects.requireNonNull(columns.get(wanted.column()));
    Optional<ParentTable> table = tables.get(wanted.column());
    if (table == null) {
      table = ParentTable.of(connection, database.dialect(), refers);
      tables.put(wanted.column(), table);
    }
    if (table.isEmpty()) {
      return new Outcome.Refused("No row can be added to " + refers.parent());
    }
    Optional<Object> there = table.get().find(connection, wanted.row());
    return there.isPresent() ? new Outcome.Key(there.get()) : add(table.get(), wanted);
  }

  private Outcome add(ParentTable table, Wanted wanted) throws SQLException {
    OtherRow row = wanted.row();
    Savepoint before = connection.setSavepoint();
    try {
      Object key = table.add(connection, row);
      connection.releaseSavepoint(before);
      added.put(place(wanted.column(), key), new Added(table, row, new HashSet<>()));
      return new Outcome.Key(key);
    } catch (SQLException e) {
      Failure failure = database.dialect().failures().read(e);
      if (!CarefulWriter.isRowsFault(failure)) {
        throw e;
      }
      connection.rollback(before);
      connection.releaseSavepoint(before);
      return new Outcome.Refused(
          "Waits for %s, which %s does not take: %s"
              .formatted(row.text(), table.name(), failure.message()));
    }
  }
}
