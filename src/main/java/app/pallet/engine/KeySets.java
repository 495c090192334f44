package app.pallet.engine;

import java.util.Collection;
import java.util.stream.LongStream;

/**
 * A set of ids or other values as one parameter of a statement, however many there are. Stateless,
 * for any thread.
 */
public interface KeySets {

  /** What is bound for a set of ids; they are looked up in this order. */
  String parameter(LongStream ids);

  /**
   * What is bound for a set of values; they are looked up in this order.
   *
   * @param stored the values as {@link ValueCodec#toStored} makes them, none of them null
   */
  String parameter(Collection<?> stored);

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
