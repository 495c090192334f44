package app.pallet.engine;

import java.util.Collection;

/**
 * A set of values as one parameter of a statement, however many there are. Stateless, for any
 * thread.
 */
public interface KeySets {

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
}
