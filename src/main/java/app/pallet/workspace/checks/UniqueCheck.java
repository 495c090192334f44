package app.pallet.workspace.checks;

import app.pallet.change.FoundRows;
import app.pallet.change.Row;
import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import app.pallet.change.RowOrigin;
import app.pallet.change.RowProblem;
import app.pallet.commit.order.UniqueClaims;
import app.pallet.engine.Collation;
import app.pallet.rows.RowReader;
import app.pallet.schema.CellText;
import app.pallet.schema.Column;
import app.pallet.schema.RowName;
import app.pallet.schema.TableSchema;
import app.pallet.schema.table.PendingParent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Finds changes that would give two rows the same value in a unique column, before the database
 * writes any of them. Changes are compared with each other, and with stored rows that don't give up
 * their value in the same commit. This takes a few statements for each column, however many changes
 * there are, and however long the chains in which they wait for each other.
 */
public final class UniqueCheck {

  private final TableSchema schema;
  private final RowReader reader;
  private final List<RowChange> wanted;
  private final Map<RowKey, RowChange> byKey;

  /** The rows that must wait, with the reasons. */
  private final Map<RowKey, List<Reason>> reasons = new LinkedHashMap<>();

  /** The values that others want, by the key of the row that has them. */
  private final Map<RowKey, List<Owned>> owned = new LinkedHashMap<>();

  /** Waiting rows whose effect on others has not been followed yet. */
  private final Deque<RowKey> waiting = new ArrayDeque<>();

  /** A value that a row has, and the changes that want it. */
  private record Owned(Column column, List<RowChange> claims) {}

  /** The reason why a row must wait. It is put into words only if somebody reads it. */
  private record Reason(RowChange change, Column column, Rival rival) {}

  /** What a row must wait for. */
  private sealed interface Rival {

    /** A change that wants the same value. */
    record Wanting(RowChange change) implements Rival {}

    /** A row that has the value and keeps it. */
    record Having(RowKey key) implements Rival {}
  }

  private UniqueCheck(TableSchema schema, RowReader reader, List<RowChange> wanted) {
    this.schema = schema;
    this.reader = reader;
    this.wanted = wanted;
    this.byKey = HashMap.newHashMap(wanted.size());
    wanted.forEach(change -> byKey.put(change.key(), change));
  }

  /**
   * Finds the problems of the rows that must wait, on their cells.
   *
   * @param wanted all changes that would be committed together
   */
  static Map<RowKey, List<RowProblem>> run(
      TableSchema schema, RowReader reader, List<RowChange> wanted) {
    return new UniqueCheck(schema, reader, wanted).problems();
  }

  /**
   * Finds the rows that want a value which a stored row does not give up in the same commit, and
   * the rows that want a value of these. Rows that only want the same value as each other are not
   * among them.
   *
   * @param columns the unique columns to be checked
   * @param wanted all changes that would be committed together
   */
  public static Set<RowKey> waiting(
      TableSchema schema, RowReader reader, List<Column> columns, List<RowChange> wanted) {
    UniqueCheck check = new UniqueCheck(schema, reader, wanted);
    for (Column column : columns) {
      for (Collation collation : reader.collations(column)) {
        check.findOwners(column, collation, check.claims(column, collation));
      }
    }
    check.settle();
    return check.reasons.keySet();
  }

  private Map<RowKey, List<RowProblem>> problems() {
    for (Column column : UniqueClaims.columns(schema)) {
      for (Collation collation : reader.collations(column)) {
        Map<Object, List<RowChange>> claims = claims(column, collation);
        claims.values().stream()
            .filter(rows -> rows.size() > 1)
            .forEach(rows -> addDoubles(column, rows));
        findOwners(column, collation, claims);
      }
    }
    settle();
    Map<RowKey, Row> rivals = rivals();
    Map<RowKey, List<RowProblem>> problems = new LinkedHashMap<>();
    reasons.forEach((key, why) ->
        problems.put(key, why.stream().map(reason -> problem(reason, rivals)).toList()));
    return problems;
  }

  /** The rows that want a value that they do not have yet, by one form of the same values. */
  private Map<Object, List<RowChange>> claims(Column column, Collation collation) {
    Map<Object, List<RowChange>> claims = new LinkedHashMap<>();
    for (RowChange change : wanted) {
      Object value = UniqueClaims.wanted(change, column);
      if (value != null) {
        claims.computeIfAbsent(collation.form(value), first -> new ArrayList<>(1)).add(change);
      }
    }
    return claims;
  }

