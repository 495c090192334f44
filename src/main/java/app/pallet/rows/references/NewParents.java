package app.pallet.rows.references;

import app.pallet.change.ChangeSet;
import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import app.pallet.change.RowValues;
import app.pallet.schema.CellText;
import app.pallet.schema.Column;
import app.pallet.schema.table.PendingParent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Rows that cells can refer to although they are yet to be added: those of the same table that are
 * pending, and those of other tables that pending cells refer to already. The owner of the changes
 * lets it look at them; any thread asks what it saw.
 */
final class NewParents {

  private final ChangeSet changes;
  private boolean isOutdated = true;
  private volatile Known known = new Known(List.of());

  NewParents(ChangeSet changes) {
    this.changes = changes;
    changes.addListener(moved -> isOutdated = true);
  }

  /** Looks at what is pending now. Owner thread; takes time for all that is pending. */
  void look() {
    if (isOutdated) {
      isOutdated = false;
      known = new Known(List.copyOf(changes.changes()));
    }
  }

  /** A pending row by its number. Owner thread. */
  Optional<ParentRow> row(ReferringColumn refers, PendingParent.OwnRow row) {
    return changes.get(new RowKey.New(row.number())).flatMap(add -> row(refers, add));
  }

  private static Optional<ParentRow> row(ReferringColumn refers, RowChange row) {
    if (!(row instanceof RowChange.Add add)) {
      return Optional.empty();
    }
    RowValues values = add.after();
    String name = refers.readable().map(c -> CellText.plain(c, values.get(c))).orElse("");
    if (refers.takesNew()) {
      PendingParent.OwnRow parent = add.key().parent();
      return Optional.of(new ParentRow(parent, parent.toString(), name));
    }
    Object key = values.get(refers.key());
    return Optional.ofNullable(key)
        .map(typed -> new ParentRow(typed, CellText.plain(refers.key(), typed), name));
  }

  /** The rows that a text names, or of which it is the number. */
  List<ParentRow> called(ReferringColumn refers, String text) {
    Map<String, List<ParentRow>> rows = known.rows(refers);
    return rows.getOrDefault(ParentReader.lower(CellText.trim(text)), List.of());
  }

  /** Rows that a text is found in, in the order in which they were made. */
  Stream<ParentRow> search(ReferringColumn refers, String text) {
    String wanted = CellText.trim(text).toLowerCase(Locale.ROOT);
    Predicate<String> holds = name -> name.toLowerCase(Locale.ROOT).contains(wanted);
    return known.rows(refers).values().stream()
        .flatMap(Collection::stream)
        .filter(row -> holds.test(row.text()) || holds.test(row.keyText()))
        .distinct();
  }

  /** What was pending when somebody looked. */
  private static final class Known {

    private final List<RowChange> changes;
    private final Map<Column, Map<String, List<ParentRow>>> byColumn = new HashMap<>();

    Known(List<RowChange> changes) {
      this.changes = changes;
    }

    /** By their names and numbers, with A to Z in lower case; made when it is first asked for. */
    synchronized Map<String, List<ParentRow>> rows(ReferringColumn refers) {
      return byColumn.computeIfAbsent(refers.column(), column -> index(refers));
    }

    private Map<String, List<ParentRow>> index(ReferringColumn refers) {
      Map<String, List<ParentRow>> rows = new LinkedHashMap<>();
      for (RowChange change : changes) {
        Optional<ParentRow> row =
            refers.isOwn() ? row(refers, change) : otherRow(change.after().get(refers.column()));
        row.ifPresent(parent -> {
          Stream.of(parent.text(), parent.keyText())
              .filter(text -> !text.isEmpty())
              .map(ParentReader::lower)
              .distinct()
              .map(text -> rows.computeIfAbsent(text, t -> new ArrayList<>(1)))
              .filter(called -> !called.contains(parent))
              .forEach(called -> called.add(parent));
        });
      }
      return rows;
    }

    private static Optional<ParentRow> otherRow(@Nullable Object value) {
      return value instanceof PendingParent.OtherRow row
          ? Optional.of(ParentRow.of(row))
          : Optional.empty();
    }
  }
}
