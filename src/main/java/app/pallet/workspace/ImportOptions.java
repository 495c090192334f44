package app.pallet.workspace;

import java.util.List;
import java.util.Optional;

/**
 * How a file is to be read where its headings alone don't tell.
 *
 * @param key name of the column by which rows find their product; empty for the table's own
 * @param mappings {@code SOURCE=COLUMN}: the file's column SOURCE is the table's COLUMN
 */
public record ImportOptions(Optional<String> key, List<String> mappings) {

  /** Headings as they are, matched by the table's own column. */
  public static final ImportOptions DEFAULT = new ImportOptions(Optional.empty(), List.of());

  public ImportOptions {
    mappings = List.copyOf(mappings);
  }
}
