package app.pallet.schema.table;

/**
 * The name of a table or view. Equal by value, to the letter; for any thread.
 *
 * @param schema the part of the database that holds it, such as {@code main}
 * @param name as the database spells it, without quotes; any characters, also none
 */
public record TableName(String schema, String name) {

  /** Its name, as the user reads it. */
  @Override
  public String toString() {
    return name;
  }
}
