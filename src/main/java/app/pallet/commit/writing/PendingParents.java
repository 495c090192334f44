package app.pallet.commit.writing;

import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import app.pallet.change.RowProblem;
import app.pallet.change.RowValues;
import app.pallet.commit.TransactionScope;
import app.pallet.database.CatalogueDatabase;
import app.pallet.rows.references.ParentTable;
import app.pallet.rows.references.ReferringColumn;
import app.pallet.schema.CellText;
import app.pallet.schema.Column;
import app.pallet.schema.RowName;
import app.pallet.schema.TableSchema;
import app.pallet.schema.table.PendingParent;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a commit that refer to rows which the same commit adds: once the keys of these are known,
 * it puts them in their place, so that all that follows knows keys alone. A row whose parent is not
 * added waits for it. Belongs to one commit and the thread that writes.
 */
final class PendingParents {

  private final CatalogueDatabase database;
  private final TableSchema schema;
  private final List<Column> columns;
  private final Map<Column, ReferringColumn> others = new LinkedHashMap<>();
  private final Map<Column, Optional<ParentTable>> tables = new HashMap<>();
  private final Map<RowKey.New, RowKey.Stored> committed;
  private final Map<RowKey.New, Asked> asked = new HashMap<>();

  /** A row that the commit is to add, and its place among all rows. */
  private record Asked(RowChange.Add add, int place) {}

  /**
   * What rows of a commit refer to.
   *
   * @param transactions the rows in the order in which they are written
   * @param committed the keys of those that were added so far; grows as others are
   */
  PendingParents(
      CatalogueDatabase database,
      List<List<RowChange>> transactions,
      Map<RowKey.New, RowKey.Stored> committed) {
    this.database = database;
    this.schema = database.schema();
    this.committed = committed;
    this.columns =
        schema.ownParents().stream()
            .filter(column -> isAnywhere(PendingParent.OwnRow.class, column, transactions))
            .toList();
    ReferringColumn.of(schema)
        .forEach((column, refers) -> {
          if (isAnywhere(PendingParent.OtherRow.class, column, transactions)) {
            others.put(column, refers);
          }
        });
    if (!columns.isEmpty()) {
      transactions.stream()
          .flatMap(List::stream)
          .filter(RowChange.Add.class::isInstance)
          .map(RowChange.Add.class::cast)
          .forEach(add -> asked.put(add.key(), new Asked(add, asked.size())));
    }
  }

  private static boolean isAnywhere(
      Class<? extends PendingParent> kind, Column column, List<List<RowChange>> transactions) {
    return transactions.stream()
        .flatMap(List::stream)
        .anyMatch(row -> kind.isInstance(row.after().get(column)));
  }

  /** The row that is to be added to which a cell refers. */
  private static Optional<RowKey.New> parent(RowChange row, Column column) {
    return row.after().get(column) instanceof PendingParent.OwnRow(long number)
        ? Optional.of(new RowKey.New(number))
        : Optional.empty();
  }

  /**
   * The rows of a transaction with keys in the place of references; adds those of other tables that
   * are not there. Those that refer to rows which are neither added nor among those before them
   * count as refused.
   *
   * @param ids the keys that were given to those that are to be added
   */
  TransactionRows begin(
      Connection connection,
      TransactionScope scope,
      List<RowChange> rows,
      Map<RowKey.New, RowKey.Stored> ids)
      throws SQLException {
    if (columns.isEmpty() && others.isEmpty()) {
      return new TransactionRows(scope, rows, ids);
    }
    AddedParents added = new AddedParents(connection, database, others, tables);
    Map<RowKey.New, RowKey.Stored> before = new HashMap<>(); // rows of this transaction
    Function<RowKey.New, RowKey.@Nullable Stored> known =
        key -> before.containsKey(key) ? before.get(key) : committed.get(key);
    UnaryOperator<Object> put = RowKey.put(known);
    List<RowChange> all = new ArrayList<>(rows.size());
    Map<RowKey, RowProblem> refused = new LinkedHashMap<>();
    Map<RowKey, RowChange> referring = new HashMap<>();
    for (RowChange row : rows) {
      if (row.key() instanceof RowKey.New own && ids.containsKey(own)) {
        before.put(own, ids.get(own)); // a row may refer to itself
      }
      for (Column column : columns) {
        Optional<RowKey.New> parent = parent(row, column);
        if (parent.isPresent() && known.apply(parent.get()) == null) {
          refused.putIfAbsent(row.key(), absent(row, column, parent.get()));
        } else if (parent.isPresent()) {
          referring.put(row.key(), row);
        }
      }
      all.add(added.put(row.mapped(put), refused));
      if (refused.containsKey(row.key()) && row.key() instanceof RowKey.New own) {
        before.remove(own);
      }
    }
    TransactionRows written = new TransactionRows(scope, all, ids, referring);
    written.refused(refused);
    written.added(added);
    return written;
  }

  /** Why a row waits whose parent is not there when it should be written. */
  private RowProblem absent(RowChange row, Column column, RowKey.New parent) {
    Asked wanted = asked.get(parent);
    if (wanted == null) {
      return RefusedRow.waiting(
          row,
          column,
          "Refers to a new row that is not added, as it has a problem of its own or was left out");
    }
    Asked own = row.key() instanceof RowKey.New added ? asked.get(added) : null;
    return own != null && own.place < wanted.place
        ? RefusedRow.waiting(
            row,
            column,
            "Refers in a circle to rows that are added with it, among them "
                + name(wanted.add.after()))
        : waiting(row, column, parent);
  }

  /**
   * Why a row waits for one that was refused; empty if it does not.
   *
   * @param row as it was before keys were put in
   */
  Optional<RowProblem> waiting(RowChange row, Predicate<RowKey.New> isRefused) {
    return columns.stream()
        .flatMap(column ->
            parent(row, column).filter(isRefused).stream()
                .map(parent -> waiting(row, column, parent)))
        .findFirst();
  }

  private RowProblem waiting(RowChange row, Column column, RowKey.New parent) {
    Asked wanted = asked.get(parent);
    String name = wanted == null ? "a new row" : name(wanted.add.after());
    return RefusedRow.waiting(
        row, column, "Waits for %s, which could not be added".formatted(name));
  }

  private String name(RowValues values) {
    return RowName.of(schema, column -> CellText.plain(column, values.get(column)))
        .orElse("a new row without a name");
  }
}
