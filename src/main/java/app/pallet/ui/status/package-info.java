/** The line at the bottom of the window: how much there is, what runs, and how to stop it. */
@NullMarked
package app.pallet.ui.status;

import org.jspecify.annotations.NullMarked;
