/** The commit bar: the one prominent button, and the choice of how changes are written. */
@NullMarked
package app.pallet.ui.commit;

import org.jspecify.annotations.NullMarked;
