package app.pallet.draft;

import app.pallet.change.ChangeAction;
import app.pallet.change.ChangeHistory;
import app.pallet.change.ChangeJournal;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The draft of one window over one catalogue: what happens to its changes is on disk before the
 * user sees it, as long as the disk answers in time. If it does not, the window goes on and says
 * so. All files are written on one thread of its own, in order. A step that can't be written stays
 * in memory, is told of, and is written with the next one. Methods are for the owner of the changes
 * unless they say otherwise.
 */
public final class DraftSession implements ChangeJournal, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(DraftSession.class);

  /** How long the owner waits for the disk: longer than nearly any write takes, hardly seen. */
  public static final Duration PATIENCE = Duration.ofMillis(20);

  private final Executor delivery;
  private final Duration patience;
  private final ExecutorService thread;
  private final DraftWords words;
  private volatile Consumer<DraftStatus> listener = status -> {};
  private volatile DraftStatus status = new DraftStatus.Saved();
  private volatile boolean isDue;
  private boolean isClosed;
  private DraftWriter writer; // of the draft's thread

  DraftSession(DraftWriter writer, DraftWords words, Executor delivery, Duration patience) {
    this.writer = writer;
    this.words = words;
    this.delivery = delivery;
    this.patience = patience;
    this.thread =
        Executors.newSingleThreadExecutor(
            loop -> Thread.ofPlatform().name("pallet-draft").daemon().unstarted(loop));
  }

  /** Work on the draft's file. */
  private interface Write {
    void run() throws IOException;
  }

  /** Sets who hears, through the delivery, whether all is on disk. */
  public void whenChanged(Consumer<DraftStatus> heard) {
    listener = heard;
  }

  /** Whether all that happened is on disk. Any thread. */
  public DraftStatus status() {
    return status;
  }

  @Override
  public void happening(ChangeAction action, Supplier<ChangeHistory> before) {
    if (isClosed) {
      return; // a commit that outlived its window: whoever restores the draft asks what it wrote
    }
    if (isDue) {
      isDue = false;
      compact(before.get());
    }
    await(start(() -> writer.act(action)));
  }

  /**
   * Writes a large step beside the window, so that little is left to be written when it happens.
   * Waits for the disk: not for the owner of a window. If it fails, the step is written when it
   * happens. Any thread.
   */
  public void prepare(ChangeAction.Step step) {
    start(() -> writer.prepare(step)).join();
  }

  /**
   * Notes that rows are about to be committed. Waits for the disk: not for the owner of a window.
   * Any thread.
   *
   * @param token tells the commit from every other
   * @throws DraftException if the draft can't be told: the commit must not begin, because after a
   *     crash its rows would come up again as pending
   */
  public void startCommit(String token) {
    CompletableFuture<Void> noted = new CompletableFuture<>();
    start(
            () -> {
              try {
                writer.startCommit(token);
                noted.complete(null);
              } catch (IOException | RuntimeException e) {
                noted.completeExceptionally(e);
                throw e;
              }
            })
        .join();
    if (noted.isCompletedExceptionally()) {
      throw new DraftException(
          "The commit was not begun, because the draft can't be told of it: "
              + words.reason(noted.exceptionNow()),
          noted.exceptionNow());
    }
  }

  /**
   * Notes that the changes no longer hold what a commit wrote, and rewrites the draft with the
   * rest. A session that has ended does nothing: restoring the draft will look the commit up.
   */
  public void endCommit(String token, ChangeHistory rest) {
    if (!isClosed) {
      later(() -> writer.endCommit(token));
      compact(rest);
    }
  }

  /** Tries again to write what could not be written. */
  public void retry(ChangeHistory all) {
    later(() -> {
      try {
        writer.flush();
      } catch (IOException e) {
        LOG.info("The draft is written anew, because it can't be continued", e);
        writer.compact(all);
      }
    });
  }

  private void compact(ChangeHistory history) {
    later(() -> {
      try {
        writer.compact(history);
      } catch (IOException e) {
        LOG.warn("The draft can't be written anew; it is continued", e);
        writer.flush();
      }
    });
  }

  /**
   * Goes on with a draft that was found and mended, in place of the own one, which is deleted. The
   * owner's changes must become those of the draft before anything else happens to them.
   */
  public void adopt(StoredDraft draft) {
    DraftWriter found = draft.handOver();
    later(() -> {
      DraftWriter own = writer;
      writer = found;
      own.discard();
    });
  }

  /** How a session ends. */
  public enum Ending {
    /** What is in it is offered at the next start. */
    KEEP,
    /** It is deleted. */
    DISCARD
  }

  /**
   * Ends the session and waits until all is written: not for the owner of a window, which calls
   * {@link #beginEnd}.
   */
  public void end(Ending how) {
    beginEnd(how);
    awaitEnd();
  }

  /**
   * Ends the session once all is written, and waits for nobody; nothing may happen to the changes
   * any more.
   */
  public void beginEnd(Ending how) {
    if (isClosed) {
      return;
    }
    isClosed = true;
    later(() -> {
      if (how == Ending.KEEP) {
        writer.keep();
      } else {
        writer.discard();
      }
    });
    thread.shutdown();
  }

  /** Waits until an end that has begun is on the disk. Any thread but a window's. */
  public void awaitEnd() {
    try {
      thread.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Ends the session and keeps the draft. */
  @Override
  public void close() {
    end(Ending.KEEP);
  }

  /** Runs on the draft's thread; the future is done however it ended. */
  private CompletableFuture<Void> start(Write write) {
    return CompletableFuture.runAsync(guarded(write), thread);
  }

  private void later(Write write) {
    thread.execute(guarded(write));
  }

  private Runnable guarded(Write write) {
    return () -> {
      try {
        write.run();
        if (writer.isSaved()) {
          tell(new DraftStatus.Saved());
        }
      } catch (IOException | RuntimeException e) { // the thread's edge: the status says it
        LOG.warn("The draft can't be written", e);
        tell(new DraftStatus.Failing(words.reason(e), writer.unsavedRows()));
      }
      isDue = writer.isDue();
    };
  }

  private void await(CompletableFuture<Void> saved) {
    try {
      saved.get(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) { // the window goes on, and says so
      delivery.execute(() -> listener.accept(saved.isDone() ? status : new DraftStatus.Saving()));
      later(() -> delivery.execute(() -> listener.accept(status)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new IllegalStateException("The draft's thread has failed", e.getCause());
    }
  }

  private void tell(DraftStatus now) {
    if (!now.equals(status)) {
      status = now;
      delivery.execute(() -> listener.accept(status));
    }
  }
}
