package app.pallet.ui.log;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.ui.log.LogLine.Level;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LogInboxTest {
  private final LogInbox inbox = new LogInbox(Clock.systemUTC(), 3);

  @Test
  void theListenerHearsOnceForAllLinesUntilTheNextFetch() {
    List<String> heard = new ArrayList<>();
    inbox.whenFilled(() -> heard.add("filled"));
    inbox.add(Level.INFO, "1");
    inbox.add(Level.INFO, "2");
    inbox.fetch();
    inbox.add(Level.INFO, "3");
    assertThat(heard).hasSize(2);
  }

  @Test
  void whatNobodyFetchesDoesNotGrowWithoutBound() {
    for (int number = 1; number <= 5; number++) {
      inbox.add(Level.INFO, Integer.toString(number));
    }
    assertThat(inbox.fetch()).extracting(LogLine::text).containsExactly("3", "4", "5");
  }

  @Test
  void aSecondFetchFindsNothing() {
    inbox.add(Level.INFO, "1");
    inbox.fetch();
    assertThat(inbox.fetch()).isEmpty();
  }
}
