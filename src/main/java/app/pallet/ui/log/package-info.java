/**
 * What Pallet did and how fast: the bounded log, the inbox through which other threads write to it,
 * and the chart of the three commit modes.
 */
@NullMarked
package app.pallet.ui.log;

import org.jspecify.annotations.NullMarked;
