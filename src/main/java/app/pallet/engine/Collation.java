package app.pallet.engine;

/**
 * A way in which a database compares values, by which a unique key takes some texts as the same.
 * Stateless; for any thread.
 */
public interface Collation {

  /** One form for all values that are the same to it; equal to those of the others. */
  Object form(Object value);
}
