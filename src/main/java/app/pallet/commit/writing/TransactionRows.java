package app.pallet.commit.writing;

import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import app.pallet.change.RowProblem;
import app.pallet.commit.TransactionScope;
import app.pallet.commit.ledger.Ledger;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The rows of one transaction and what becomes of them: which are written, and as what, and why
 * others are not. Belongs to the thread that commits.
 */
final class TransactionRows {

  private final TransactionScope scope;
  private final List<RowChange> all;
  private final Map<RowKey.New, RowKey.Stored> ids;
  private final Map<RowKey, RowChange> referring;
  private Optional<AddedParents> parents = Optional.empty();
  private final Map<RowKey, RowProblem> problems = new LinkedHashMap<>();
  private final Map<RowKey, RowChange> rebased = new HashMap<>();
  private final Map<RowKey, String> altered = new LinkedHashMap<>();

  /**
   * Rows that count as written until the opposite is told.
   *
   * @param ids the key in the database of each row to be added
   */
  TransactionRows(TransactionScope scope, List<RowChange> all, Map<RowKey.New, RowKey.Stored> ids) {
    this(scope, all, ids, Map.of());
  }

  /**
   * The same with rows that refer to others which are added, too.
   *
   * @param referring these rows as they were before keys were put in, by their keys
   */
  TransactionRows(
      TransactionScope scope,
      List<RowChange> all,
      Map<RowKey.New, RowKey.Stored> ids,
      Map<RowKey, RowChange> referring) {
    this.scope = scope;
    this.all = all;
    this.ids = ids;
    this.referring = referring;
  }

  /** Whether any row refers to one that is added, too. */
  boolean hasReferring() {
    return !referring.isEmpty();
  }

  /** A row as it was before keys were put in, if it refers to rows that are added, too. */
  Optional<RowChange> referring(RowChange row) {
    return Optional.ofNullable(referring.get(row.key()));
  }

  /** The rows that are to be written: all that are not refused by now. */
  List<RowChange> sent() {
    return problems.isEmpty() ? all : written();
  }

  /**
   * A row was written, but the database made something else of it.
   *
   * @param what is different, as a sentence
   */
  void altered(RowChange row, String what) {
    altered.put(row.key(), what);
  }

  /** What the database made of rows that were written otherwise, for each such row. */
  Map<RowKey, String> altered() {
    return altered;
  }

  /** Rows of other tables were added for these. */
  void added(AddedParents added) {
    parents = Optional.of(added);
  }

  /** What was added to other tables, as sentences. */
  List<String> addedParents() {
    return parents.map(AddedParents::added).orElseGet(List::of);
  }

  /** A row was not written. */
  void refused(RowProblem problem, RowChange row) {
    problems.put(row.key(), problem);
  }

  /** Rows were not written. */
  void refused(Map<RowKey, RowProblem> refusals) {
    problems.putAll(refusals);
  }

  /** A row was written over another version than the one the user saw. */
  void rebased(RowChange row) {
    rebased.put(row.key(), row);
  }

  /** All rows, as they were given. */
  List<RowChange> all() {
    return all;
  }

  /** The key in the database of each row to be added. */
  Map<RowKey.New, RowKey.Stored> ids() {
    return ids;
  }

  /** Why rows were not written, for each such row. */
  Map<RowKey, RowProblem> problems() {
    return problems;
  }

  /** Whether the transaction is to be committed, or was; otherwise none of its rows is written. */
  boolean isCommitted() {
    return scope == TransactionScope.PER_BATCH || problems.isEmpty();
  }

  /**
   * Ends what is done in the open transaction, unless that is to be rolled back: takes parents back
   * that nothing refers to, and writes the ledger's entry.
   */
  void record(Ledger.Entry entry, Connection connection) throws SQLException {
    if (!isCommitted()) {
      return;
    }
    if (parents.isPresent()) {
      parents.get().withdraw(problems.keySet());
    }
    if (problems.isEmpty() && rebased.isEmpty()) {
      entry.write(connection);
    } else {
      entry.write(connection, written());
    }
  }

  /** The rows that are written, as they are written, in their order. */
  List<RowChange> written() {
    return all.stream()
        .filter(row -> !problems.containsKey(row.key()))
        .map(row -> rebased.getOrDefault(row.key(), row))
        .toList();
  }
}
