/** The page that is shown while nothing is open. */
@NullMarked
package app.pallet.ui.welcome;

import org.jspecify.annotations.NullMarked;
