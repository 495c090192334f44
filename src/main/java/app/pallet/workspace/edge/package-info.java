/** Where filled and empty cells of a column meet, however far away that is. */
@NullMarked
package app.pallet.workspace.edge;

import org.jspecify.annotations.NullMarked;
