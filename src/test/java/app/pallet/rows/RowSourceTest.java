package app.pallet.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.pallet.change.Row;
import app.pallet.change.RowKey;
import app.pallet.rows.keys.KeySnapshot;
import app.pallet.rows.keys.RowIds;
import app.pallet.rows.query.RowQuery;
import app.pallet.rows.query.SortOrder;
import app.pallet.rows.query.SortOrder.Direction;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The window's view of the rows: what is at hand, what arrives when, and what is dropped. */
class RowSourceTest {

  private static final RowQuery CHAIRS = new RowQuery("chair", Optional.empty());
  private static final RowQuery LAMPS = new RowQuery("lamp", Optional.empty());

  @TempDir Path folder;
  private final HeldRunner runner = new HeldRunner();
  private final List<String> heard = new ArrayList<>();
  private ProductRows products;
  private RowSource source;

  @BeforeEach
  void open() throws SQLException {
    products = ProductRows.in(folder).addMany(20_000);
    source = new RowSource(products.database, runner, listener());
  }

  @AfterEach
  void close() {
    source.close();
    products.close();
  }

  private RowSourceListener listener() {
    return new RowSourceListener() {
      @Override
      public void keysChanged() {
        heard.add("keys " + source.size() + counting());
      }

      @Override
      public void keysGrown(int from) {
        heard.add("grown from %d to %d%s".formatted(from, source.size(), counting()));
      }

      private String counting() {
        return source.isCounting() ? ", counting" : "";
      }

      @Override
      public void rowsArrived(int from, int to) {
        heard.add("rows %d-%d".formatted(from, to));
      }

      @Override
      public void failed(Throwable failure) {
        heard.add("failed " + failure.getMessage());
      }
    };
  }

  private void ask(RowQuery query) {
    source.query(query, PendingJudge.NONE);
  }

