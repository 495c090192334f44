/** The pane beside the table: what is pending, before and after, and what is wrong with it. */
@NullMarked
package app.pallet.ui.change;

import org.jspecify.annotations.NullMarked;
