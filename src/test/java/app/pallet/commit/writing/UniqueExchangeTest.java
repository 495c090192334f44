package app.pallet.commit.writing;

import static app.pallet.commit.writing.TestCatalogue.PRICE;
import static app.pallet.commit.writing.TestCatalogue.SKU;
import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.change.Row;
import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import app.pallet.commit.CommitListener;
import app.pallet.commit.CommitMode;
import app.pallet.commit.CommitPlan;
import app.pallet.commit.CommitReport;
import app.pallet.commit.TransactionScope;
import app.pallet.commit.order.WriteOrder;
import app.pallet.schema.Column;
import app.pallet.schema.ColumnType;
import app.pallet.schema.TableSchema;
import app.pallet.work.SampledMonitor;
import app.pallet.work.WorkMonitor;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rows that take each other's unique values in one commit. */
class UniqueExchangeTest {

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void random_permutations_are_written_whatever_the_batch_and_scope(CommitMode mode) {
    Random random = new Random(4711);
    for (TransactionScope scope : TransactionScope.values()) {
      for (int batch : List.of(1, 2, 7, 500)) {
        Path own = folder.resolve(mode + "-" + scope + "-" + batch);
        assertThat(own.toFile().mkdir()).isTrue();
        try (TestCatalogue catalogue = new TestCatalogue(own)) {
          List<Row> rows = catalogue.filledWith(40);
          List<Object> skus = new ArrayList<>(catalogue.column(SKU));
          Collections.shuffle(skus.subList(0, 20), random);
          Collections.rotate(skus.subList(20, 38), 1);
          Object freed = skus.get(39);
          skus.set(38, freed); // the last row is deleted, and its value is taken
          List<RowChange> changes = new ArrayList<>();
          for (int i = 0; i < 39; i++) {
            if (!skus.get(i).equals(rows.get(i).values().get(SKU))) {
              changes.add(catalogue.edit(rows.get(i), SKU, skus.get(i)));
            }
          }
          changes.add(catalogue.delete(rows.get(39)));
          changes.add(catalogue.add("A-039", "Takes what row 39 gives up", "1.00"));
          Collections.shuffle(changes, random);

          CommitReport report = catalogue.commit(changes, new CommitPlan(mode, batch, scope));

          assertThat(report.refusals()).isEmpty();
          List<Object> expected = new ArrayList<>(skus.subList(0, 39));
          expected.add("A-039");
          assertThat(catalogue.column(SKU)).containsExactlyElementsOf(expected);
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_thousand_skus_are_shifted_either_way(CommitMode mode) {
    try (TestCatalogue catalogue = new TestCatalogue(folder)) {
      List<Row> rows = catalogue.filledWith(1_000);
      for (int step : List.of(1, -1)) {
        List<Row> now = catalogue.rows();
        List<RowChange> shift =
            IntStream.range(0, now.size())
                .<RowChange>mapToObj(i ->
                    catalogue.edit(
                        now.get(i), SKU, "A-%03d".formatted(i + 1 + (step == 1 ? 1 : 0))))
                .toList();

        CommitReport report =
            catalogue.commit(shift, new CommitPlan(mode, 100, TransactionScope.PER_BATCH));

        assertThat(report.refusals()).isEmpty();
      }
      assertThat(catalogue.column(SKU))
          .containsExactlyElementsOf(rows.stream().map(row -> row.values().get(SKU)).toList());
    }
  }

  @ParameterizedTest
  @EnumSource
  void numbers_that_may_not_be_negative_swap_and_are_checked_as_ever(CommitMode mode)
      throws SQLException {
    Column number =
        Column.builder("number", ColumnType.WHOLE_NUMBER).required().unique().minimum(1).build();
    TableSchema schema =
        new TableSchema("product", List.of(TestCatalogue.ID, SKU, number), "number");
    try (TestCatalogue catalogue = new TestCatalogue(folder, schema)) {
      catalogue.behindTheBack("INSERT INTO product VALUES (1, 'A', 1), (2, 'B', 2), (3, 'C', 3)");
      List<Row> rows = catalogue.rows();
      List<RowChange> swap =
          List.of(
              catalogue.edit(rows.get(0), number, 2L),
              catalogue.edit(rows.get(1), number, 1L),
              catalogue.edit(rows.get(2), number, -3L));

      CommitReport report =
          catalogue.commit(swap, new CommitPlan(mode, 10, TransactionScope.PER_BATCH));

      assertThat(report.refusals().keySet()).containsExactly(new RowKey.Id(3));
      assertThat(catalogue.column(number)).containsExactly(2L, 1L, 3L);
      try (Connection writer = catalogue.database().writer().getConnection();
          Statement statement = writer.createStatement();
          ResultSet ignored = statement.executeQuery("PRAGMA ignore_check_constraints")) {
        assertThat(ignored.getInt(1)).isZero();
      }
    }
  }

  @Test
  void a_placeholder_is_none_that_somebody_has() throws SQLException {
    try (TestCatalogue catalogue = new TestCatalogue(folder)) {
      List<Row> rows = catalogue.filledWith(3);
      catalogue.behindTheBack("UPDATE product SET sku = '~7' WHERE id = 3");
      List<RowChange> swap =
          List.of(
              catalogue.edit(rows.get(0), SKU, "A-002"), catalogue.edit(rows.get(1), SKU, "A-001"));
      TableSchema schema = catalogue.database().schema();
      Iterator<Long> numbers = List.of(7L, 8L, 8L, 9L).iterator();
      try (Connection connection = catalogue.database().writer().getConnection();
          LinkedRows linked =
              new LinkedRows(
                  connection,
                  catalogue.database(),
                  WriteOrder.of(swap, schema),
                  new TransactionRows(TransactionScope.PER_BATCH, swap, Map.of()),
                  numbers::next)) {
        linked.write(swap, Map.of(), Instant.EPOCH, new TransactionProgress(WorkMonitor.NONE));
      }

      assertThat(numbers.hasNext()).isFalse();
      assertThat(catalogue.column(SKU)).containsExactly("A-002", "A-001", "~7");
    }
  }

  @ParameterizedTest
  @EnumSource
  void another_connection_never_sees_a_placeholder(CommitMode mode) throws Exception {
    try (TestCatalogue catalogue = new TestCatalogue(folder)) {
      List<Row> rows = catalogue.filledWith(600);
      List<RowChange> turn = new ArrayList<>();
      for (int i = 0; i < 600; i++) {
        turn.add(catalogue.edit(rows.get(i), SKU, "A-%03d".formatted((i + 1) % 600 + 1)));
      }
      Set<String> known =
          rows.stream()
              .map(row -> String.valueOf(row.values().get(SKU)))
              .collect(Collectors.toSet());
      AtomicBoolean ended = new AtomicBoolean();
      try (ExecutorService others = Executors.newSingleThreadExecutor()) {
        Future<Set<String>> seen =
            others.submit(() -> seenUntil(ended, catalogue.database().file()));

        try {
          CommitReport report =
              catalogue.commit(turn, new CommitPlan(mode, 100, TransactionScope.PER_BATCH));

          assertThat(report.refusals()).isEmpty();
        } finally {
          ended.set(true);
        }
        assertThat(seen.get()).isEqualTo(known);
      }
    }
  }

  /** All article numbers that a connection of another program ever sees. */
  private static Set<String> seenUntil(AtomicBoolean ended, Path file) throws SQLException {
    Set<String> seen = new HashSet<>();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      boolean last;
      do {
        last = ended.get();
        try (ResultSet result = statement.executeQuery("SELECT sku FROM product")) {
          while (result.next()) {
            seen.add(result.getString(1));
          }
        }
      } while (!last);
    }
    return seen;
  }

  @ParameterizedTest
  @EnumSource
  void only_the_circles_with_a_changed_row_are_left_out(CommitMode mode) {
    try (TestCatalogue catalogue = new TestCatalogue(folder)) {
      List<Row> rows = catalogue.filledWith(40);
      List<RowChange> swaps = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        swaps.add(catalogue.edit(rows.get(i), SKU, "A-%03d".formatted((i ^ 1) + 1)));
      }
      catalogue.behindTheBack("UPDATE product SET sku = 'THEIRS' WHERE id = 8");

      CommitReport report =
          catalogue.commit(swaps, new CommitPlan(mode, 500, TransactionScope.PER_BATCH));

      assertThat(report.refusals().keySet())
          .containsExactlyInAnyOrder(new RowKey.Id(7), new RowKey.Id(8));
      assertThat(report.committed()).isEqualTo(38);
      assertThat(catalogue.column(SKU).subList(4, 10))
          .containsExactly("A-006", "A-005", "A-007", "THEIRS", "A-010", "A-009");
    }
  }

  @ParameterizedTest
  @EnumSource
  void names_that_differ_in_case_alone_are_renamed_and_swapped(CommitMode mode) {
    try (TestCatalogue catalogue = new TestCatalogue(folder)) {
      catalogue.filledWith(4);
      catalogue.behindTheBack("CREATE UNIQUE INDEX loose ON product (sku COLLATE NOCASE)");
      List<Row> rows = catalogue.rows();
      List<RowChange> changes =
          List.of(
              catalogue.edit(rows.get(0), SKU, "a-001"),
              catalogue.edit(rows.get(1), SKU, "a-003"),
              catalogue.edit(rows.get(2), SKU, "a-004"),
              catalogue.edit(rows.get(3), SKU, "a-002"));

      CommitReport report =
          catalogue.commit(changes, new CommitPlan(mode, 2, TransactionScope.PER_BATCH));

      assertThat(report.refusals()).isEmpty();
      assertThat(catalogue.column(SKU)).containsExactly("a-001", "a-003", "a-004", "a-002");
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_swap_with_a_row_that_was_changed_is_left_whole_while_the_rest_commits(CommitMode mode) {
    try (TestCatalogue catalogue = new TestCatalogue(folder)) {
      List<Row> rows = catalogue.filledWith(4);
      List<RowChange> changes =
          List.of(
              catalogue.edit(rows.get(0), SKU, "A-002"),
              catalogue.edit(rows.get(1), SKU, "A-001"),
              catalogue.edit(rows.get(2), SKU, "a-003"));
      catalogue.behindTheBack("UPDATE product SET sku = 'THEIRS' WHERE id = 2");

      SampledMonitor monitor = new SampledMonitor();
      CommitReport report =
          catalogue.commit(
              changes,
              new CommitPlan(mode, 2, TransactionScope.PER_BATCH),
              CommitListener.NONE,
              monitor);

      assertThat(monitor.sample().done()).as("also rows that are left out").isEqualTo(3);
      assertThat(report.refusals().keySet())
          .containsExactlyInAnyOrder(new RowKey.Id(1), new RowKey.Id(2));
      assertThat(catalogue.column(SKU)).containsExactly("A-001", "THEIRS", "a-003", "A-004");
    }
  }

  @Test
  void a_row_that_a_trigger_deletes_on_the_way_is_none_of_those_written() throws SQLException {
    try (TestCatalogue catalogue = new TestCatalogue(folder)) {
      List<Row> rows = catalogue.filledWith(2);
      catalogue.behindTheBack(
          "CREATE TRIGGER other AFTER UPDATE ON product WHEN NEW.sku = 'free'"
              + " BEGIN DELETE FROM product WHERE id = 1; END");
      RowChange takes = catalogue.edit(rows.get(0), SKU, "A-002");
      RowChange gives = catalogue.edit(rows.get(1), SKU, "free");
      TableSchema schema = catalogue.database().schema();
      WriteOrder order = WriteOrder.of(List.of(takes, gives), schema);
      List<RowChange> rowsInOrder =
          order
              .transactions(new CommitPlan(CommitMode.BATCH, 2, TransactionScope.PER_BATCH))
              .getFirst();
      TransactionRows written =
          new TransactionRows(TransactionScope.PER_BATCH, rowsInOrder, Map.of());

      // our own connections run no triggers
      try (Connection connection =
              DriverManager.getConnection("jdbc:sqlite:" + catalogue.database().file());
          LinkedRows linked = new LinkedRows(connection, catalogue.database(), order, written)) {
        List<RowChange> unmatched =
            linked.write(
                rowsInOrder, Map.of(), Instant.EPOCH, new TransactionProgress(WorkMonitor.NONE));

        assertThat(unmatched).containsExactly(takes);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_refused_row_before_a_circle_is_left_out_alone(CommitMode mode) {
    try (TestCatalogue catalogue = new TestCatalogue(folder)) {
      List<Row> rows = catalogue.filledWith(4);
      List<RowChange> changes =
          List.of(
              catalogue.edit(rows.get(0), PRICE, new BigDecimal("-1.0000")),
              catalogue.edit(rows.get(1), SKU, "A-003"),
              catalogue.edit(rows.get(2), SKU, "A-004"),
              catalogue.edit(rows.get(3), SKU, "A-002"));

      CommitReport report =
          catalogue.commit(changes, new CommitPlan(mode, 10, TransactionScope.PER_BATCH));

      assertThat(report.refusals()).containsOnlyKeys(new RowKey.Id(1));
      assertThat(catalogue.column(SKU)).containsExactly("A-001", "A-003", "A-004", "A-002");
    }
  }
}
