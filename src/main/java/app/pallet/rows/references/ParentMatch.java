package app.pallet.rows.references;

import java.util.List;
import java.util.Optional;

/** Which row of a parent is meant by what stands in a cell. */
public sealed interface ParentMatch {

  /**
   * One row.
   *
   * @param row the row
   * @param alsoCalled another row whose text is the key of this one
   */
  record One(ParentRow row, Optional<ParentRow> alsoCalled) implements ParentMatch {}

  /**
   * A text that several rows have.
   *
   * @param rows some of them
   */
  record Several(List<ParentRow> rows) implements ParentMatch {

    public Several {
      rows = List.copyOf(rows);
    }
  }

  /** No row. */
  enum None implements ParentMatch {
    /** There is nothing else to be said of it. */
    FOUND
  }
}
