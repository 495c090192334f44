/**
 * How cells go on beside those that are filled: repeated, or counted on by the rule that they show.
 * Stays out: which cells the user means.
 */
@NullMarked
package app.pallet.operation.fill;

import org.jspecify.annotations.NullMarked;
