/** The commit bar: the one prominent button, and how its changes are to be written. */
@NullMarked
package app.pallet.ui.commit;

import org.jspecify.annotations.NullMarked;
