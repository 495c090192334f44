package app.pallet.ui.find;

import app.pallet.schema.Column;
import app.pallet.text.Counted;
import app.pallet.workspace.view.CellBlock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.CheckBox;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;

/** Chooses where something is looked for. Its entries are made when it is opened. FX thread. */
final class ScopeMenu extends MenuButton {

  private final ObjectProperty<FindScope> scope =
      new SimpleObjectProperty<>(this, "scope", new FindScope.Texts());
  private Supplier<List<Column>> shown = List::of;
  private Supplier<List<CellBlock>> selected = List::of;

  ScopeMenu() {
    setId("find-scope");
    setAccessibleText("Where to look");
    getItems().add(new MenuItem()); // without one, the menu would not open
    setOnShowing(event -> fill());
    scope.addListener(observable -> name());
  }

  /** Offers the columns that are shown and the cells that are selected. */
  void offer(Supplier<List<Column>> columns, Supplier<List<CellBlock>> cells) {
    shown = columns;
    selected = cells;
    scope.set(new FindScope.Texts());
    name();
  }

  ObjectProperty<FindScope> scopeProperty() {
    return scope;
  }

  /** Writes on the button what is chosen; to be called when other columns are shown. */
  void name() {
    setText(name(scope.get()));
  }

  private String name(FindScope named) {
    List<Column> columns = named.in(shown.get());
    return switch (named) {
      case FindScope.Texts texts -> "All text columns (%d)".formatted(columns.size());
      case FindScope.All all -> "All columns (%d)".formatted(columns.size());
      case FindScope.Columns some when columns.size() == 1 -> columns.getFirst().label();
      case FindScope.Columns some -> Counted.of(columns.size(), "column", "columns");
      case FindScope.Selected cells ->
          "Selection (%s)".formatted(Counted.of(cells.count(), "cell", "cells"));
    };
  }

  private void fill() {
    List<MenuItem> items = new ArrayList<>();
    items.add(item("find-texts", new FindScope.Texts()));
    items.add(item("find-all", new FindScope.All()));
    List<CellBlock> cells = selected.get();
    if (!cells.isEmpty()) {
      FindScope column = new FindScope.Columns(Set.of(cells.getLast().columns().getFirst()));
      items.add(item("find-column", column));
      items.add(item("find-selection", new FindScope.Selected(cells)));
    }
    Menu chosen = new Menu("Chosen columns");
    chosen.setId("find-chosen");
    shown.get().forEach(column -> chosen.getItems().add(tick(column)));
    items.add(new SeparatorMenuItem());
    items.add(chosen);
    getItems().setAll(items);
  }

  private MenuItem item(String id, FindScope means) {
    RadioMenuItem item = new RadioMenuItem(name(means));
    item.setId(id);
    item.setSelected(means.equals(scope.get()));
    item.setOnAction(event -> scope.set(means));
    return item;
  }

  private MenuItem tick(Column column) {
    CheckBox box = new CheckBox(column.label());
    box.setSelected(scope.get().in(shown.get()).contains(column));
    box.setOnAction(event -> {
      Set<Column> columns = new LinkedHashSet<>(scope.get().in(shown.get()));
      if (box.isSelected() ? columns.add(column) : columns.size() > 1 && columns.remove(column)) {
        scope.set(new FindScope.Columns(columns));
      }
      box.setSelected(columns.contains(column)); // the last one stays
    });
    return new CustomMenuItem(box, false);
  }
}
