package app.pallet.ui.history;

import app.pallet.commit.ledger.PastCommit;
import app.pallet.ui.text.Wording;
import app.pallet.ui.text.Wording.Count;
import app.pallet.ui.theme.ItemCell;
import app.pallet.ui.theme.Labels;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** A commit in the list: when it was made, what it changed and who made it. */
final class CommitCell extends ItemCell<PastCommit> {

  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
          .withLocale(Locale.UK)
          .withZone(ZoneId.systemDefault());

  private final Label when = Labels.of("", "history-when");
  private final Label what = Labels.of("", "history-what");
  private final Label how = Labels.of("", "history-how");
  private final VBox texts = new VBox(when, what, how);

  CommitCell() {
    texts.getStyleClass().add("history-commit");
    setPrefWidth(0);
  }

  @Override
  protected void show(PastCommit commit) {
    when.setText(when(commit));
    what.setText(what(commit));
    how.setText(
        "%s · %s · %s"
            .formatted(commit.who(), commit.mode().label(), Wording.duration(commit.duration())));
    setGraphic(texts);
  }

  static String when(PastCommit commit) {
    return WHEN.format(commit.began());
  }

  private static String what(PastCommit commit) {
    return Wording.tally(
        new Count(commit.adds(), "added"),
        new Count(commit.edits(), "changed"),
        new Count(commit.deletes(), "deleted"));
  }
}
