package app.pallet.engine;

import app.pallet.schema.Column;
import app.pallet.schema.TableSchema;
import app.pallet.schema.table.Referrer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * What one engine does in its own way. Nobody above this package asks which engine it is: whoever
 * writes SQL asks here for the parts that are not the same everywhere. Stateless, for any thread.
 */
public interface Dialect {

  /**
   * A name as a quoted identifier, whatever characters it holds. Names of tables and columns may
   * come from a file, so every one of them goes through here; values never do, they are bound.
   *
   * @throws IllegalArgumentException for a NUL character, which no SQL text can hold
   */
  String quote(String name);

  /** How the values of a column are stored; to be asked once for a statement. */
  ValueCodec codec(Column column);

  /**
   * A condition with one parameter: whether a cell still holds the value that was read. Texts are
   * compared letter by letter, whatever the column's collation takes as equal.
   */
  String unchanged(Column column);

  /**
   * A part of {@code ORDER BY}: rows by the values of a column, texts whatever their case and
   * accents, empty cells last.
   *
   * @param natural whether numbers in texts are compared by what they are worth
   */
  String order(Column column, boolean descending, boolean natural);

  /**
   * A condition that finds a pattern, to be made for any number of columns with the same
   * parameters: from a quoted name of a column to the condition, which is unknown for an empty
   * cell.
   *
   * @param bound takes a text to be bound, and gives the parameter that stands for it
   */
  UnaryOperator<String> pattern(SearchPattern pattern, Function<Object, String> bound);

  /**
   * A condition that finds a word of a search, to be made for any number of columns: from a quoted
   * name of a column to the condition, which is unknown for an empty cell.
   *
   * @param bound takes a text to be bound, and gives the parameter that stands for it
   */
  UnaryOperator<String> contains(SearchWords.Word word, Function<Object, String> bound);

  /**
   * An expression: the digits that are shown for the bytes of a cell, and what else it may hold.
   *
   * @param name of a column of bytes, quoted
   */
  String shownBytes(String name);

  /**
   * An expression: the texts of some columns, ASCII letters in lower case, a NUL character between
   * two of them, as a search reads them.
   *
   * @param names of columns of texts, quoted
   */
  String searchedTexts(List<String> names);

  /** A condition: whether a text is digits alone and begins with a zero. */
  String isZeroed(String name);

  /**
   * Expressions that add up a column, the quickest first. Each selects five numbers: how many there
   * are, the sum's part above 32 bits, the rest of the sum, the least and the greatest. One but the
   * last may fail with {@link FailureKind#DATA}, or come to a number with a fraction where the
   * stored ones have none; then the next one is to be asked.
   *
   * @param name of a column of numbers, quoted
   */
  List<String> sums(String name);

  /** How rows of a table are found by their keys; one for a session, as it names the rows. */
  KeySql keys(TableSchema schema);

  /**
   * A way to rows by their keys.
   *
   * @param connection stays the caller's
   * @param keys of the table
   * @param wanted the columns of the table that the rows hold
   */
  RowsByKey rows(Connection connection, TableSchema schema, KeySql keys, Collection<Column> wanted);

  /**
   * A way to rows by many values of a column.
   *
   * @param connection stays the caller's
   * @param key the column to look in; quick if it is unique; otherwise every row is looked at
   * @param wanted the columns of the table that the rows hold besides the key
   */
  KeyLookup lookup(
      Connection connection, TableSchema schema, Column key, Collection<Column> wanted);

  /**
   * The same for values that another way of comparing takes as equal than the column's own.
   *
   * @param collation one of {@link #collations}
   */
  KeyLookup lookup(Connection connection, TableSchema schema, Column key, Collation collation);

  /** The ways in which the unique keys over a column alone compare it; at least one. */
  List<Collation> collations(Connection connection, TableSchema schema, Column column)
      throws SQLException;

  /**
   * The foreign keys of all tables of the database that lead to a table, its own among them, in the
   * order of the tables' names. Reads no rows.
   *
   * @param connection stays the caller's
   * @param parent the table's name
   */
  List<Referrer> referrers(Connection connection, String parent) throws SQLException;

  /**
   * Gives out keys for rows to be added to a table.
   *
   * @param promises how keys come to be there
   */
  NewKeys newKeys(TableSchema schema, Promises promises);

  /**
   * What is bound for a set of values, however many there are.
   *
   * @param stored the values as {@link ValueCodec#toStored} makes them, none of them null
   */
  String set(Collection<?> stored);

  /**
   * A condition: whether a value is in a set.
   *
   * @param expression such as the quoted name of a column
   * @param parameter that stands for the set
   */
  String isIn(String expression, String parameter);

  /** What is special within a transaction. */
  Transactions transactions();

  /**
   * A number that is another one as soon as somebody else has committed, seen from a connection
   * that does not write itself.
   */
  long changeMark(Connection connection) throws SQLException;

  /** What failures mean. */
  Failures failures();

  /** The full name of Hibernate's class for the engine. */
  String hibernateDialect();
}
