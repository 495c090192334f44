package app.pallet.workspace.imports;

import app.pallet.schema.Column;
import java.util.List;

/**
 * A column of a source, as the user sees it before anything is taken.
 *
 * @param place from 0
 * @param heading as it stands there
 * @param samples the first few texts that are not blank
 * @param asNew what it would be as a new column of the catalogue
 */
public record SourceColumn(int place, String heading, List<String> samples, Column asNew) {

  public SourceColumn {
    samples = List.copyOf(samples);
  }
}
