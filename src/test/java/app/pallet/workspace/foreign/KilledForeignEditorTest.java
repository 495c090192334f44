package app.pallet.workspace.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.engine.sqlite.discovery.GeneratedSchema;
import app.pallet.work.ChildJava;
import app.pallet.workspace.foreign.KilledForeignEditor.Wanted;
import app.pallet.workspace.pending.RestoreReport;
import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A process that edits somebody's table, and keeps no history there, is killed (SIGKILL) at any
 * moment; afterwards every row is as the user made it, pending or committed, none is there twice,
 * and no cell that nobody touched has changed by a bit. {@code -Dpallet.sweep=N} for more tables,
 * {@code -Dpallet.sweep.seed=N} to begin with a certain one.
 */
final class KilledForeignEditorTest {

  private static final int MOST_NANOS = 8_000_000;

  @TempDir private Path folder;

  static IntStream seeds() {
    int first = Integer.getInteger("pallet.sweep.seed", 0);
    return IntStream.iterate(first, seed -> seed + 1)
        .filter(seed -> KilledForeignEditor.isFor(new GeneratedSchema(seed)))
        .limit(Integer.getInteger("pallet.sweep", 4));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void nothingIsLostAndNothingIsThereTwice(int seed) throws Exception {
    GeneratedSchema schema = new GeneratedSchema(seed);
    Path file = KilledForeignEditor.file(folder);
    RawTable.execute(file, schema.statements.toArray(String[]::new));
    RawTable before = RawTable.of(file, schema.table, schema.key().orElseThrow());

    int done = killed(seed);

    KilledForeignEditor after = new KilledForeignEditor(folder, schema, before);
    try (ForeignTable table = after.table()) {
      List<RestoreReport> restored = new ArrayList<>();
      table
          .open
          .workspace
          .draft()
          .find(draft -> table.open.workspace.draft().restore(draft, restored::add));
      if (table.open.workspace.changes().counts().committable() > 0) {
        table.commit(app.pallet.commit.CommitMode.BATCH);
      }
      List<String> wrong = wrong(before, table.raw(), after.after(done), schema);
      List<String> wrongNext = wrong(before, table.raw(), after.after(done + 1), schema);
      assertThat(wrong.isEmpty() ? wrong : wrongNext)
          .as("seed %d after %d actions; %s; or %s", seed, done, restored, wrong)
          .isEmpty();
    }
    assertThat(RawTable.ask(file, "PRAGMA integrity_check")).containsExactly("ok");
    assertThat(RawTable.ask(file, "SELECT name FROM sqlite_schema WHERE name LIKE 'pallet%'"))
        .isEmpty();
  }

  /** Everything in which a table differs from what it should be. */
  private static List<String> wrong(
      RawTable before, RawTable now, Wanted wanted, GeneratedSchema schema) {
    List<String> wrong = new ArrayList<>();
    Map<List<String>, Map<String, String>> rows = new HashMap<>(now.rows());
    before
        .rows()
        .forEach((row, cells) -> {
          Map<String, String> is = rows.remove(row);
          if (is == null) {
            wrong.add(row + " is gone");
            return;
          }
          Map<String, String> typed = wanted.changed().getOrDefault(row, Map.of());
          cells.forEach((column, cell) -> {
            String text = typed.get(column);
            boolean isRight =
                text != null
                    ? RawTable.holds(is.get(column), text)
                    : is.get(column).equals(cell)
                        || (!typed.isEmpty() && schema.computed.contains(column));
            if (!isRight) {
              wrong.add("%s of %s is %s, not %s".formatted(column, row, is.get(column), text));
            }
          });
        });
    List<String> added =
        rows.values().stream()
            .map(cells -> cells.get(schema.key().orElseThrow().getFirst()))
            .sorted()
            .toList();
    List<Integer> missing =
        wanted.added().stream()
            .filter(key -> added.stream().noneMatch(is -> RawTable.holds(is, key.toString())))
            .toList();
    if (!missing.isEmpty() || added.size() != wanted.added().size()) {
      wrong.add("added are %s, not %s".formatted(added, wanted.added()));
    }
    return wrong;
  }

  /** Runs it, kills it at some moment, and answers how many actions it had said to be on disk. */
  private int killed(int seed) throws Exception {
    Random random = new Random(seed);
    int lines = 1 + random.nextInt(40);
    Process process =
        ChildJava.start(
            folder,
            List.of(
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED"),
            KilledForeignEditor.class,
            folder.toString(),
            Integer.toString(seed));
    int done = 0;
    try (BufferedReader said = process.inputReader()) {
      String line = said.readLine();
      for (int read = 1; line != null; read++) {
        done = Integer.parseInt(line.substring("done ".length()));
        if (read == lines) {
          LockSupport.parkNanos(random.nextInt(MOST_NANOS)); // somewhere within the next action
          process.toHandle().destroyForcibly(); // which leaves the stream open
        }
        line = said.readLine();
      }
    } finally {
      process.destroyForcibly();
    }
    assertThat(process.waitFor())
        .as("ended by SIGKILL; it said: %s", Files.readString(folder.resolve("errors")))
        .isEqualTo(128 + 9);
    return done;
  }
}
