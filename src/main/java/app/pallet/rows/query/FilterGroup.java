package app.pallet.rows.query;

import app.pallet.schema.Column;
import java.util.List;

/**
 * Filters joined by <i>and</i> or <i>or</i>. One without parts leaves no row out.
 *
 * @param join whether a row must meet all of them or any
 * @param parts what is asked
 */
public record FilterGroup(Join join, List<Filter> parts) implements Filter {

  /** How many of a group's filters a row must meet. */
  public enum Join {
    /** All of them: <i>and</i>. */
    ALL("and"),
    /** At least one: <i>or</i>. */
    ANY("or");

    private final String label;

    Join(String label) {
      this.label = label;
    }

    /** The word between two filters. */
    public String label() {
      return label;
    }
  }

  public FilterGroup {
    parts = parts.stream().filter(part -> !part.isEmpty()).toList();
  }

  @Override
  public boolean isEmpty() {
    return parts.isEmpty();
  }

  @Override
  public Filter besides(Column column) {
    List<Filter> others = parts.stream().map(part -> part.besides(column)).toList();
    boolean unchanged = others.equals(parts);
    // A row that needs only one of them may come for the sake of the part that is left out.
    return join == Join.ANY && !unchanged ? Filter.NONE : new FilterGroup(join, others);
  }
}
