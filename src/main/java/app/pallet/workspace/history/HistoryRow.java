package app.pallet.workspace.history;

import app.pallet.commit.ledger.CommittedChange;

/**
 * A row of a commit, as the history shows it.
 *
 * @param committed the committed change
 * @param product the product's SKU, or else its name, from the change itself, or else from the
 *     catalogue as it is now; an empty text if neither has it
 */
public record HistoryRow(CommittedChange committed, String product) {}
