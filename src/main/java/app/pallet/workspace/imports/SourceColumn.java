package app.pallet.workspace.imports;

import app.pallet.schema.Column;
import java.util.List;

/**
 * A column of a source, as the user sees it before anything is taken.
 *
 * @param place from 0
 * @param heading its heading as the source has it
 * @param samples its first few texts that are not blank
 * @param asNew the new column of the catalogue that it would become
 */
public record SourceColumn(int place, String heading, List<String> samples, Column asNew) {

  public SourceColumn {
    samples = List.copyOf(samples);
  }
}
