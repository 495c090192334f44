package app.pallet.workspace.foreign;

import app.pallet.commit.CommitMode;
import app.pallet.draft.DraftFolder;
import app.pallet.draft.DraftSession;
import app.pallet.engine.sqlite.discovery.GeneratedSchema;
import app.pallet.schema.Column;
import app.pallet.schema.TableId;
import app.pallet.schema.table.WriteRule;
import app.pallet.workspace.pending.PendingWork;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A process that edits a table of another program without end until it is killed, and says {@code
 * done N} once its action N is on disk. What it does follows from the number of the action alone.
 */
final class KilledForeignEditor {

  private static final PrintStream OUT = System.out;
  private static final int COMMIT_EVERY = 4;
  private static final int ADD_EVERY = 3;

  private final ForeignTable table;
  private final GeneratedSchema schema;
  private final Column column;
  private final List<Integer> rows;

  /**
   * Opens the table.
   *
   * @param original the table before anything was done to it
   */
  KilledForeignEditor(Path folder, GeneratedSchema schema, RawTable original) throws SQLException {
    this.schema = schema;
    Path file = file(folder);
    DraftFolder drafts = new DraftFolder(folder.resolve("drafts"));
    // With endless patience an action is on disk once it returns, however slow the disk is.
    DraftSession session =
        drafts.begin(TableId.ofFile(file, schema.table), Runnable::run, Duration.ofHours(1));
    table =
        new ForeignTable(
            file,
            schema.table,
            schema.key().orElseThrow(),
            PendingWork.IN_MEMORY.with(new PendingWork.Drafts(drafts, session)));
    column = table.editable().getFirst();
    rows =
        table.rowsWithKey().stream()
            .filter(row -> original.rows().containsKey(table.rawKey(row)))
            .sorted(Comparator.comparing(row -> table.rawKey(row).toString()))
            .toList();
  }

  static Path file(Path folder) {
    return folder.resolve("somebody's.db");
  }

  ForeignTable table() {
    return table;
  }

  /** Whether a seed makes a table that can be edited, and whose keys people give. */
  static boolean isFor(GeneratedSchema schema) {
    return schema.key().isPresent() && schema.kind != GeneratedSchema.KeyKind.ROW_NUMBER;
  }

  /** Runs until it is killed. */
  static void main(String[] arguments) throws SQLException {
    GeneratedSchema schema = new GeneratedSchema(Integer.parseInt(arguments[1]));
    Path folder = Path.of(arguments[0]);
    RawTable original = RawTable.of(file(folder), schema.table, schema.key().orElseThrow());
    KilledForeignEditor editor = new KilledForeignEditor(folder, schema, original);
    editor.table.open.workspace.database().warmUp();
    OUT.println("done 0");
    for (int done = 1; ; done++) {
      editor.perform(done);
      OUT.println("done " + done);
    }
  }

  private void perform(int action) {
    if (action % COMMIT_EVERY == 0) {
      CommitMode mode = CommitMode.values()[action / COMMIT_EVERY % CommitMode.values().length];
      if (!table.commit(mode).isComplete()) {
        throw new AssertionError("Action " + action + " committed not all");
      }
    } else if (action % ADD_EVERY == 0) {
      add(action);
    } else {
      table.type(rows.get(action % rows.size()), column, ForeignTable.typed(column, action));
    }
  }

  /** Adds a row whose key is made of the action's number. */
  private void add(int action) {
    var added = table.open.addRow();
    for (Column each : table.open.workspace.schema().columns()) {
      if (each.write() == WriteRule.ON_ADD) {
        table.open.workspace.edits().setCell(added, each, Integer.toString(1_000 + action));
      }
    }
  }

  /** What the table must hold after so many actions, once all is committed. */
  record Wanted(Map<List<String>, Map<String, String>> changed, List<Integer> added) {}

  Wanted after(int actions) {
    Map<List<String>, Map<String, String>> changed = new HashMap<>();
    List<Integer> added = new ArrayList<>();
    for (int action = 1; action <= actions; action++) {
      if (action % COMMIT_EVERY == 0) {
        continue;
      }
      if (action % ADD_EVERY == 0) {
        added.add(1_000 + action);
      } else {
        String text = ForeignTable.stored(column, ForeignTable.typed(column, action));
        changed.put(table.rawKey(rows.get(action % rows.size())), Map.of(column.name(), text));
      }
    }
    return new Wanted(changed, added);
  }
}
