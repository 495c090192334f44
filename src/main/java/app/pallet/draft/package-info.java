/**
 * Pending changes on disk, so that a crash loses none: an append-only file for each open catalogue,
 * one durable append for each action of the user, and the way back from it. Knows changes and
 * files; no database, no window.
 */
@NullMarked
package app.pallet.draft;

import org.jspecify.annotations.NullMarked;
