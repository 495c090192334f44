package app.pallet.ui.table.cells;

import app.pallet.workspace.view.ViewRow;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A row as the table's cells get it. Equal rows look the same, so that JavaFX redraws a row only
 * when it may have changed: comparing contents would cost more than that.
 */
public final class GridRow {

  private final int index;
  private final int revision;
  private final @Nullable ViewRow content;

  GridRow(int index, int revision, @Nullable ViewRow content) {
    this.index = index;
    this.revision = revision;
    this.content = content;
  }

  /** The place of the row in the table, from 0. */
  public int index() {
    return index;
  }

  int revision() {
    return revision;
  }

  /** What the row holds, or empty while it is being fetched. */
  public Optional<ViewRow> content() {
    return Optional.ofNullable(content);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof GridRow that
        && index == that.index
        && revision == that.revision
        && (content == null) == (that.content == null);
  }

  @Override
  public int hashCode() {
    return 31 * index + revision;
  }

  @Override
  public String toString() {
    return "row " + (index + 1);
  }
}
