package app.pallet.engine;

/**
 * What Pallet can promise for a table, found out once from its database. Whoever relies on one of
 * these asks for it. Equal by value; for any thread.
 *
 * @param keys how the keys of added rows come to be
 * @param rows how a row is recognised as the one that was seen
 * @param history whether commits can be looked at and taken back later
 * @param outcome how it is known whether a commit is in, if its answer was lost
 */
public record Promises(Keys keys, Recognition rows, History history, Outcome outcome) {

  /** What holds for Pallet's own catalogues. */
  public static final Promises CATALOGUE =
      new Promises(Given.GIVEN_OUT, Recognition.VERSION, History.LEDGER, Outcome.LEDGER);

  /** How keys come to be. */
  public sealed interface Keys {}

  /** Keys by which a row can be found again. */
  public enum Given implements Keys {
    /** Pallet gives them out before it writes. */
    GIVEN_OUT,
    /** The database gives them out when it writes, and each only once. */
    BY_DATABASE,
    /** The same, but it may give out the key of a deleted row again. */
    BY_DATABASE_AGAIN,
    /** People or other programs give them. */
    TYPED
  }

  /**
   * There is no key, so the table can only be read.
   *
   * @param why it is so
   */
  public record None(ReadOnly why) implements Keys {}

  /** Why a table can only be read. */
  public enum ReadOnly {
    /** It is a view, whose rows are made from those of tables. */
    VIEW,
    /** It is a virtual table, whose rows are kept by a module, such as a full-text index. */
    MODULE,
    /** It is a table in which such a module keeps its own data. */
    OF_MODULE,
    /** No column, and no group of columns, tells its rows apart for sure. */
    NO_KEY,
    /** It orders texts in a way that only the program that made it knows. */
    UNKNOWN_ORDER,
    /** Its definition can't be read. */
    UNREADABLE,
    /** The file that holds it, or the folder of that file, can't be written. */
    FILE
  }

  /** How a row is recognised. */
  public enum Recognition {
    /** By a number that goes up with each change. */
    VERSION,
    /** By its key and the values of the cells that are changed. */
    BY_VALUES
  }

  /** Whether what was committed is kept. */
  public enum History {
    /** In Pallet's ledger. */
    LEDGER,
    /** Nowhere. */
    NOT_KEPT
  }

  /** How it is known whether a commit is in. */
  public enum Outcome {
    /** The ledger says it. */
    LEDGER,
    /** The rows are looked up, and their values say it. */
    BY_VALUES,
    /** The same for changed rows; whether added rows are in has to be asked of the user. */
    ASK_ABOUT_ADDED,
    /** Triggers or rules of the table may change rows, so it has to be asked of the user. */
    ASK
  }

  /** What holds for a table that can only be read. */
  public static Promises readOnly(ReadOnly why) {
    return new Promises(new None(why), Recognition.BY_VALUES, History.NOT_KEPT, Outcome.BY_VALUES);
  }

  /**
   * The same where a ledger is kept.
   *
   * @param givesOutKeys whether Pallet gives out the numbers of added rows
   */
  public Promises withLedger(boolean givesOutKeys) {
    return new Promises(
        givesOutKeys ? Given.GIVEN_OUT : keys, rows, History.LEDGER, Outcome.LEDGER);
  }

  /** Whether its rows may be changed. */
  public boolean isEditable() {
    return keys instanceof Given;
  }
}
