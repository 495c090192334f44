package app.pallet.benchmark;

import app.pallet.change.RowChange;
import app.pallet.change.RowStamp;
import app.pallet.commit.CommitListener;
import app.pallet.commit.CommitMode;
import app.pallet.commit.CommitPlan;
import app.pallet.commit.CommitReport;
import app.pallet.commit.TransactionScope;
import app.pallet.commit.writing.CommitTask;
import app.pallet.database.CatalogueDatabase;
import app.pallet.database.file.ConnectionSettings;
import app.pallet.engine.sqlite.SqliteCodec;
import app.pallet.schema.Column;
import app.pallet.schema.ProductSchema;
import app.pallet.schema.TableSchema;
import app.pallet.work.WorkMonitor;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The competitors that run on the JVM, for {@code src/bench/peers/peers.py}: it makes up the rows
 * for everybody, then takes one command a line, {@code COMPETITOR WORK ROWS FILE}, and answers with
 * the seconds that took. One process for all rounds, so that the first rounds, which don't count,
 * warm it up, as an editor is that has been open for a while.
 */
public final class Peers {

  private static final ConnectionSettings SETTINGS = ConnectionSettings.DEFAULT;

  private final TableSchema schema = ProductSchema.create();
  private final List<RowChange> adds;
  private final List<RowChange> edits;
  private final long now = System.currentTimeMillis();

  private Peers(int rows) {
    BenchmarkRows made = new BenchmarkRows(schema, rows);
    adds = made.adds();
    edits = made.edits(rows);
  }

  /**
   * Makes the files of the comparison, then answers commands until standard input ends.
   *
   * @param arguments number of rows, and the folder
   */
  public static void main(String... arguments) throws IOException, SQLException {
    Peers peers = new Peers(Integer.parseInt(arguments[0]));
    peers.prepare(Path.of(arguments[1]));
    System.out.println("ready");
    try (BufferedReader commands =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      for (String line = commands.readLine(); line != null; line = commands.readLine()) {
        String[] words = line.split(" ", 4);
        long nanos = peers.run(words[0], words[1], Integer.parseInt(words[2]), Path.of(words[3]));
        System.out.println(nanos / 1e9);
      }
    }
  }

  private void prepare(Path folder) throws IOException, SQLException {
    Path empty = folder.resolve("empty.pallet");
    CatalogueDatabase.create(empty, schema, SETTINGS).close();
    Path full = folder.resolve("full.pallet");
    Files.copy(empty, full);
    PlainJdbc.of(schema, adds).run(full, SETTINGS);
    write(folder.resolve("adds.tsv"), schema.columns(), adds.stream().map(this::added).toList());
    List<Column> edited = new ArrayList<>(edits.getFirst().after().columns().asList());
    List.of("updated", "id", "version").forEach(name -> edited.add(schema.require(name)));
    write(folder.resolve("edits.tsv"), edited, edits.stream().map(this::edited).toList());
  }

  private List<Object> added(RowChange change) {
    RowChange.Add add = (RowChange.Add) change;
    return schema.columns().stream()
        .<Object>map(column ->
            switch (column.role()) {
              case DATA ->
                  Objects.requireNonNull(new SqliteCodec(column).toStored(add.after().get(column)));
              case ID -> add.key().number();
              case VERSION -> 0L;
              case CREATED, UPDATED -> now;
            })
        .toList();
  }

  private List<Object> edited(RowChange change) {
    RowChange.Edit edit = (RowChange.Edit) change;
    List<Object> values = new ArrayList<>();
    for (Column column : edit.after().columns().asList()) {
      values.add(
          Objects.requireNonNull(new SqliteCodec(column).toStored(edit.after().get(column))));
    }
    values.addAll(List.of(now, edit.key().id(), ((RowStamp.Counted) edit.stamp()).version()));
    return values;
  }

  private static void write(Path file, List<Column> columns, List<List<Object>> rows)
      throws IOException {
    try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(file))) {
      out.print(
          columns.stream()
              .map(c -> c.name() + (new SqliteCodec(c).isInteger() ? ":i" : ":t"))
              .collect(Collectors.joining("\t", "", "\n")));
      for (List<Object> row : rows) {
        out.print(row.stream().map(Object::toString).collect(Collectors.joining("\t", "", "\n")));
      }
    }
  }

  private long run(String competitor, String work, int rows, Path file) throws SQLException {
    List<RowChange> all = work.equals("add") ? adds : edits;
    List<RowChange> changes = all.subList(0, rows);
    return switch (competitor) {
      case "jdbc-batch" -> PlainJdbc.of(schema, changes).run(file, SETTINGS);
      case "pallet-batch" -> commit(file, changes, CommitMode.BATCH);
      case "pallet-add-all" -> commit(file, changes, CommitMode.ADD_ALL);
      case "pallet-one-by-one" -> commit(file, changes, CommitMode.ONE_BY_ONE);
      case "hibernate-session" -> HibernateSession.run(file, changes, this::added, this::edited);
      default -> throw new IllegalArgumentException(competitor);
    };
  }

  private static long commit(Path file, List<RowChange> changes, CommitMode mode) {
    CommitPlan plan =
        new CommitPlan(mode, CommitPlan.DEFAULT_BATCH_SIZE, TransactionScope.PER_BATCH);
    try (CatalogueDatabase database = CatalogueDatabase.open(file, SETTINGS)) {
      database.sessionFactory();
      long began = System.nanoTime();
      CommitReport report =
          new CommitTask(database, changes, plan, CommitListener.NONE).run(WorkMonitor.NONE);
      long nanos = System.nanoTime() - began;
      if (!report.isComplete()) {
        throw new IllegalStateException("Only " + report.committed() + ": " + report.ending());
      }
      return nanos;
    }
  }
}
