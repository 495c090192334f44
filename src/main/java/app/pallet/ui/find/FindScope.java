package app.pallet.ui.find;

import app.pallet.schema.Column;
import app.pallet.workspace.view.CellBlock;
import java.util.List;
import java.util.Set;

/** Where something is looked for: always in rows and columns that are shown. */
public sealed interface FindScope {

  /** All columns of texts. */
  record Texts() implements FindScope {}

  /** All columns. */
  record All() implements FindScope {}

  /** Some columns. */
  record Columns(Set<Column> columns) implements FindScope {
    public Columns {
      columns = Set.copyOf(columns);
    }
  }

  /** The cells that were selected when this was chosen. */
  record Selected(List<CellBlock> cells) implements FindScope {
    public Selected {
      cells = List.copyOf(cells);
    }

    /** How many cells they are; one that is in several blocks counts as often. */
    public long count() {
      return cells.stream().mapToLong(CellBlock::cellCount).sum();
    }
  }

  /** The blocks of cells in which is looked, of a table of so many rows. */
  default List<CellBlock> blocks(List<Column> shown, int rows) {
    if (this instanceof Selected(var cells)) {
      return cells;
    }
    List<Column> columns = in(shown);
    return rows == 0 || columns.isEmpty()
        ? List.of()
        : List.of(new CellBlock(0, rows - 1, columns));
  }

  /** Which of the columns that are shown it has. */
  default List<Column> in(List<Column> shown) {
    return switch (this) {
      case Texts texts -> shown.stream().filter(column -> column.type().isText()).toList();
      case All all -> shown;
      case Columns(var chosen) -> shown.stream().filter(chosen::contains).toList();
      case Selected(var cells) ->
          shown.stream()
              .filter(c -> cells.stream().anyMatch(block -> block.columns().contains(c)))
              .toList();
    };
  }
}