  private void addDoubles(Column column, List<RowChange> rows) {
    for (int i = 0; i < rows.size(); i++) {
      add(rows.get(i), column, new Rival.Wanting(rows.get(i == 0 ? 1 : 0)));
    }
  }

  private void findOwners(Column column, Collation collation, Map<Object, List<RowChange>> claims) {
    List<List<RowChange>> claimed =
        claims.entrySet().stream()
            .filter(claim -> !(claim.getKey() instanceof PendingParent)) // which nobody has
            .map(Map.Entry::getValue)
            .toList();
    if (claimed.isEmpty()) {
      return;
    }
    List<Object> values =
        claimed.stream()
            .map(rows -> Objects.requireNonNull(rows.getFirst().after().get(column)))
            .toList();
    FoundRows owners = reader.findValues(column, values, collation);
    for (int i = 0; i < claimed.size(); i++) {
      Row owner = owners.at(i);
      if (owner != null) {
        owned
            .computeIfAbsent(owner.key(), key -> new ArrayList<>(1))
            .add(new Owned(column, claimed.get(i)));
      }
    }
  }

  /** Follows the chains: a row that waits does not give up its values, so others must wait too. */
  private void settle() {
    owned.forEach((owner, values) -> {
      RowChange change = byKey.get(owner);
      for (Owned value : values) {
        if (change == null || !UniqueClaims.givesUp(change, value.column())) {
          refuse(owner, value);
        }
      }
    });
    waiting.addAll(reasons.keySet());
    while (!waiting.isEmpty()) {
      RowKey owner = waiting.remove();
      owned.getOrDefault(owner, List.of()).forEach(value -> refuse(owner, value));
    }
  }

  private void refuse(RowKey owner, Owned value) {
    for (RowChange claim : value.claims()) {
      if (!claim.key().equals(owner) && !reasons.containsKey(claim.key())) {
        add(claim, value.column(), new Rival.Having(owner));
        waiting.add(claim.key());
      }
    }
  }

  private void add(RowChange change, Column column, Rival rival) {
    reasons
        .computeIfAbsent(change.key(), first -> new ArrayList<>(1))
        .add(new Reason(change, column, rival));
  }

  /** Reads the stored rows that others wait for, all at once, so that they can be named. */
  private Map<RowKey, Row> rivals() {
    List<RowKey> keys =
        reasons.values().stream()
            .flatMap(List::stream)
            .map(reason ->
                switch (reason.rival()) {
                  case Rival.Wanting(RowChange change) -> change.key();
                  case Rival.Having(RowKey key) -> key;
                })
            .filter(RowKey.Stored.class::isInstance)
            .distinct()
            .toList();
    return keys.isEmpty() ? Map.of() : reader.byKey(keys);
  }

  private RowProblem problem(Reason reason, Map<RowKey, Row> rivals) {
    RowChange change = reason.change();
    Column column = reason.column();
    String text = CellText.plain(column, change.after().get(column));
    String why =
        switch (reason.rival()) {
          case Rival.Wanting(RowChange other) ->
              "is wanted by " + name(other, column, rivals) + " too";
          case Rival.Having(RowKey key) -> "is already that of " + name(key, column, rivals);
        };
    return new RowProblem(
        change.origin(),
        column.name(),
        text,
        "%s %s %s".formatted(column.label(), text, why),
        "",
        RowProblem.Severity.REFUSED);
  }

  private String name(RowChange change, Column column, Map<RowKey, Row> rivals) {
    RowOrigin origin = change.origin();
    return origin.line() > 0
        ? "line %,d of %s".formatted(origin.line(), origin.source())
        : name(change.key(), column, rivals);
  }

  /** Names a row by another column than the one in which both want the same value. */
  private String name(RowKey key, Column column, Map<RowKey, Row> rivals) {
    if (key instanceof RowKey.New) {
      return "another new row";
    }
    return Optional.ofNullable(rivals.get(key))
        .flatMap(row ->
            RowName.of(
                schema,
                each -> each.equals(column) ? "" : CellText.plain(each, row.values().get(each))))
        .map("the row with "::concat)
        .orElse("another row");
  }
}
