package app.pallet.workspace.imports;

import app.pallet.change.RowMapping;
import app.pallet.schema.CellFormat;
import app.pallet.schema.Column;
import app.pallet.schema.ColumnReading;
import app.pallet.spreadsheet.mapping.ColumnMapping;
import app.pallet.spreadsheet.mapping.CutOff;
import app.pallet.spreadsheet.mapping.MappingReader;
import app.pallet.spreadsheet.matching.NearKeys;
import app.pallet.spreadsheet.source.CellNote;
import app.pallet.spreadsheet.source.ProductLines;
import app.pallet.spreadsheet.source.SourceFormat;
import app.pallet.spreadsheet.source.TabularSource;
import app.pallet.spreadsheet.source.TextRow;
import app.pallet.workspace.imports.ImportDecisions.ReadColumn;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Reads a source once from its first row to its last, with the choices of the user: lines are
 * folded, corrections put in, columns mapped and values parsed. Confined to one thread.
 */
public final class ImportReading implements AutoCloseable {

  /**
   * Number of rows of a block: enough for quick look-ups, few enough for the processor's caches.
   */
  private static final int ROWS = 2_000;

  /** Number of cells of a block, so that the blocks of a wide source can be held. */
  private static final int CELLS = 40_000;

  private static final int FEWEST_ROWS = 50;

  private final TabularSource source;
  private final Optional<ProductLines> lines;
  private final ColumnMapping mapping;
  private final MappingReader rows;
  private final UnaryOperator<List<RowMapping>> references;

  private ImportReading(
      TabularSource source,
      Optional<ProductLines> lines,
      ColumnMapping mapping,
      MappingReader rows,
      UnaryOperator<List<RowMapping>> references) {
    this.source = source;
    this.lines = lines;
    this.mapping = mapping;
    this.rows = rows;
    this.references = references;
  }

  /**
   * Opens a source.
   *
   * @param format how numbers and dates are read in columns whose texts don't show it
   * @param references reads cells that refer to other rows, a block at a time
   * @throws app.pallet.spreadsheet.source.SpreadsheetException if it can't be read
   * @throws app.pallet.spreadsheet.mapping.ColumnMappingException if no column of it is the key
   */
  public static ImportReading open(
      ImportSource from,
      ImportChoices choices,
      CellFormat format,
      UnaryOperator<List<RowMapping>> references) {
    TabularSource texts = corrected(from, choices);
    try {
      Optional<ProductLines> lines = lines(texts, choices);
      TabularSource source = lines.map(texts::with).orElse(texts);
      List<Optional<Column>> targets =
          choices.columns().stream().map(choice -> choice.target().filled()).toList();
      ColumnMapping mapping = ColumnMapping.of(source.header(), targets);
      choices.key().columns().forEach(mapping::require);
      MappingReader rows =
          new MappingReader(
              source, mapping, from.format(format), choices.emptyCells(), choices.formats());
      return new ImportReading(source, lines, mapping, rows, references);
    } catch (RuntimeException e) {
      texts.close();
      throw e;
    }
  }

  /** The source's texts alone: corrections put in, lines folded. The caller closes it. */
  public static TabularSource texts(ImportSource source, ImportChoices choices) {
    TabularSource texts = corrected(source, choices);
    return lines(texts, choices).map(texts::with).orElse(texts);
  }

  private static Optional<ProductLines> lines(TabularSource texts, ImportChoices choices) {
    return Optional.of(texts)
        .filter(all -> choices.folding() == LineFolding.FOLD)
        .map(ProductLines::new);
  }

  private static TabularSource corrected(ImportSource source, ImportChoices choices) {
    TabularSource texts = source.open(choices.source());
    if (choices.corrections().isEmpty()) {
      return texts;
    }
    Map<Long, Map<Integer, String>> byLine = new HashMap<>();
    choices
        .corrections()
        .forEach((place, text) ->
            byLine
                .computeIfAbsent(place.line(), line -> new HashMap<>())
                .put(place.sourceColumn(), text));
    return texts.with(
        new Iterator<>() {
          @Override
          public boolean hasNext() {
            return texts.hasNext();
          }

          @Override
          public TextRow next() {
            TextRow row = texts.next();
            Map<Integer, String> corrections = byLine.get(row.line());
            return corrections == null ? row : corrected(row, corrections);
          }
        });
  }

  private static TextRow corrected(TextRow row, Map<Integer, String> corrections) {
    int width = Collections.max(corrections.keySet()) + 1; // a row may be shorter than the header
    List<String> cells = new ArrayList<>(row.padded(width).cells());
    BitSet numbers = (BitSet) row.numbers().clone();
    corrections.forEach((place, text) -> {
      cells.set(place, text);
      numbers.clear(place); // it was typed, as people write numbers
    });
    Map<Integer, CellNote> notes = new HashMap<>(row.notes());
    notes.keySet().removeAll(corrections.keySet());
    return new TextRow(row.line(), cells, numbers, notes);
  }

  /** Which column of the source fills which column of the catalogue. */
  public ColumnMapping mapping() {
    return mapping;
  }

  /** The next block of rows; no rows at the end. */
  public List<RowMapping> next() {
    int columns = Math.max(1, mapping.columns().size());
    int most = Math.clamp(CELLS / columns, FEWEST_ROWS, ROWS);
    List<RowMapping> block = new ArrayList<>(most);
    while (block.size() < most && rows.hasNext()) {
      block.add(rows.next());
    }
    return references.apply(block);
  }

  /** The encoding in which a text file is read; empty for other sources. */
  public Optional<Charset> encoding() {
    return source.format() instanceof SourceFormat.Text text
        ? Optional.of(text.dialect().charset())
        : Optional.empty();
  }

  /** The row in which the source seems to be cut off. This is known at its end. */
  public Optional<CutOff> cutOff() {
    return rows.cutOff();
  }

  /**
   * The decisions so far.
   *
   * @param near rows whose key is nearly that of a product
   */
  public ImportDecisions decisions(NearKeys near) {
    List<ReadColumn> columns = new ArrayList<>();
    for (int i = 0; i < mapping.header().size(); i++) {
      ColumnReading reading = rows.reading(i);
      mapping.target(i).ifPresent(column -> columns.add(new ReadColumn(column, reading)));
    }
    return new ImportDecisions(
        source.format(),
        columns,
        rows.nameless(),
        rows.narrow(),
        rows.mendedBarcodes(),
        near,
        List.of());
  }

  /** Number of lines so far that became part of the row above them. */
  public long foldedLines() {
    return lines.map(ProductLines::folded).orElse(0L);
  }

  /** How the texts of mapped columns are read, by their place in the source. */
  public Map<Integer, ColumnReading> readings() {
    Map<Integer, ColumnReading> readings = new HashMap<>();
    for (int i = 0; i < mapping.header().size(); i++) {
      if (mapping.target(i).isPresent()) {
        readings.put(i, rows.reading(i));
      }
    }
    return readings;
  }

  @Override
  public void close() {
    source.close();
  }
}
