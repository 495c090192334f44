package app.pallet.change;

import app.pallet.schema.ColumnRole;
import app.pallet.schema.TableSchema;

/**
 * How a row is recognised as the one that was read: nobody has changed it since if it still has the
 * same stamp. Equal by value; for any thread.
 */
public sealed interface RowStamp {

  /**
   * The row has a version that grows with each change, as in every table that Pallet makes. A
   * program that does not know of it changes rows without counting, so values are compared too.
   *
   * @param version the row's version
   */
  record Counted(long version) implements RowStamp {

    /** The stamp of a row that was just added: the version with which Hibernate begins. */
    public static final Counted FIRST = new Counted(0);

    private static final Counted[] SMALL = new Counted[256];

    static {
      for (int i = 0; i < SMALL.length; i++) {
        SMALL[i] = i == 0 ? FIRST : new Counted(i);
      }
    }

    /** The stamp of this version; nearly all rows share the few objects of small versions. */
    public static Counted of(long version) {
      return version >= 0 && version < SMALL.length ? SMALL[(int) version] : new Counted(version);
    }

    @Override
    public Counted next() {
      return of(version + 1);
    }
  }

  /**
   * The database itself marks each change of the row.
   *
   * @param text the mark as the database writes it
   */
  record Mark(String text) implements RowStamp {

    @Override
    public RowStamp next() {
      return Seen.BY_VALUES; // the database makes the next mark, which nobody has read
    }
  }

  /** The row has nothing of that kind. */
  enum Seen implements RowStamp {
    /** The key and the changed columns are compared with what was read. */
    BY_VALUES;

    @Override
    public RowStamp next() {
      return this;
    }
  }

  /** The stamp that a row has when it has just been added to a table. */
  static RowStamp ofAdded(TableSchema schema) {
    return schema.of(ColumnRole.VERSION).isPresent() ? Counted.FIRST : Seen.BY_VALUES;
  }

  /**
   * Whether a row may still be the one that was seen with this stamp. Where one of the two stamps
   * tells nothing, only the values can say it.
   *
   * @param now the stamp that the row has now
   */
  default boolean canBe(RowStamp now) {
    return equals(now) || this == Seen.BY_VALUES || now == Seen.BY_VALUES;
  }

  /** The stamp of the row once it has been changed, as far as it is known without reading it. */
  RowStamp next();
}
