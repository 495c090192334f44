/**
 * Compares the three modes and several batch sizes with the user's own pending rows, on scratch
 * copies of the catalogue. What measures a commit comes in here.
 */
@NullMarked
package app.pallet.commit.comparison;

import org.jspecify.annotations.NullMarked;
