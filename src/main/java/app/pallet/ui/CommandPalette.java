package app.pallet.ui;

import app.pallet.change.RowKey;
import app.pallet.rows.query.SortOrder;
import app.pallet.rows.query.SortOrder.Direction;
import app.pallet.schema.Column;
import app.pallet.schema.ColumnType;
import app.pallet.schema.TableSchema;
import app.pallet.ui.help.KeyGroup;
import app.pallet.ui.keys.Shortcut;
import app.pallet.ui.palette.PaletteEntry;
import app.pallet.ui.palette.PaletteEntry.Kind;
import app.pallet.ui.palette.PalettePane;
import app.pallet.ui.theme.Keys;
import app.pallet.ui.window.EditorViewModel;
import app.pallet.workspace.Workspace;
import app.pallet.workspace.view.RowLookup.Outcome;
import app.pallet.workspace.view.ViewRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.input.KeyCombination;
import org.kordamp.ikonli.feather.Feather;

/** What the palette offers: all commands, and what is open. FX thread. */
final class CommandPalette {

  private final EditorPane pane;
  private final Optional<EditorSession> session;

  private CommandPalette(EditorPane pane, Optional<EditorSession> session) {
    this.pane = pane;
    this.session = session;
  }

  /** Shows the palette over the window. */
  static void show(EditorPane pane, EditorViewModel viewModel, Optional<EditorSession> session) {
    CommandPalette palette = new CommandPalette(pane, session);
    List<PaletteEntry> entries = new ArrayList<>(commands(pane, viewModel));
    session.ifPresent(open -> entries.addAll(palette.columns(open)));
    PalettePane shown = new PalettePane(entries, palette::findRow, pane.overlay()::close);
    pane.overlay().show(shown, Pos.TOP_CENTER, shown.field());
  }

  /** Every command as the palette offers it. */
  static List<PaletteEntry> commands(EditorPane pane, EditorViewModel viewModel) {
    List<PaletteEntry> entries = new ArrayList<>();
    for (EditorCommand command : EditorCommand.values()) {
      String refusal = command.refusal(viewModel).get();
      entries.add(
          new PaletteEntry(
              Kind.COMMAND,
              command.label(),
              command.icon(),
              refusal,
              Keys.texts(command.keys().stream().limit(1).toList()),
              refusal.isEmpty(),
              () -> pane.buttons().perform(command)));
    }
    return entries;
  }

  /** All keys: those of commands, menu by menu, and those that only the table has. */
  static List<KeyGroup> keys() {
    Map<String, List<KeyGroup.Line>> groups = new LinkedHashMap<>();
    for (EditorCommand command : EditorCommand.values()) {
      if (!command.keys().isEmpty()) {
        groups
            .computeIfAbsent(command.place().menu(), menu -> new ArrayList<>())
            .add(new KeyGroup.Line(command.label(), firstTwo(command.keys()), command.keys()));
      }
    }
    groups.put(
        "In the table",
        List.of(
            line("To another cell", Shortcut.UP, Shortcut.DOWN, Shortcut.LEFT, Shortcut.RIGHT),
            line("A page up or down", Shortcut.PAGE_UP, Shortcut.PAGE_DOWN),
            line("Start or end of the row", Shortcut.ROW_START, Shortcut.ROW_END),
            line("A page left or right", Shortcut.PAGE_LEFT, Shortcut.PAGE_RIGHT),
            line("To the edge of the values", Shortcut.EDGE_UP, Shortcut.EDGE_DOWN),
            line("The same sideways", Shortcut.EDGE_LEFT, Shortcut.EDGE_RIGHT),
            line("First or last cell", Shortcut.FIRST_CELL, Shortcut.LAST_CELL),
            line("Keep, and go down or up", Shortcut.NEXT_ROW, Shortcut.PREVIOUS_ROW),
            line("Keep, and go right or left", Shortcut.NEXT_CELL, Shortcut.PREVIOUS_CELL),
            line("Drop what is typed or selected", Shortcut.LEAVE_SELECTION),
            line("Tick yes or no", Shortcut.TICK),
            line("Leave a row out of a preview", Shortcut.LEAVE_OUT),
            line("Fill the selection, or commit", Shortcut.FILL_SELECTION),
            line("Replace one hit, or all", Shortcut.REPLACE_ONE, Shortcut.REPLACE_ALL),
            line("Menu of the cell", Shortcut.MENU),
            line("Menu of the column", Shortcut.COLUMN_MENU)));
    return groups.entrySet().stream()
        .map(group -> new KeyGroup(group.getKey(), group.getValue()))
        .toList();
  }

