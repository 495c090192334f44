package app.pallet.engine.discovery;

import app.pallet.schema.ColumnType;
import app.pallet.schema.table.WriteRule;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A column as it was found. Equal by value; for any thread.
 *
 * @param name as the database spells it
 * @param declared its type in the words of whoever made the table, such as {@code VARCHAR(40)};
 *     empty if it has none
 * @param type what its values are taken for; empty if Pallet can only show them
 * @param required whether a cell must hold a value
 * @param defaultSql what an added row gets if nothing is said, as an SQL expression
 * @param longest the characters that its declared type allows, whether or not the database checks
 * @param digits of a declared decimal number, before and behind the decimal sign together
 * @param scale of a declared decimal number: digits behind the sign
 * @param origin where its values come from
 * @param write when it may be written
 * @param filled cells that hold a value
 * @param misfits those of them that hold what their column should not, such as a text among numbers
 */
public record DiscoveredColumn(
    String name,
    String declared,
    Optional<ColumnType> type,
    boolean required,
    Optional<String> defaultSql,
    OptionalInt longest,
    OptionalInt digits,
    OptionalInt scale,
    Origin origin,
    WriteRule write,
    long filled,
    long misfits) {

  /** Where a column's values come from. */
  public enum Origin {
    /** Whoever writes the row gives them. */
    GIVEN,
    /** They are worked out anew whenever the row is read. */
    COMPUTED,
    /** They are worked out when the row is written, and kept. */
    COMPUTED_AND_KEPT,
    /** A module's own, which does not show unless it is asked for. */
    HIDDEN
  }

  /** The same column under another rule. */
  public DiscoveredColumn with(WriteRule rule) {
    return new DiscoveredColumn(
        name,
        declared,
        type,
        required,
        defaultSql,
        longest,
        digits,
        scale,
        origin,
        rule,
        filled,
        misfits);
  }
}
