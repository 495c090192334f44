package app.pallet.engine;

/** What a failure of the database means to whoever asked something of it. */
public enum FailureKind {
  /** Another program or transaction was in the way: the same may succeed a moment later. */
  RETRY,
  /** The connection is gone. */
  CONNECTION,
  /** A row is no longer as it was read. */
  STALE,
  /** A row breaks a rule of its table. */
  CONSTRAINT,
  /** A value doesn't fit its column. */
  DATA,
  /** The statement was interrupted, or no connection became free in time. */
  TIMEOUT,
  /** The disk is full. */
  FULL,
  /** The file or its folder can't be written. */
  READ_ONLY,
  /** The file's content contradicts itself, or it is no database. */
  CORRUPT,
  /** Anything else: a broken disk, a missing table, a bug. */
  FATAL
}
