package app.pallet.cli;

import app.pallet.spreadsheet.mapping.EmptyCells;
import app.pallet.spreadsheet.matching.DuplicateKeys;
import app.pallet.workspace.imports.ImportWishes;
import app.pallet.workspace.imports.ImportWishes.Unmapped;
import app.pallet.workspace.imports.LineFolding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How a command turns the rows of a file into rows of a catalogue. */
final class ImportArguments {

  @Mixin private SourceArguments source = new SourceArguments();

  @Option(
      names = "--key",
      paramLabel = "COLUMN",
      description =
          "The column by which rows find their product: sku, barcode, id or any other that tells"
              + " products apart (default: sku where the file has it). With --as-new: a heading."
              + " With --table: a column, or all columns of the table's key with commas between"
              + " them.")
  private Optional<String> key = Optional.empty();

  @Option(
      names = "--map",
      paramLabel = "SOURCE=COLUMN",
      description =
          "Reads the file's column SOURCE as COLUMN, or leaves it out (SOURCE=); may be repeated.")
  private List<String> mappings = new ArrayList<>();

  @Option(
      names = "--new-columns",
      description = "Columns of the file that the catalogue doesn't have are added to it.")
  private boolean newColumns;

  @Option(
      names = "--empty",
      converter = Empty.class,
      completionCandidates = Empty.class,
      defaultValue = "leave",
      paramLabel = "MEANING",
      description =
          "What an empty cell does to the value that is there: ${COMPLETION-CANDIDATES} (default:"
              + " ${DEFAULT-VALUE}).")
  private EmptyCells emptyCells = EmptyCells.LEAVE;

  @Option(
      names = "--duplicates",
      converter = Duplicates.class,
      completionCandidates = Duplicates.class,
      defaultValue = "first",
      paramLabel = "ROW",
      description =
          "Which of several rows with one key is taken: ${COMPLETION-CANDIDATES} (default:"
              + " ${DEFAULT-VALUE}).")
  private DuplicateKeys duplicates = DuplicateKeys.FIRST;

  @Option(
      names = "--keep-lines",
      description =
          "Lines that only add an image to the product above them stay rows of their own.")
  private boolean keepLines;

  @Option(
      names = "--add-parents",
      description =
          "With --table: names in columns that refer to other tables, and that these don't have,"
              + " become rows of theirs, if a name is all that such a row needs.")
  private boolean addParents;

  SourceArguments source() {
    return source;
  }

  /** Whether the table is to get new columns. */
  boolean addsColumns() {
    return newColumns;
  }

  /** Whether other tables are to get rows. */
  boolean addsParents() {
    return addParents;
  }

  /** What is wanted of the import. */
  ImportWishes wishes() {
    return new ImportWishes(
        source.options(),
        key,
        mappings,
        newColumns ? Unmapped.NEW_COLUMNS : Unmapped.LEFT_OUT,
        emptyCells,
        duplicates,
        keepLines ? LineFolding.KEEP : LineFolding.FOLD,
        addParents);
  }

  /** Spells meanings of empty cells. */
  static final class Empty extends KebabCase<EmptyCells> {
    Empty() {
      super(EmptyCells.class);
    }
  }

  /** Spells choices among rows with one key. */
  static final class Duplicates extends KebabCase<DuplicateKeys> {
    Duplicates() {
      super(DuplicateKeys.class);
    }
  }
}
