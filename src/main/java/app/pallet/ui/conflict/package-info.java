/** The window in which the user says how conflicts with somebody else's changes shall end. */
@NullMarked
package app.pallet.ui.conflict;

import org.jspecify.annotations.NullMarked;
