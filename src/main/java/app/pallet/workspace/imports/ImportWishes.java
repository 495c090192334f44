package app.pallet.workspace.imports;

import app.pallet.spreadsheet.mapping.EmptyCells;
import app.pallet.spreadsheet.matching.DuplicateKeys;
import app.pallet.spreadsheet.source.SourceOptions;
import java.util.List;
import java.util.Optional;

/**
 * What a user wants of an import before its source has been seen.
 *
 * @param options how the source is opened
 * @param key the name of the column by which rows find their product, or the names of the columns
 *     of the table's key with commas between them; empty for the best one
 * @param mappings {@code SOURCE=COLUMN} each: the source's column SOURCE is the catalogue's COLUMN
 * @param unmapped what happens to columns that the catalogue doesn't have
 * @param emptyCells what an empty cell means
 * @param duplicates which row is taken if several have one key
 * @param folding what happens to lines that only add to the product above them
 * @param addsParents whether names that other tables do not have become rows of theirs
 */
public record ImportWishes(
    SourceOptions options,
    Optional<String> key,
    List<String> mappings,
    Unmapped unmapped,
    EmptyCells emptyCells,
    DuplicateKeys duplicates,
    LineFolding folding,
    boolean addsParents) {

  /** What happens to columns of a source that the catalogue doesn't have. */
  public enum Unmapped {
    /** Their values are not taken. */
    LEFT_OUT,
    /** They become columns of the catalogue. */
    NEW_COLUMNS
  }

  /** No particular wishes. */
  public static final ImportWishes NONE =
      new ImportWishes(
          SourceOptions.DETECT,
          Optional.empty(),
          List.of(),
          Unmapped.LEFT_OUT,
          EmptyCells.LEAVE,
          DuplicateKeys.FIRST,
          LineFolding.FOLD,
          false);

  public ImportWishes {
    mappings = List.copyOf(mappings);
  }

  /** The choices of an import as wishes, for a source that is to be opened in another way. */
  public static ImportWishes of(ImportChoices choices) {
    return new ImportWishes(
        choices.source(),
        Optional.of(choices.key().name()),
        List.of(),
        Unmapped.LEFT_OUT,
        choices.emptyCells(),
        choices.duplicates(),
        choices.folding(),
        choices.addsParents());
  }
}
