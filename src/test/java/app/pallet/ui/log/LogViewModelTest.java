package app.pallet.ui.log;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.ui.log.LogLine.Level;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.Test;

final class LogViewModelTest {
  private final LogInbox inbox =
      new LogInbox(Clock.fixed(Instant.parse("2026-11-22T14:31:07.204Z"), ZoneOffset.UTC), 100);
  private final LogViewModel log = new LogViewModel(inbox, 5);

  @Test
  void linesWaitInTheInboxUntilTheyAreFetched() {
    inbox.add(Level.INFO, "first");
    assertThat(log.lines()).isEmpty();
    log.fetch();
    assertThat(texts()).containsExactly("first");
  }

  @Test
  void theBatchesOfACommitFoldUnderItsFirstLineWhenItHasEnded() {
    inbox.beginEntry();
    inbox.add(Level.INFO, "begun");
    inbox.add(Level.STEP, "batch 1");
    log.fetch();
    assertThat(visible()).containsExactly("begun", "batch 1");
    inbox.add(Level.WARNING, "refused");
    inbox.endEntry();
    inbox.add(Level.STEP, "of nothing");
    log.fetch();
    assertThat(visible()).containsExactly("begun", "refused", "of nothing");
    log.fold(log.lines().get(2));
    assertThat(visible()).as("only the first line unfolds").hasSize(3);
    log.fold(log.lines().getFirst());
    assertThat(visible()).containsExactly("begun", "batch 1", "refused", "of nothing");
    log.fold(log.lines().getFirst());
    assertThat(visible()).hasSize(3);
    assertThat(log.text(List.of())).as("all of it is saved").contains("batch 1");
  }

  private List<String> visible() {
    return log.visible().stream().map(LogLine::text).toList();
  }

  @Test
  void theOldestLinesGoWhenThereAreTooMany() {
    add(1, 4);
    log.fetch();
    add(5, 7);
    log.fetch();
    assertThat(texts()).containsExactly("3", "4", "5", "6", "7");
  }

  @Test
  void aBurstLargerThanTheLogLeavesItsEnd() {
    add(1, 12);
    log.fetch();
    assertThat(texts()).containsExactly("8", "9", "10", "11", "12");
  }

  @Test
  void aFetchOfManyLinesIsOneChange() {
    List<Integer> sizes = new ArrayList<>();
    log.lines()
        .addListener((ListChangeListener<LogLine>) change -> sizes.add(change.getList().size()));
    add(1, 4);
    log.fetch();
    assertThat(sizes).containsExactly(4);
  }

  @Test
  void clearingLeavesNothing() {
    add(1, 2);
    log.fetch();
    log.clear();
    assertThat(log.emptyProperty().get()).isTrue();
  }

  @Test
  void theTextOfChosenLinesLeavesTheOthersOut() {
    add(1, 3);
    log.fetch();
    assertThat(log.text(log.lines().subList(1, 2)).lines())
        .singleElement()
        .asString()
        .endsWith("2");
    assertThat(log.text(List.of()).lines()).hasSize(3);
  }

  @Test
  void aLineShowsTheClockOfItsZone() {
    LogLine line = new LogLine(Instant.parse("2026-11-22T14:31:07.204Z"), Level.INFO, "Opened", 0);
    assertThat(line.plain(ZoneId.of("Europe/Berlin"))).isEqualTo("15:31:07.204  Opened");
  }

  private void add(int from, int to) {
    for (int number = from; number <= to; number++) {
      inbox.add(Level.STEP, Integer.toString(number));
    }
  }

  private List<String> texts() {
    return log.lines().stream().map(LogLine::text).toList();
  }
}
