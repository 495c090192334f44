package app.pallet.commit.writing;

import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import app.pallet.change.RowProblem;
import app.pallet.change.RowValues;
import app.pallet.commit.TransactionScope;
import app.pallet.schema.CellText;
import app.pallet.schema.Column;
import app.pallet.schema.RowName;
import app.pallet.schema.TableSchema;
import app.pallet.schema.table.PendingParent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Rows of a commit that refer to rows which the same commit adds: once the keys of these are known,
 * it puts them in their place, so that all that follows knows keys alone. A row whose parent is not
 * added waits for it. Belongs to one commit and the thread that writes.
 */
final class PendingParents {

  private final TableSchema schema;
  private final List<Column> columns;
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
      TableSchema schema,
      List<List<RowChange>> transactions,
      Map<RowKey.New, RowKey.Stored> committed) {
    this.schema = schema;
    this.committed = committed;
    List<Column> own = schema.ownParents();
    boolean isAsked =
        !own.isEmpty()
            && transactions.stream()
                .flatMap(List::stream)
                .anyMatch(row -> own.stream().anyMatch(column -> parent(row, column).isPresent()));
    this.columns = isAsked ? own : List.of();
    if (isAsked) {
      transactions.stream()
          .flatMap(List::stream)
          .filter(RowChange.Add.class::isInstance)
          .map(RowChange.Add.class::cast)
          .forEach(add -> asked.put(add.key(), new Asked(add, asked.size())));
    }
  }

  /** The row that is to be added to which a cell refers. */
  private static Optional<RowKey.New> parent(RowChange row, Column column) {
    return row.after().get(column) instanceof PendingParent.OwnRow(long number)
        ? Optional.of(new RowKey.New(number))
        : Optional.empty();
  }

  /**
   * The rows of a transaction with keys in the place of references. Those that refer to rows which
   * are neither added nor among those before them count as refused.
   *
   * @param ids the keys that were given to those that are to be added
   */
  TransactionRows begin(
      TransactionScope scope, List<RowChange> rows, Map<RowKey.New, RowKey.Stored> ids) {
    if (columns.isEmpty()) {
      return new TransactionRows(scope, rows, ids);
    }
    Map<RowKey.New, RowKey.Stored> known = new HashMap<>(committed);
    UnaryOperator<Object> put = RowKey.put(known);
    List<RowChange> all = new ArrayList<>(rows.size());
    Map<RowKey, RowProblem> refused = new HashMap<>();
    Map<RowKey, RowChange> referring = new HashMap<>();
    for (RowChange row : rows) {
      RowKey.Stored id = row.key() instanceof RowKey.New added ? ids.get(added) : null;
      if (row.key() instanceof RowKey.New added && id != null) {
        known.put(added, id); // a row may refer to itself
      }
      for (Column column : columns) {
        Optional<RowKey.New> parent = parent(row, column);
        if (parent.isPresent() && !known.containsKey(parent.get())) {
          refused.putIfAbsent(row.key(), absent(row, column, parent.get()));
        } else if (parent.isPresent()) {
          referring.put(row.key(), row);
        }
      }
      if (refused.containsKey(row.key()) && row.key() instanceof RowKey.New added) {
        known.remove(added);
      }
      all.add(row.mapped(put));
    }
    TransactionRows written = new TransactionRows(scope, all, ids, referring);
    written.refused(refused);
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
