/** The window in which the user resolves conflicts with changes made by somebody else. */
@NullMarked
package app.pallet.ui.conflict;

import org.jspecify.annotations.NullMarked;
