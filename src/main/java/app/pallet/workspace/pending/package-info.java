/**
 * The changes that wait for a commit: typing and deleting, the draft on disk, conflicts with other
 * users, and the commit itself.
 */
@NullMarked
package app.pallet.workspace.pending;

import org.jspecify.annotations.NullMarked;
