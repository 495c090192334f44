package app.pallet.cli;

import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import app.pallet.commit.ledger.PastCommit;
import app.pallet.workspace.history.ChangedCell;
import app.pallet.workspace.history.HistoryRow;
import app.pallet.workspace.history.HistoryRows;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** The history as {@code pallet history} prints it. */
final class HistoryText {

  /** Headings of the cells of a commit. */
  static final List<String> HEADINGS =
      List.of("Change", "Id", "Product", "Column", "Before", "After");

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT)
          .withZone(ZoneId.systemDefault());

  private HistoryText() {}

  static String line(PastCommit commit) {
    return String.format(
        Locale.ROOT,
        "%s  %s  %-10s %-10s %,8d added %,8d changed %,8d deleted  %,.1f s",
        commit.token().substring(0, Math.min(8, commit.token().length())),
        TIME.format(commit.began()),
        commit.who(),
        KebabCase.of(commit.mode()),
        commit.adds(),
        commit.edits(),
        commit.deletes(),
        commit.duration().toMillis() / 1e3);
  }

  static Map<String, Object> fields(PastCommit commit) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("token", commit.token());
    fields.put("began", commit.began().toString());
    fields.put("who", commit.who());
    fields.put("mode", KebabCase.of(commit.mode()));
    fields.put("transactions", commit.transactions());
    fields.put("adds", commit.adds());
    fields.put("edits", commit.edits());
    fields.put("deletes", commit.deletes());
    fields.put("milliseconds", commit.duration().toMillis());
    fields.put("bytes", commit.bytes());
    return fields;
  }

  static Map<String, Object> fields(HistoryRows rows) {
    Map<String, Object> fields = fields(rows.commit());
    fields.put("rowsFound", rows.found());
    fields.put("rows", rows.rows().stream().map(HistoryText::fields).toList());
    return fields;
  }

  private static Map<String, Object> fields(HistoryRow row) {
    Map<String, Object> cells = new LinkedHashMap<>();
    for (ChangedCell cell : ChangedCell.of(row.committed().change())) {
      cells.put(cell.column().name(), List.of(cell.before(), cell.after()));
    }
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("change", kind(row));
    fields.put("id", key(row));
    fields.put("product", row.product());
    fields.put("cells", cells);
    return fields;
  }

  /** A number, or the texts of a key of several parts. */
  private static Object key(HistoryRow row) {
    return switch (row.committed().row()) {
      case RowKey.Id(long id) -> (Object) id;
      case RowKey.Unkeyed(long number) -> "row " + number; // is never committed
      case RowKey.Parts parts -> parts.values().stream().map(String::valueOf).toList();
    };
  }

  /** Hands over the texts of each cell, in the order of {@link #HEADINGS}. */
  static void cells(HistoryRows rows, Consumer<List<String>> consumer) {
    for (HistoryRow row : rows.rows()) {
      for (ChangedCell cell : ChangedCell.of(row.committed().change())) {
        consumer.accept(
            List.of(
                kind(row),
                String.valueOf(key(row)),
                row.product(),
                cell.column().name(),
                cell.before(),
                cell.after()));
      }
    }
  }

  /** The texts of a cell in one line, without the id, which nobody sees. */
  static String sentence(List<String> cell) {
    return "%1$s %3$s %4$s: '%5$s' -> '%6$s'".formatted(cell.toArray());
  }

  private static String kind(HistoryRow row) {
    return switch (row.committed().change()) {
      case RowChange.Add add -> "add";
      case RowChange.Edit edit -> "edit";
      case RowChange.Delete delete -> "delete";
    };
  }
}
