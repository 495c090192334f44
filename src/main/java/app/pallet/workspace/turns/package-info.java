/**
 * Whose turn it is: the order of the actions of one open catalogue, its background work, and the
 * listener that is told. The rest of {@code workspace} builds on it.
 */
@NullMarked
package app.pallet.workspace.turns;

import org.jspecify.annotations.NullMarked;
