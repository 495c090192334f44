package app.pallet.draft;

import app.pallet.change.ChangeAction;
import app.pallet.change.ColumnSet;
import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import app.pallet.change.RowOrigin;
import app.pallet.change.RowProblem;
import app.pallet.change.RowStamp;
import app.pallet.change.RowValues;
import app.pallet.change.StepOrigins;
import app.pallet.schema.Column;
import app.pallet.schema.ColumnRole;
import app.pallet.schema.ColumnType;
import app.pallet.schema.TableSchema;
import app.pallet.schema.UnreadableValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What stands in {@code format-1.draft}, which the last Pallet that wrote format 1 made of these
 * frames: every kind of frame, change, problem and value.
 */
final class FormerDraft {

  static final Instant AT = Instant.parse("2026-11-30T11:30:00Z");

  private static final List<Column> VALUES =
      Arrays.stream(ColumnType.values())
          .map(type -> Column.builder("c_" + type.name().toLowerCase(java.util.Locale.ROOT), type))
          .map(builder -> builder.build())
          .toList();
  private static final Column SKU =
      Column.builder("sku", ColumnType.TEXT).required().unique().build();
  private static final Column NAME = Column.builder("name", ColumnType.TEXT).build();
  private static final ColumnSet NAMES = ColumnSet.of(SKU, NAME);

  static final TableSchema SCHEMA =
      new TableSchema(
          "product",
          java.util.stream.Stream.concat(
                  java.util.stream.Stream.of(
                      Column.builder("id", ColumnType.WHOLE_NUMBER).role(ColumnRole.ID).build(),
                      SKU,
                      NAME),
                  VALUES.stream())
              .toList(),
          "sku");

  private FormerDraft() {}

  static List<DraftFrame> frames() {
    ChangeAction.Step prepared = step("Import prices.csv", origins(), edit(21, "a"), edit(22, "b"));
    return List.of(
        new DraftFrame.Header("/home/ann/shop.pallet", "", "ann", 4),
        new DraftFrame.Acted(step("Add", StepOrigins.NONE, add(5, RowOrigin.TYPED), import6())),
        new DraftFrame.Acted(step("Edit", StepOrigins.NONE, edit(1, "one"), everyValue(2))),
        new DraftFrame.Acted(step("Delete", StepOrigins.NONE, delete(3), delete(4))),
        new DraftFrame.Prepared(1, prepared),
        new DraftFrame.Recorded(1),
        new DraftFrame.Acted(
            new ChangeAction.Step(
                "Revert", List.of(new ChangeAction.Result(key(21), null)), StepOrigins.NONE)),
        new DraftFrame.Acted(new ChangeAction.Undo()),
        new DraftFrame.Acted(new ChangeAction.Redo()),
        new DraftFrame.CommitStarted("2f1c7a30-ended"),
        new DraftFrame.Acted(
            new ChangeAction.Remark(
                List.of(
                    result(edit(22, "b", problem("name", "b", RowProblem.Severity.REFUSED))),
                    result(delete(4, problem("", "", RowProblem.Severity.CONFLICT)))))),
        new DraftFrame.Acted(new ChangeAction.Settle(keys(key(3)), List.of())),
        new DraftFrame.Acted(
            new ChangeAction.Settle(
                keys(key(1), new RowKey.New(5)), List.of(result(edit(1, "again"))))),
        new DraftFrame.CommitEnded("2f1c7a30-ended"),
        new DraftFrame.CommitStarted("8d20b6f1-open"));
  }

  /** What is pending after these frames. */
  static List<RowChange> pending() {
    return List.of(
        import6(),
        everyValue(2),
        delete(4, problem("", "", RowProblem.Severity.CONFLICT)),
        edit(22, "b", problem("name", "b", RowProblem.Severity.REFUSED)),
        edit(1, "again"));
  }

  private static ChangeAction.Step step(String label, StepOrigins origins, RowChange... changes) {
    List<ChangeAction.Result> results = Arrays.stream(changes).map(FormerDraft::result).toList();
    return new ChangeAction.Step(label, results, origins);
  }

  private static ChangeAction.Result result(RowChange change) {
    return new ChangeAction.Result(change.key(), change);
  }

  private static StepOrigins origins() {
    return new StepOrigins(List.of(new StepOrigins.Run(0, 2, new RowOrigin("prices.csv", 7))));
  }

  private static RowChange add(long number, RowOrigin origin, RowProblem... problems) {
    RowValues values = RowValues.of(NAMES, new @Nullable Object[] {"S-" + number, null});
    return new RowChange.Add(new RowKey.New(number), values, origin, List.of(problems));
  }

  private static RowChange import6() {
    return add(
        6,
        new RowOrigin("prices.csv", 3),
        problem("c_money", "12,3,4", RowProblem.Severity.ERROR),
        problem("name", "", RowProblem.Severity.WARNING));
  }

  private static RowChange edit(long id, String name, RowProblem... problems) {
    return new RowChange.Edit(
        key(id),
        RowValues.of(NAME, "old \ud83d half a pair"),
        RowValues.of(NAME, name),
        RowStamp.Counted.of(id),
        List.of(problems));
  }

  static RowChange everyValue(long id) {
    ColumnSet columns = ColumnSet.of(VALUES);
    @Nullable Object[] before = VALUES.stream().map(FormerDraft::unreadable).toArray();
    @Nullable Object[] after = VALUES.stream().map(c -> value(c.type())).toArray();
    return new RowChange.Edit(
        key(id),
        RowValues.of(columns, before),
        RowValues.of(columns, after),
        RowStamp.Seen.BY_VALUES,
        List.of());
  }

  private static @Nullable Object unreadable(Column column) {
    return column.type() == ColumnType.TEXT
        ? null
        : new UnreadableValue(UnreadableValue.Form.TEXT, "not a " + column.type());
  }

  private static Object value(ColumnType type) {
    return switch (type) {
      case TEXT, CHOICE -> "Gr\u00f6\u00dfe \ud83d\udc5f";
      case WHOLE_NUMBER -> Long.MIN_VALUE;
      case DECIMAL, MONEY -> new BigDecimal("1234567890.1200");
      case YES_NO -> true;
      case DATE -> LocalDate.of(2024, 2, 29);
      case TIMESTAMP -> Instant.parse("2026-11-30T10:00:00.000000001Z");
    };
  }

  private static RowChange delete(long id, RowProblem... problems) {
    RowValues before = RowValues.of(NAMES, new @Nullable Object[] {"S-" + id, "name " + id});
    return new RowChange.Delete(key(id), before, RowStamp.Counted.of(9), List.of(problems));
  }

  private static RowProblem problem(String column, String value, RowProblem.Severity severity) {
    return new RowProblem(
        new RowOrigin("prices.csv", 3), column, value, "Is wrong", "a number", severity);
  }

  private static Set<RowKey> keys(RowKey... keys) {
    return new LinkedHashSet<>(List.of(keys));
  }

  private static RowKey.Stored key(long id) {
    return new RowKey.Id(id);
  }
}
