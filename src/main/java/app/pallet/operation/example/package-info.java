/**
 * Rules that explain examples: what was done to cells by hand, as steps of a recipe. Comes in:
 * another kind of rule that can be guessed. Stays out: where the examples come from.
 */
@NullMarked
package app.pallet.operation.example;

import org.jspecify.annotations.NullMarked;
