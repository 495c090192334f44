package app.pallet.engine.discovery;

import app.pallet.engine.Promises;
import app.pallet.schema.table.KeyColumns;
import app.pallet.schema.table.Reference;
import app.pallet.schema.table.TableName;
import app.pallet.schema.table.WriteRule;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A table or view as it was found. Equal by value; for any thread.
 *
 * @param name its name
 * @param kind what it is
 * @param rows how many it has; empty if that was not counted, as it would run somebody's code
 * @param columns in the order of the table
 * @param key by which its rows are found; empty if it can only be read
 * @param rowNumber the name of a whole number by which the database finds a row quickest, which may
 *     change as soon as nobody looks; empty if rows have none
 * @param keyless rows that have no value in some column of the key, and can only be read
 * @param unique other groups of columns that no two rows have the same in
 * @param references its foreign keys
 * @param rules what the database checks
 * @param triggers the names of what runs when its rows are written
 * @param traits what else is to be known of it
 * @param promises what Pallet can promise for it
 */
public record DiscoveredTable(
    TableName name,
    Kind kind,
    OptionalLong rows,
    List<DiscoveredColumn> columns,
    Optional<KeyColumns> key,
    Optional<String> rowNumber,
    long keyless,
    List<KeyColumns> unique,
    List<Reference> references,
    List<CheckRule> rules,
    List<String> triggers,
    List<Trait> traits,
    Promises promises) {

  /** What a name in a database stands for. */
  public enum Kind {
    /** Rows that are kept. */
    TABLE,
    /** Rows made from those of tables by a query. */
    VIEW,
    /** Rows that a module keeps, such as those of a full-text index. */
    VIRTUAL,
    /** Where such a module keeps its own data. */
    SHADOW
  }

  /** What else is to be known of a table. */
  public enum Trait {
    /** It takes only values of the declared types. */
    STRICT,
    /** In a column of texts it keeps those that look like numbers as numbers. */
    TURNS_TEXTS,
    /** Its rules skip or replace rows instead of refusing them. */
    REPLACES_ROWS,
    /** Its definition is so odd that its rules could not be read; the database checks them. */
    RULES_UNKNOWN
  }

  /** Keeps the lists as they are now. */
  public DiscoveredTable {
    columns = List.copyOf(columns);
    unique = List.copyOf(unique);
    references = List.copyOf(references);
    rules = List.copyOf(rules);
    triggers = List.copyOf(triggers);
    traits = List.copyOf(traits);
  }

  /** The same table with other references. */
  public DiscoveredTable with(List<Reference> found) {
    return with(columns, rowNumber, found, promises);
  }

  /** The same table with a number by which its rows are found. */
  public DiscoveredTable with(String number) {
    return with(columns, Optional.of(number), references, promises);
  }

  /** The same table with other columns. */
  public DiscoveredTable withColumns(List<DiscoveredColumn> others) {
    return with(others, rowNumber, references, promises);
  }

  /** The same table with other promises. */
  public DiscoveredTable with(Promises others) {
    return with(columns, rowNumber, references, others);
  }

  /** The same table with as many rows as were counted. */
  public DiscoveredTable withRows(long counted) {
    return new DiscoveredTable(
        name,
        kind,
        OptionalLong.of(counted),
        columns,
        key,
        rowNumber,
        keyless,
        unique,
        references,
        rules,
        triggers,
        traits,
        promises);
  }

  private DiscoveredTable with(
      List<DiscoveredColumn> all, Optional<String> number, List<Reference> found, Promises held) {
    return new DiscoveredTable(
        name, kind, rows, all, key, number, keyless, unique, found, rules, triggers, traits, held);
  }

  /**
   * Whether a row may come to hold something else than was written: by triggers, by rules that skip
   * or replace rows, or because a column of texts takes those that look like numbers for numbers.
   */
  public boolean mayChangeRows() {
    return !triggers.isEmpty()
        || traits.contains(Trait.REPLACES_ROWS)
        || traits.contains(Trait.TURNS_TEXTS);
  }

  /** The columns that can't be written, although the table can. */
  public List<DiscoveredColumn> fixed() {
    return columns.stream().filter(column -> column.write() == WriteRule.NEVER).toList();
  }
}
