/** What the window says of drafts: the offer to restore one, and that one can't be written. */
@NullMarked
package app.pallet.ui.draft;

import org.jspecify.annotations.NullMarked;
