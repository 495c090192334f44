package app.pallet.commit;

/** Which rows are written together or not at all. */
public enum TransactionScope {
  /** Each batch is a transaction: finished batches stay, whatever comes later. */
  PER_BATCH,
  /** One transaction: a single bad row, conflict or cancel means that nothing is written. */
  ALL_OR_NOTHING
}
