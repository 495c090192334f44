/**
 * Recipes: operations in order, by a name, as they are written in a file and done to rows. Stays
 * out: which rows they are done to, and what the conditions of steps mean.
 */
@NullMarked
package app.pallet.operation.recipe;

import org.jspecify.annotations.NullMarked;
