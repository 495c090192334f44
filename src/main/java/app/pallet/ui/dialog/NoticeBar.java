package app.pallet.ui.dialog;

import app.pallet.ui.theme.Buttons;
import app.pallet.ui.theme.Icons;
import atlantafx.base.controls.Spacer;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.geometry.Pos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;

/**
 * A line over the table for what the user should see or may answer: one notice at a time, which
 * stays until it is closed, answered or followed by another. What was done as asked needs no line;
 * it is passed on. FX thread.
 */
public final class NoticeBar extends HBox implements Notifier {

  private final Consumer<String> done;
  private final Consumer<Notice> log;
  private final Label text = new Label();
  private final Button action = Buttons.small("notice-action", "", () -> {});
  private final ReadOnlyBooleanWrapper wanted = new ReadOnlyBooleanWrapper(this, "wanted");
  private Optional<Entry> shown = Optional.empty();
  private Optional<Entry> waiting = Optional.empty();

  private record Entry(Notice notice, Optional<Answer> answer, int times) {

    boolean isSame(Entry other) {
      return notice.equals(other.notice);
    }

    /** An answer that is offered must not get lost behind a mere remark. */
    boolean isGraverThan(Entry other) {
      return answer.isPresent() && other.answer.isEmpty();
    }
  }

  private record Answer(String label, Runnable action) {}

  /**
   * A bar without a notice.
   *
   * @param done shows what was done as asked, for a short time
   * @param log keeps every notice, so that it can be read again
   */
  public NoticeBar(Consumer<String> done, Consumer<Notice> log) {
    this.done = done;
    this.log = log;
    setId("notices");
    getStyleClass().addAll("message-strip", "warning");
    setAlignment(Pos.CENTER_LEFT);
    text.setId("notice-text");
    text.setGraphic(Icons.of(Feather.ALERT_TRIANGLE));
    Tooltip whole = Buttons.tooltip(""); // for a text that is cut off
    whole.textProperty().bind(text.textProperty());
    text.setTooltip(whole);
    HBox.setHgrow(text, Priority.SOMETIMES);
    action.managedProperty().bind(action.visibleProperty());
    Button close = Buttons.icon("notice-close", Feather.X, "Close this message (Esc)", this::close);
    getChildren().addAll(text, new Spacer(), action, close);
  }

  /** Whether there is a notice to be seen. */
  public ReadOnlyBooleanProperty wantedProperty() {
    return wanted.getReadOnlyProperty();
  }

  @Override
  public void show(Notice notice) {
    log.accept(notice);
    if (notice.kind() == Notice.Kind.DONE) {
      done.accept(notice.sentence());
    } else {
      take(new Entry(notice, Optional.empty(), 1));
    }
  }

  @Override
  public void show(Notice notice, String label, Runnable action) {
    log.accept(notice);
    take(new Entry(notice, Optional.of(new Answer(label, action)), 1));
  }

  /** Closes the notice that is seen; one that has waited behind it follows. */
  public void close() {
    shown = waiting;
    waiting = Optional.empty();
    draw();
  }

  /** Closes the notice that is seen unless it waits for an answer. */
  public void closeRemark() {
    if (shown.filter(entry -> entry.answer.isEmpty()).isPresent()) {
      close();
    }
  }

  /** Closes everything: what it is about is not open any more. The log keeps it. */
  public void clear() {
    shown = Optional.empty();
    waiting = Optional.empty();
    draw();
  }

  private void take(Entry next) {
    Optional<Entry> before = shown;
    if (before.filter(entry -> entry.isGraverThan(next)).isPresent()) {
      waiting = Optional.of(counted(next, waiting));
    } else {
      shown = Optional.of(counted(next, before));
    }
    draw();
  }

  private static Entry counted(Entry next, Optional<Entry> before) {
    int times = before.filter(next::isSame).map(Entry::times).orElse(0);
    return new Entry(next.notice, next.answer, times + 1);
  }

  private void draw() {
    wanted.set(shown.isPresent());
    shown.ifPresent(entry -> {
      String times = entry.times > 1 ? " (%d times)".formatted(entry.times) : "";
      text.setText(entry.notice.sentence() + times);
      setAccessibleText(text.getText());
      notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
      action.setVisible(entry.answer.isPresent());
      entry.answer.ifPresent(answer -> {
        action.setText(answer.label);
        action.setOnAction(event -> {
          close();
          answer.action.run();
        });
      });
    });
  }
}
