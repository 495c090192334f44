package app.pallet.workspace;

import app.pallet.change.Row;
import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import app.pallet.change.RowOrigin;
import app.pallet.change.RowProblem;
import app.pallet.commit.UniqueClaims;
import app.pallet.rows.RowReader;
import app.pallet.schema.CellText;
import app.pallet.schema.Column;
import app.pallet.schema.RowName;
import app.pallet.schema.TableSchema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Finds changes that would give two rows the same value in a unique column, before the database is
 * asked to write any: among themselves, and against the rows that are there and don't give their
 * value up in the same commit. A few statements for each column, however many changes there are.
 */
final class UniqueCheck {

  private final TableSchema schema;
  private final RowReader reader;
  private final List<RowChange> wanted;
  private final Map<RowKey, RowChange> byKey;
  private final Map<RowKey, List<RowProblem>> problems = new LinkedHashMap<>();

  private UniqueCheck(TableSchema schema, RowReader reader, List<RowChange> wanted) {
    this.schema = schema;
    this.reader = reader;
    this.wanted = wanted;
    this.byKey = HashMap.newHashMap(wanted.size());
    wanted.forEach(change -> byKey.put(change.key(), change));
  }

  /**
   * The problems of the rows that must wait, on their cells.
   *
   * @param wanted all changes that would be committed together
   */
  static Map<RowKey, List<RowProblem>> run(
      TableSchema schema, RowReader reader, List<RowChange> wanted) {
    return new UniqueCheck(schema, reader, wanted).run();
  }

  private Map<RowKey, List<RowProblem>> run() {
    UniqueClaims.columns(schema).forEach(this::check);
    return problems;
  }

  private void check(Column column) {
    Map<Object, List<RowChange>> claims = claims(column);
    if (claims.isEmpty()) {
      return;
    }
    claims.values().stream()
        .filter(rows -> rows.size() > 1)
        .forEach(rows -> addDoubles(column, rows));
    Map<Object, Long> owners = reader.owners(column, List.copyOf(claims.keySet()));
    boolean more = true;
    while (more) { // a row that waits doesn't give its value up, which may let others wait
      int before = problems.size();
      owners.forEach((value, id) -> checkOwner(column, value, new RowKey.Existing(id), claims));
      more = problems.size() > before;
    }
  }

  /** The rows that want a value they have not got yet, by its stored form. */
  private Map<Object, List<RowChange>> claims(Column column) {
    Map<Object, List<RowChange>> claims = new LinkedHashMap<>();
    for (RowChange change : wanted) {
      Object value = UniqueClaims.wanted(change, column);
      if (value != null) {
        claims.computeIfAbsent(value, first -> new ArrayList<>(1)).add(change);
      }
    }
    return claims;
  }

  private void addDoubles(Column column, List<RowChange> rows) {
    for (int i = 0; i < rows.size(); i++) {
      RowChange other = rows.get(i == 0 ? 1 : 0);
      add(rows.get(i), column, "is wanted by " + name(other, column) + " too");
    }
  }

  private void checkOwner(
      Column column, Object value, RowKey.Existing owner, Map<Object, List<RowChange>> claims) {
    RowChange change = byKey.get(owner);
    if (change != null && !problems.containsKey(owner) && UniqueClaims.givesUp(change, column)) {
      return;
    }
    for (RowChange claim : Objects.requireNonNull(claims.get(value))) {
      if (!claim.key().equals(owner) && !problems.containsKey(claim.key())) {
        add(claim, column, "is already that of " + name(owner, column));
      }
    }
  }

  private void add(RowChange change, Column column, String predicate) {
    String text = CellText.plain(column, change.after().get(column));
    problems
        .computeIfAbsent(change.key(), first -> new ArrayList<>(1))
        .add(
            new RowProblem(
                change.origin(),
                column.name(),
                text,
                "%s %s %s".formatted(column.label(), text, predicate),
                "",
                RowProblem.Severity.REFUSED));
  }

  private String name(RowChange change, Column column) {
    RowOrigin origin = change.origin();
    if (origin.line() > 0) {
      return "line %,d of %s".formatted(origin.line(), origin.source());
    }
    return change.key() instanceof RowKey.Existing existing
        ? name(existing, column)
        : "another new product";
  }

  /** By anything but the column both want to have the same value in. */
  private String name(RowKey.Existing key, Column column) {
    return Optional.ofNullable(reader.byKey(List.of(key)).get(key))
        .flatMap((Row row) ->
            RowName.of(
                schema,
                each -> each.equals(column) ? "" : CellText.plain(each, row.values().get(each))))
        .map("the product with "::concat)
        .orElse("another product");
  }
}
