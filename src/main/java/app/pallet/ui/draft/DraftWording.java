package app.pallet.ui.draft;

import app.pallet.change.ChangeCounts;
import app.pallet.draft.DraftStatus;
import app.pallet.text.Counted;
import app.pallet.ui.text.Wording;
import app.pallet.ui.text.Wording.Count;
import app.pallet.workspace.pending.RestoreReport;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Puts drafts into words. Stateless, for any thread. */
public final class DraftWording {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH);
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

  private DraftWording() {}

  /**
   * The question whether to restore a draft.
   *
   * @param at when the user last did something in it
   * @param zone where the user is
   */
  public static String offer(ChangeCounts counts, Instant at, Instant now, ZoneId zone) {
    String what =
        counts.total() == 0
            ? "what was undone"
            : Counted.of(counts.total(), "pending change", "pending changes");
    return "Restore " + what + " from " + when(at.atZone(zone), now.atZone(zone)) + "?";
  }

  private static String when(ZonedDateTime at, ZonedDateTime now) {
    LocalDate day = at.toLocalDate();
    LocalDate today = now.toLocalDate();
    if (day.equals(today)) {
      return TIME.format(at);
    }
    if (day.equals(today.minusDays(1))) {
      return "yesterday, " + TIME.format(at);
    }
    return (day.getYear() == today.getYear() ? DAY : DATE).format(at) + ", " + TIME.format(at);
  }

  /** What is in a draft. */
  public static String details(ChangeCounts counts) {
    return Wording.tally(
        new Count(counts.adds(), "added"),
        new Count(counts.edits(), "edited"),
        new Count(counts.deletes(), "deleted"),
        new Count(counts.invalid(), "with problems"));
  }

  /** What became of a draft, in sentences. */
  public static String restored(RestoreReport report) {
    List<String> sentences = new ArrayList<>();
    sentences.add(
        report.counts().total() == 0
            ? "Nothing of it is pending any more."
            : details(report.counts()) + ". Undo goes back as far as before.");
    if (report.settled() > 0) {
      sentences.add(
          Counted.of(report.settled(), "row was", "rows were")
              + " already in the table: the commit had written them.");
    }
    if (report.conflicts() > 0) {
      sentences.add(
          Counted.of(report.conflicts(), "row was", "rows were")
              + " changed or deleted by someone else meanwhile.");
    }
    if (report.isOfReplacedFile()) {
      sentences.add("The file is not the one the changes were made for.");
    }
    if (!report.leftOut().isEmpty()) {
      sentences.add(
          "Values were left out of columns that the table no longer has: "
              + String.join(", ", report.leftOut().stream().sorted().toList())
              + ".");
    }
    report
        .damagedFile()
        .ifPresent(file ->
            sentences.add(
                "The last "
                    + Counted.of(report.damagedBytes(), "byte", "bytes")
                    + " of the draft are damaged, and what was done there is lost. The damaged"
                    + " file is kept as "
                    + file
                    + "."));
    return String.join(" ", sentences);
  }

  /** Whether a restored draft has something the user should look at. */
  public static boolean isWhole(RestoreReport report) {
    return report.conflicts() == 0
        && report.leftOut().isEmpty()
        && report.damagedFile().isEmpty()
        && !report.isOfReplacedFile();
  }

  /** Why what is pending is not on disk. */
  public static String warning(DraftStatus.Failing failing) {
    String what =
        failing.changes() == 0
            ? "The draft can't be written"
            : Counted.of(failing.changes(), "change is", "changes are")
                + " in memory only and would be lost in a crash";
    return what + ". " + failing.reason() + ".";
  }
}
