package app.pallet.rows;

import org.jspecify.annotations.Nullable;

/**
 * A value of a column and how often it is there.
 *
 * @param value of the class of the column's type, or null for empty cells
 * @param rows how many rows have it
 */
public record FacetValue(@Nullable Object value, long rows) {}
