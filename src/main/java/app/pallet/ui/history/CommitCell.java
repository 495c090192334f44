package app.pallet.ui.history;

import app.pallet.commit.ledger.PastCommit;
import app.pallet.ui.text.Wording;
import app.pallet.ui.text.Wording.Count;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A commit in the list: when, what, and by whom. */
final class CommitCell extends ListCell<PastCommit> {

  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
          .withLocale(Locale.UK)
          .withZone(ZoneId.systemDefault());

  private final Label when = new Label();
  private final Label what = new Label();
  private final Label how = new Label();
  private final VBox texts = new VBox(when, what, how);

  CommitCell() {
    when.getStyleClass().add("history-when");
    what.getStyleClass().add("history-what");
    how.getStyleClass().add("history-how");
    texts.getStyleClass().add("history-commit");
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(@Nullable PastCommit commit, boolean empty) {
    super.updateItem(commit, empty);
    if (empty || commit == null) {
      setGraphic(null);
      return;
    }
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
