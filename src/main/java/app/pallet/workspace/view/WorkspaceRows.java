package app.pallet.workspace.view;

import app.pallet.rows.RowReader;

/**
 * The three ways to reach the rows of a workspace, passed around together.
 *
 * @param view the rows as the table shows them
 * @param fetch gets rows for an action, at once or in the background
 * @param reader reads from the database, and blocks
 */
public record WorkspaceRows(RowView view, RowFetch fetch, RowReader reader) {}
