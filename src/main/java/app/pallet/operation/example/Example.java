package app.pallet.operation.example;

import app.pallet.operation.RowCells;
import org.jspecify.annotations.Nullable;

/**
 * A cell that was edited.
 *
 * @param before its row as it was
 * @param after what the cell holds now; null for nothing
 */
public record Example(RowCells before, @Nullable Object after) {}
