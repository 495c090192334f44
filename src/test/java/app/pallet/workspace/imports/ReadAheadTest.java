package app.pallet.workspace.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Things made on another thread before they are asked for. */
class ReadAheadTest {

  @Test
  void allComeInTheirOrderAndThenNone() {
    List<Integer> taken = new ArrayList<>();
    try (ReadAhead<Integer> ahead = new ReadAhead<>("test", countingTo(100))) {
      for (var next = ahead.next(); next.isPresent(); next = ahead.next()) {
        taken.add(next.get());
      }
      assertThat(ahead.next()).isEmpty();
    }
    assertThat(taken).hasSize(100).isSorted().startsWith(1).endsWith(100);
  }

  @Test
  void aFailureComesInItsPlaceAndNothingIsMadeAfterIt() {
    AtomicInteger made = new AtomicInteger();
    Supplier<Optional<Integer>> failing =
        () -> {
          if (made.incrementAndGet() == 3) {
            throw new IllegalStateException("the disk is gone");
          }
          return Optional.of(made.get());
        };
    try (ReadAhead<Integer> ahead = new ReadAhead<>("test", failing)) {
      assertThat(ahead.next()).contains(1);
      assertThat(ahead.next()).contains(2);
      assertThatThrownBy(ahead::next).hasMessage("the disk is gone");
      assertThat(ahead.next()).isEmpty();
    }
    assertThat(made).hasValue(3);
  }

  @Test
  void onlyAFewAreMadeAheadAndNoneOnceItIsClosed() {
    AtomicInteger made = new AtomicInteger();
    ReadAhead<Integer> ahead = new ReadAhead<>("test", () -> Optional.of(made.incrementAndGet()));
    assertThat(ahead.next()).contains(1);
    ahead.close();
    int afterwards = made.get();
    assertThat(afterwards).isBetween(1, ReadAhead.READY + 1);
    assertThat(made).hasValue(afterwards);
  }

  @Test
  void whoeverIsInterruptedWhileWaitingGivesUp() {
    CompletableFuture<Optional<Integer>> first = new CompletableFuture<>();
    try (ReadAhead<Integer> ahead = new ReadAhead<>("test", first::join)) {
      Thread.currentThread().interrupt();
      assertThatThrownBy(ahead::next).isInstanceOf(CancellationException.class);
      assertThat(Thread.interrupted()).isTrue();
      first.complete(Optional.empty());
    }
  }

  private static Supplier<Optional<Integer>> countingTo(int last) {
    AtomicInteger number = new AtomicInteger();
    return () -> Optional.of(number.incrementAndGet()).filter(n -> n <= last);
  }
}
