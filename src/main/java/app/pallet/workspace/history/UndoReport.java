package app.pallet.workspace.history;

/**
 * The result of undoing a commit.
 *
 * @param pending rows for which a change is pending now, including those in conflict
 * @param conflicting rows that were changed or deleted since the commit
 * @param unneeded rows that are already as they were before the commit
 */
public record UndoReport(int pending, int conflicting, int unneeded) {}
