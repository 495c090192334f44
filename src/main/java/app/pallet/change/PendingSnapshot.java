package app.pallet.change;

import java.util.Map;

/**
 * What was pending at one moment, for work on other threads. Immutable.
 *
 * @param pending the pending change of each row
 * @param revision tells this state of the change set from every other
 */
public record PendingSnapshot(Map<RowKey, RowChange> pending, long revision) {}
