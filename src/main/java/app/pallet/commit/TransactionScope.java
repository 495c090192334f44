package app.pallet.commit;

/** Which rows are written together or not at all. */
public enum TransactionScope {
  /** Each batch is a transaction: finished batches stay, whatever comes later. */
  PER_BATCH("each batch"),
  /** One transaction: a single bad row, conflict or cancel means that nothing is written. */
  ALL_OR_NOTHING("all or nothing");

  private final String label;

  TransactionScope(String label) {
    this.label = label;
  }

  /** The scope as the user reads it, in the middle of a sentence. */
  public String label() {
    return label;
  }
}
