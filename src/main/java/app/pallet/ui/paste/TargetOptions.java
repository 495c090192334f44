package app.pallet.ui.paste;

import app.pallet.schema.Column;
import app.pallet.schema.ColumnRole;
import app.pallet.schema.TableSchema;
import app.pallet.workspace.imports.ColumnChoice.Target;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a column of the source can become. Stateless. */
final class TargetOptions {

  private TargetOptions() {}

  /** New and left out first, then the catalogue's columns in their order. */
  static List<TargetOption> of(ColumnLine line, List<ColumnLine> all, TableSchema schema) {
    Column added = line.source().asNew();
    List<TargetOption> options = new ArrayList<>();
    options.add(
        new TargetOption(
            new Target.Added(added), "New column: " + added.label(), added.type().label()));
    options.add(new TargetOption(new Target.Dropped(), "Leave out", "not taken"));
    Map<String, String> fillers = fillers(line, all);
    for (Column column : schema.columns()) {
      if (!column.isReadOnly() || column.role() == ColumnRole.ID) {
        String filler = fillers.get(column.name());
        options.add(
            new TargetOption(
                new Target.Existing(column),
                column.label(),
                filler == null ? column.type().label() : "from “" + filler + "”"));
      }
    }
    return options;
  }

  /** Headings of the other columns by the name of the column they fill. */
  private static Map<String, String> fillers(ColumnLine line, List<ColumnLine> all) {
    Map<String, String> fillers = new HashMap<>();
    for (ColumnLine other : all) {
      if (other.source().place() != line.source().place()
          && other.choice().target() instanceof Target.Existing existing) {
        fillers.put(existing.column().name(), other.source().heading());
      }
    }
    return fillers;
  }
}
