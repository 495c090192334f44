/** What the values of a column come to, in a popover at its heading. */
@NullMarked
package app.pallet.ui.statistics;

import org.jspecify.annotations.NullMarked;
