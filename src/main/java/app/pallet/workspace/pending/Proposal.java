package app.pallet.workspace.pending;

import app.pallet.change.PreparedChanges;

/**
 * Changes that have been worked out and only wait to become pending.
 *
 * @param <R> what the user is told about it
 * @param changes what becomes pending, as one step of undo
 * @param report what it is about, and what was left out
 */
public record Proposal<R>(PreparedChanges changes, R report) {}
