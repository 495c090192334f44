/**
 * What is done to numbers, and numbering. Exact decimals all along; rounding happens once, to the
 * decimals that the column keeps. Stays out: formulas.
 */
@NullMarked
package app.pallet.operation.number;

import org.jspecify.annotations.NullMarked;
