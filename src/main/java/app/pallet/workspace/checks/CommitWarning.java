package app.pallet.workspace.checks;

import app.pallet.change.RowKey;
import app.pallet.rows.references.DependentRows;
import app.pallet.schema.Column;
import java.util.List;

/** Something about a commit that is allowed and may still be a slip. Immutable. */
public sealed interface CommitWarning {

  /** Number of rows with this warning. */
  int count();

  /** Whether this warning alone is a reason to ask the user. */
  default boolean asks() {
    return true;
  }

  /** A few of the worst rows, the worst first. */
  List<Example> examples();

  /**
   * One of the rows.
   *
   * @param key the key of the row
   * @param title the name of the row: its SKU
   * @param before the value before the commit, as a text; empty for a whole row
   * @param after the value after the commit
   */
  record Example(RowKey key, String title, String before, String after) {}

  /**
   * Prices that fall or rise by more than the limit.
   *
   * @param column the column of the prices
   * @param percent the limit in percent
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
   * @param total number of products in the catalogue
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

  /** Rows that refer to products which are deleted. */
  record RowsReferring(DependentRows rows) implements CommitWarning {

    @Override
    public int count() {
      return (int) Math.min(Integer.MAX_VALUE, rows.rows());
    }

    @Override
    public List<Example> examples() {
      return List.of();
    }
  }

  /** Barcodes with a wrong check digit. This is told only if another warning asks. */
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
