package app.pallet.ui;

import app.pallet.change.RowKey;
import app.pallet.ui.tables.TablePlace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes down what the user did in the window. */
final class RecordedActions implements EditorActions {
  final List<String> calls = new ArrayList<>();

  @Override
  public void perform(EditorCommand command) {
    calls.add(command.id());
  }

  @Override
  public void keepHistory() {
    calls.add("keep history");
  }

  @Override
  public void openRecent(TablePlace place) {
    calls.add("open recent " + place.title());
  }

  @Override
  public void goTo(String wanted) {
    calls.add("go to " + wanted);
  }

  @Override
  public void cancelQuery() {
    calls.add("cancel query");
  }

  @Override
  public void importDropped(List<Path> files) {
    calls.add("import dropped " + files);
  }

  @Override
  public void resolveConflicts() {
    calls.add("resolve conflicts");
  }

  @Override
  public void saveProblemRows() {
    calls.add("save problem rows");
  }

  @Override
  public void saveLog(String text) {
    calls.add("save log: " + text.lines().count() + " lines");
  }

  @Override
  public void show(RowKey key, String column) {
    calls.add("show " + key + " " + column);
  }

  @Override
  public void enter(RowKey key, String column) {
    calls.add("enter " + key + " " + column);
  }

  @Override
  public void revert(RowKey key) {
    calls.add("revert " + key);
  }

  @Override
  public void revertAll() {
    calls.add("revert all");
  }

  @Override
  public void restoreDraft() {
    calls.add("restore draft");
  }

  @Override
  public void discardDraft() {
    calls.add("discard draft");
  }

  @Override
  public void leaveDraft() {
    calls.add("leave draft");
  }

  @Override
  public void retryDraft() {
    calls.add("retry draft");
  }
}
