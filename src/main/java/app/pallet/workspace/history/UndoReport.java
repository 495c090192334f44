package app.pallet.workspace.history;

/**
 * What became of the wish to take a commit back.
 *
 * @param pending rows for which a change is pending now, those in conflict included
 * @param conflicting rows that were changed or deleted since
 * @param unneeded rows that are as they were before the commit already
 */
public record UndoReport(int pending, int conflicting, int unneeded) {}
