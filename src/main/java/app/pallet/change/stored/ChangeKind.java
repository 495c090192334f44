package app.pallet.change.stored;

import app.pallet.change.DamagedChangesException;

/** What a stored change is. */
enum ChangeKind {
  ADD(0),
  EDIT(1),
  DELETE(2);

  private final int code;

  ChangeKind(int code) {
    this.code = code;
  }

  /** The number that is stored. */
  int code() {
    return code;
  }

  /**
   * The kind a number stands for.
   *
   * @throws DamagedChangesException for one that stands for none
   */
  static ChangeKind of(long code) {
    for (ChangeKind kind : values()) {
      if (kind.code == code) {
        return kind;
      }
    }
    throw new DamagedChangesException("There is no kind of change " + code, null);
  }
}
