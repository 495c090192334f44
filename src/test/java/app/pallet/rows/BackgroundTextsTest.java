package app.pallet.rows;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.work.RunningWork;
import app.pallet.work.Work;
import app.pallet.work.WorkListener;
import app.pallet.work.WorkRunner;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Texts for searching are made on a thread of their own, and not while others need it. */
class BackgroundTextsTest {

  @TempDir Path folder;
  private final HeldRunner own = new HeldRunner();
  private ProductRows products;
  private BackgroundTexts texts;

  @BeforeEach
  void open() throws SQLException {
    products = ProductRows.in(folder).add("A-1", "first");
    products.insert(
        List.of(
            products.column("id"),
            products.column("sku"),
            products.column("name"),
            products.column("price")),
        1_000_000L, // as in a catalogue that is worth it
        "A-2",
        "last",
        0L);
    texts = BackgroundTexts.of(products.database, new Reading(own)).orElseThrow();
  }

  @AfterEach
  void close() {
    texts.close();
    products.close();
  }

  @Test
  void theyAreMadeWhenTheirThreadComesToIt() {
    texts.freshen();
    assertThat(texts.texts().bytes()).isZero();

    own.runAll();
    assertThat(texts.texts().bytes()).isPositive();
  }

  @Test
  void whatGaveWayIsMadeWhenItIsAskedForAgain() {
    texts.freshen();
    texts.giveWay();
    own.runAll();
    assertThat(texts.texts().bytes()).isZero();

    texts.freshen();
    own.runAll();
    assertThat(texts.texts().bytes()).isPositive();
  }

  @Test
  void thereAreNoneWithoutAThreadOfTheirOwn() {
    assertThat(BackgroundTexts.of(products.database, own)).isEmpty();
  }

  /** Runs nothing itself, and whatever is beside it where the test says. */
  private record Reading(WorkRunner beside) implements WorkRunner {

    @Override
    public <T> RunningWork start(String name, Work<T> work, WorkListener<T> listener) {
      throw new IllegalStateException(name);
    }

    @Override
    public WorkRunner beside(String name) {
      return beside;
    }

    @Override
    public void stop() {}

    @Override
    public void close() {}
  }
}
