package app.pallet.engine;

import java.util.stream.LongStream;

/**
 * A set of ids as one parameter of a statement, however many ids there are. Stateless, for any
 * thread.
 */
public interface KeySets {

  /** What is bound for a set of ids; they are looked up in this order. */
  String parameter(LongStream ids);

  /**
   * A condition: whether a column's value is in the set.
   *
   * @param name of the column, quoted
   * @param parameter that stands for the set
   */
  String contains(String name, String parameter);

  /**
   * What stands behind {@code FROM} to read the rows of a set from a table, one look-up for each
   * id. The set is the statement's only parameter, and the table is called {@code t}.
   *
   * @param table quoted
   * @param id name of the table's column of ids, quoted
   */
  String rows(String table, String id);
}