  private static List<KeyCombination> firstTwo(List<KeyCombination> keys) {
    return keys.subList(0, Math.min(2, keys.size()));
  }

  private static KeyGroup.Line line(String what, Shortcut... shortcuts) {
    return new KeyGroup.Line(
        what,
        Stream.of(shortcuts).map(each -> each.keys().getFirst()).toList(),
        Stream.of(shortcuts).flatMap(each -> each.keys().stream()).toList());
  }

  private List<PaletteEntry> columns(EditorSession open) {
    List<PaletteEntry> entries = new ArrayList<>();
    for (Column column : open.workspace().schema().columns()) {
      entries.add(
          entry(
              Kind.COLUMN,
              "Go to column " + column.label(),
              Feather.EYE,
              column.type().label(),
              () -> open.table().showColumn(column)));
      entries.add(
          entry(
              Kind.COLUMN,
              "Sort by " + column.label(),
              Feather.ARROW_UP,
              "",
              () -> open.table().sort(Optional.of(new SortOrder(column, Direction.ASCENDING)))));
      entries.add(
          entry(
              Kind.COLUMN,
              "Filter by " + column.label() + "\u2026",
              Feather.FILTER,
              "",
              () -> pane.addFilter(column)));
    }
    return entries;
  }

  private void findRow(String wanted, Consumer<Optional<PaletteEntry>> found) {
    session.ifPresentOrElse(
        open ->
            open.workspace().lookup().find(wanted, outcome -> tell(open, wanted, outcome, found)),
        () -> found.accept(Optional.empty()));
  }

  private static void tell(
      EditorSession open, String wanted, Outcome outcome, Consumer<Optional<PaletteEntry>> found) {
    switch (outcome) {
      case Outcome.Found(int index) -> offer(open, wanted, index, found);
      case Outcome.LeftOut leftOut ->
          found.accept(Optional.of(refused(wanted, "Search or filter leaves it out")));
      case Outcome.Missing missing -> found.accept(Optional.empty());
      case Outcome.Failed failed ->
          found.accept(Optional.of(refused(wanted, "Rows can\u2019t be read now")));
    }
  }

  private static void offer(
      EditorSession open, String wanted, int index, Consumer<Optional<PaletteEntry>> found) {
    Workspace workspace = open.workspace();
    RowKey key = workspace.view().keyAt(index);
    workspace.peek(
        List.of(key),
        rows ->
            found.accept(
                rows.stream()
                    .findFirst()
                    .map(row ->
                        entry(
                            Kind.ROW,
                            name(workspace.schema(), row).orElse(wanted),
                            Feather.PACKAGE,
                            row.text(workspace.schema().match()),
                            () ->
                                open.navigation().enter(key, workspace.schema().matchColumn())))));
  }

  /** The first text of a row besides what it is looked up by. */
  private static Optional<String> name(TableSchema schema, ViewRow row) {
    return schema.columns().stream()
        .filter(column -> column.type() == ColumnType.TEXT && !column.equals(schema.match()))
        .map(row::text)
        .filter(text -> !text.isBlank())
        .findFirst();
  }

  private static PaletteEntry refused(String wanted, String reason) {
    return new PaletteEntry(Kind.ROW, wanted, Feather.PACKAGE, reason, List.of(), false, () -> {});
  }

  private static PaletteEntry entry(
      Kind kind, String title, Feather icon, String remark, Runnable action) {
    return new PaletteEntry(kind, title, icon, remark, List.of(), true, action);
  }
}
