/** The commits of the past, what each changed, and how one is undone. */
@NullMarked
package app.pallet.workspace.history;

import org.jspecify.annotations.NullMarked;