  @Test
  void nothingIsThereBeforeTheFirstQueryIsAnswered() {
    ask(RowQuery.ALL);

    assertThat(source.size()).isZero();
    assertThatThrownBy(() -> source.row(0)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void anAnswerBringsItsFirstRowsAlong() {
    ask(RowQuery.ALL);
    assertThat(source.isCounting()).isTrue();
    runner.runNext();

    assertThat(heard).containsExactly("keys 512, counting");
    assertThat(source.row(199)).map(Row::id).hasValue(200L);
    assertThat(source.row(450)).isEmpty();
    runner.runAll();

    assertThat(heard)
        .containsExactly("keys 512, counting", "grown from 512 to 20000", "rows 400-512");
    assertThat(source.row(199)).map(Row::id).hasValue(200L);
    assertThat(source.keys().idAt(19_999)).isEqualTo(20_000);
    assertThat(source.isCounting()).isFalse();
    assertThat(runner.waiting()).isZero();
  }

  @Test
  void aPageThatEndedWithTheFirstRowsIsReadAgainAsAWhole() {
    ask(RowQuery.ALL);
    runner.runNext();
    source.row(511);
    runner.runAll();

    assertThat(source.row(599)).isEmpty();
    runner.runAll();

    assertThat(source.row(599)).map(Row::id).hasValue(600L);
    assertThat(source.row(511)).map(Row::id).hasValue(512L);
  }

  @Test
  void aCancelledQueryLeavesTheRowsThereWereBefore() {
    ask(CHAIRS);
    runner.runAll();
    ask(RowQuery.ALL);
    runner.runNext();
    heard.clear();

    assertThat(source.cancelQuery()).isTrue();
    runner.runAll();

    assertThat(heard).containsExactly("keys 5000");
    assertThat(source.query()).isEqualTo(CHAIRS);
    assertThat(source.isCounting()).isFalse();
    assertThat(source.row(0)).isEmpty();
    runner.runAll();
    assertThat(source.row(0)).map(Row::id).hasValue(1L);
    assertThat(source.cancelQuery()).isFalse();
  }

  @Test
  void aVerdictBelongsToTheRowsThatAreShown() {
    PendingVerdict verdict =
        new PendingVerdict(
            RowIds.of(LongStream.of(1)), KeySnapshot.of(2), RowIds.of(LongStream.of(7)));
    source.query(CHAIRS, check -> verdict);
    assertThat(source.verdict()).isEqualTo(PendingVerdict.NONE);
    runner.runAll();

    assertThat(heard).containsExactly("keys 511, counting", "grown from 511 to 5000");
    assertThat(source.verdict()).isEqualTo(verdict);
    assertThat(source.keys().idAt(0)).isEqualTo(5);
    assertThat(source.keys().idAt(4_999)).isEqualTo(2);

    ask(LAMPS);
    assertThat(source.verdict()).isEqualTo(verdict);
    runner.runNext();
    assertThat(source.verdict()).isEqualTo(PendingVerdict.NONE);

    source.cancelQuery();
    assertThat(source.verdict()).isEqualTo(verdict);
  }

  @Test
  void rowsInSightAreReadWhileKeysAreStillBeingTaken() {
    ask(RowQuery.ALL);
    runner.runNext();
    heard.clear();

    assertThat(source.row(300)).isEmpty();
    ask(LAMPS);
    runner.runAll();

    assertThat(heard)
        .containsExactly("rows 200-400", "keys 512, counting", "grown from 512 to 5000");
  }

  @Test
  void aRowThatIsNotAtHandArrivesLater() {
    ask(RowQuery.ALL);
    runner.runAll();
    heard.clear();

    assertThat(source.row(10_100)).isEmpty();
    runner.runAll();

    assertThat(heard).containsExactly("rows 10000-10200");
    assertThat(source.row(10_100)).map(Row::id).hasValue(10_101L);
    assertThat(source.cached(new RowKey.Id(10_101))).isEqualTo(source.row(10_100));
  }

  @Test
  void theLastPageEndsWithTheRows() throws SQLException {
    products.execute("DELETE FROM product WHERE id > 19950");
    ask(RowQuery.ALL);
    runner.runAll();

    assertThat(source.row(19_949)).isEmpty();
    runner.runAll();

    assertThat(heard).endsWith("grown from 512 to 19950", "rows 19800-19950");
  }

  @Test
  void aPageIsAskedForOnceHoweverOftenItIsLookedAt() {
    ask(RowQuery.ALL);
    runner.runAll();

    IntStream.range(5_000, 5_050).forEach(source::row);

    assertThat(runner.waiting()).isEqualTo(1);
  }

  @Test
  void whoeverScrollsFastGetsTheLatestPagesFirstAndOldOnesNever() {
    ask(RowQuery.ALL);
    runner.runAll();
    heard.clear();

    IntStream.rangeClosed(1, 12).forEach(page -> source.row(page * 200));
    runner.runAll();

    assertThat(heard)
        .containsExactly(
            "rows 200-400", // was being read already
            "rows 2400-2600",
            "rows 2200-2400",
            "rows 2000-2200",
            "rows 1800-2000",
            "rows 1600-1800",
            "rows 1400-1600",
            "rows 1200-1400",
            "rows 1000-1200");
  }

  @Test
  void theLatestQueryWins() {
    ask(CHAIRS);
    ask(LAMPS);
    runner.runAll();

    assertThat(heard).containsExactly("keys 512, counting", "grown from 512 to 5000");
    assertThat(source.row(0)).map(Row::id).hasValue(2L);
    assertThat(source.query()).isEqualTo(LAMPS);
  }

  @Test
  void pagesOfAnEarlierOrderAreDropped() {
    ask(RowQuery.ALL);
    runner.runAll();
    heard.clear();
    ask(new RowQuery("", Optional.of(new SortOrder(products.column("id"), Direction.DESCENDING))));
    source.row(10_000);
    runner.runAll();

    assertThat(heard).containsExactly("keys 512, counting", "grown from 512 to 20000");
    assertThat(source.row(0)).map(Row::id).hasValue(20_000L);
  }

  @Test
  void onlySoManyRowsAreKept() {
    ask(RowQuery.ALL);
    runner.runAll();

    for (int page = 0; page < 100; page++) {
      source.row(page * 200);
      runner.runAll();
    }

    long kept =
        IntStream.rangeClosed(1, 20_000)
            .filter(id -> source.cached(new RowKey.Id(id)).isPresent())
            .count();
    assertThat(kept).isEqualTo(64 * 200);
    assertThat(source.cached(new RowKey.Id(1))).isEmpty();
    assertThat(source.cached(new RowKey.Id(20_000))).isPresent();
  }

  @Test
  void afterACommitTheRowsInSightAreReadAgainBeforeTheirOrder() throws SQLException {
    ask(RowQuery.ALL);
    runner.runAll();
    source.row(4_000);
    runner.runAll();
    heard.clear();
    products.execute("UPDATE product SET name = 'new' WHERE id = 4002");
    products.execute("DELETE FROM product WHERE id = 3");

    source.refresh(PendingJudge.NONE);
    runner.runAll();

    assertThat(heard).containsExactly("rows 4000-4200", "rows 0-200", "keys 19999");
    assertThat(source.row(4_000).map(row -> row.values().get(products.column("name"))))
        .hasValue("new");
  }

  @Test
  void aRowThatSomeoneHasDeletedStaysEmptyAndIsNotAskedForAgain() throws SQLException {
    ask(RowQuery.ALL);
    runner.runAll();
    products.execute("DELETE FROM product WHERE id = 5001");
    source.row(5_000);
    runner.runAll();

    assertThat(source.row(5_000)).isEmpty();
    assertThat(source.row(5_001)).isPresent();
    assertThat(runner.waiting()).isZero();
  }

  @Test
  void aFailureIsReportedAndTheRowsRemain() throws SQLException {
    ask(RowQuery.ALL);
    runner.runAll();
    heard.clear();
    products.execute("ALTER TABLE product RENAME TO goods");

    ask(CHAIRS);
    runner.runAll();

    assertThat(heard).singleElement().asString().contains("no such table");
    assertThat(source.row(0)).isPresent();
  }

  @Test
  void nothingIsHeardOnceItIsClosed() {
    ask(RowQuery.ALL);
    runner.runAll();
    heard.clear();
    ask(CHAIRS);
    source.row(5_000);

    source.close();
    runner.runAll();

    assertThat(heard).isEmpty();
  }

  @Test
  void anotherThreadIsTurnedAway() throws InterruptedException {
    ask(RowQuery.ALL);
    List<Throwable> thrown = new ArrayList<>();
    Thread other = Thread.ofPlatform().unstarted(() -> source.refresh(PendingJudge.NONE));
    other.setUncaughtExceptionHandler((thread, e) -> thrown.add(e));
    other.start();
    other.join();

    assertThat(thrown).singleElement().isInstanceOf(IllegalStateException.class);
  }
}
