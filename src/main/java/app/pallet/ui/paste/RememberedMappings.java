package app.pallet.ui.paste;

import app.pallet.spreadsheet.mapping.ColumnOverride;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How headings were mapped in earlier imports, so that the next file of a supplier needs no
 * answers. Kept in the settings; immutable.
 *
 * @param columns a column, or none, for each heading, the newest first, at most {@link #LIMIT}
 */
public record RememberedMappings(List<ColumnOverride> columns) {

  /** Headings that are remembered; the oldest are forgotten first. */
  public static final int LIMIT = 500;

  /** Nothing is remembered. */
  public static final RememberedMappings NONE = new RememberedMappings(List.of());

  public RememberedMappings {
    columns = columns.stream().limit(LIMIT).toList();
  }

  /** The same with the mappings of one more import. */
  public RememberedMappings with(Map<String, String> newest) {
    Map<String, String> merged = new LinkedHashMap<>(newest);
    columns.forEach(column -> merged.putIfAbsent(column.source(), column.column()));
    return new RememberedMappings(
        merged.entrySet().stream()
            .limit(LIMIT)
            .map(entry -> new ColumnOverride(entry.getKey(), entry.getValue()))
            .toList());
  }

  /** Names of columns, or an empty text for none, by heading. */
  public Map<String, String> byHeading() {
    Map<String, String> byHeading = new LinkedHashMap<>();
    columns.forEach(column -> byHeading.putIfAbsent(column.source(), column.column()));
    return byHeading;
  }
}
