/**
 * The palette: commands, columns and rows that are found by typing some of their letters. It knows
 * neither the commands nor the open catalogue, only what it is given to offer.
 */
@NullMarked
package app.pallet.ui.palette;

import org.jspecify.annotations.NullMarked;
