package app.pallet.workspace.checks;

import app.pallet.change.RowKey;
import app.pallet.schema.Column;
import java.util.List;

/** Something about a commit that is allowed and may still be a slip. Immutable. */
public sealed interface CommitWarning {

  /** How many rows it is about. */
  int count();

  /** Whether the user should be asked because of it alone. */
  default boolean asks() {
    return true;
  }

  /** The worst of its rows, the worst first; a few at most. */
  List<Example> examples();

  /**
   * One of the rows.
   *
   * @param key which
   * @param title what the row is called: its SKU
   * @param before the value that is there, as a text; empty for a row
   * @param after the value that is wanted
   */
  record Example(RowKey key, String title, String before, String after) {}

  /**
   * Prices that fall or rise by more than the limit.
   *
   * @param column the prices' column
   * @param percent the limit
   */
  record PriceMoved(Column column, int percent, int count, List<Example> examples)
      implements CommitWarning {

    public PriceMoved {
      examples = List.copyOf(examples);
    }
  }

  /**
   * More of the catalogue changes than the limit.
   *
   * @param total products the catalogue has
   */
  record ManyRowsChanged(int count, int total) implements CommitWarning {

    @Override
    public List<Example> examples() {
      return List.of();
    }

    /** The share that changes, in percent. */
    public int percent() {
      return (int) Math.round(100.0 * count / Math.max(1, total));
    }
  }

  /** Products that are deleted. */
  record RowsDeleted(int count, List<Example> examples) implements CommitWarning {

    public RowsDeleted {
      examples = List.copyOf(examples);
    }
  }

  /** Barcodes whose check digit is wrong; told where something else asks. */
  record BarcodeDigit(Column column, int count, List<Example> examples) implements CommitWarning {

    public BarcodeDigit {
      examples = List.copyOf(examples);
    }

    @Override
    public boolean asks() {
      return false;
    }
  }
}
