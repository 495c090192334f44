package app.pallet.workspace.imports;

import app.pallet.schema.Column;
import app.pallet.spreadsheet.mapping.EmptyCells;
import app.pallet.spreadsheet.matching.DuplicateKeys;
import app.pallet.spreadsheet.source.SourceOptions;
import java.util.List;
import java.util.Optional;

/**
 * What somebody wants of an import before its source has been seen.
 *
 * @param options how the source is opened
 * @param key the name of the column by which rows find their product; empty for the one that fits
 *     best
 * @param mappings {@code SOURCE=COLUMN} each: the source's column SOURCE is the catalogue's COLUMN
 * @param unmapped what becomes of columns that the catalogue doesn't have
 * @param emptyCells what an empty cell says
 * @param duplicates which of several rows with one key is taken
 * @param folding what becomes of lines that only add to the product above them
 */
public record ImportWishes(
    SourceOptions options,
    Optional<String> key,
    List<String> mappings,
    Unmapped unmapped,
    EmptyCells emptyCells,
    DuplicateKeys duplicates,
    LineFolding folding) {

  /** What becomes of columns of a source that the catalogue doesn't have. */
  public enum Unmapped {
    /** Their values are not taken. */
    LEFT_OUT,
    /** They become columns of the catalogue. */
    NEW_COLUMNS
  }

  /** Nothing in particular. */
  public static final ImportWishes NONE =
      new ImportWishes(
          SourceOptions.DETECT,
          Optional.empty(),
          List.of(),
          Unmapped.LEFT_OUT,
          EmptyCells.LEAVE,
          DuplicateKeys.FIRST,
          LineFolding.FOLD);

  public ImportWishes {
    mappings = List.copyOf(mappings);
  }

  /** The same as what was chosen of an import, for a source that is to be opened in another way. */
  public static ImportWishes of(ImportChoices choices) {
    return new ImportWishes(
        choices.source(),
        Optional.of(choices.key()).map(Column::name),
        List.of(),
        Unmapped.LEFT_OUT,
        choices.emptyCells(),
        choices.duplicates(),
        choices.folding());
  }
}
