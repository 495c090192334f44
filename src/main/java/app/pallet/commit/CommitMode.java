package app.pallet.commit;

/** How rows are written. All modes do the same checks and leave the same rows behind. */
public enum CommitMode {
  /** A transaction for each row through a managed session: what most programs do, and slow. */
  ONE_BY_ONE("one by one"),
  /** Many rows in one transaction, but each still processed on its own by a managed session. */
  ADD_ALL("add all"),
  /** Many rows in one transaction, sent by a few prepared statements as JDBC batches. */
  BATCH("batch");

  private final String label;

  CommitMode(String label) {
    this.label = label;
  }

  /** The mode as the user reads it, in the middle of a sentence. */
  public String label() {
    return label;
  }
}
