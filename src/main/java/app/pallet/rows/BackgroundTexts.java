package app.pallet.rows;

import app.pallet.database.CatalogueDatabase;
import app.pallet.rows.search.SearchTexts;
import app.pallet.work.RunningWork;
import app.pallet.work.WorkListener;
import app.pallet.work.WorkRunner;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@link SearchTexts} that are kept up to date on a thread of their own. Confined to the thread
 * that asks for it.
 */
final class BackgroundTexts implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(BackgroundTexts.class);

  private final SearchTexts texts;
  private final WorkRunner runner;
  private Optional<RunningWork> making = Optional.empty();

  private BackgroundTexts(SearchTexts texts, WorkRunner runner) {
    this.texts = texts;
    this.runner = runner;
  }

  /** The texts of a catalogue. There are none if reading has no second thread. */
  static Optional<BackgroundTexts> of(CatalogueDatabase database, WorkRunner reading) {
    WorkRunner own = reading.beside("pallet-texts");
    return own.equals(reading)
        ? Optional.empty()
        : Optional.of(new BackgroundTexts(new SearchTexts(database), own));
  }

  SearchTexts texts() {
    return texts;
  }

  /** Makes them anew if they are outdated; nobody waits for it. */
  void freshen() {
    making =
        Optional.of(
            runner.start(
                "Preparing the search",
                texts::freshen,
                new WorkListener<Boolean>() {
                  @Override
                  public void succeeded(Boolean fresh) {}

                  @Override
                  public void failed(Throwable failure) {
                    LOG.warn("The search can't be prepared", failure);
                  }
                }));
  }

  /** Gives up what is being made until {@link #freshen}, because others need the processor. */
  void giveWay() {
    making.ifPresent(RunningWork::cancel);
  }

  /** Gives up what is being made, for good; waits for nobody. */
  void stop() {
    texts.cancel();
    runner.stop();
  }

  @Override
  public void close() {
    texts.cancel();
    runner.close();
    texts.close();
  }
}
