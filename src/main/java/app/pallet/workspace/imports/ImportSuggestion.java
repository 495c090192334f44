package app.pallet.workspace.imports;

import app.pallet.schema.Column;
import app.pallet.schema.TableSchema;
import app.pallet.spreadsheet.mapping.ColumnInference;
import app.pallet.spreadsheet.mapping.ColumnMapping;
import app.pallet.spreadsheet.mapping.ColumnOverride;
import app.pallet.spreadsheet.mapping.NamelessCells;
import app.pallet.spreadsheet.matching.MatchKey;
import app.pallet.spreadsheet.source.SourceFormat;
import app.pallet.spreadsheet.source.TabularSource;
import app.pallet.spreadsheet.source.TextRow;
import app.pallet.workspace.imports.ColumnChoice.Target;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The beginning of a source, and how it would be imported if the user chose nothing.
 *
 * @param view what was found
 * @param choices what is suggested
 */
public record ImportSuggestion(SourceView view, ImportChoices choices) {

  private static final int SAMPLES_SHOWN = 5;

  /**
   * Looks at a source.
   *
   * @param texts the open source, of which the first rows are taken
   * @param remembered names of columns by the headings that were taken for them before; the wishes
   *     count more
   * @throws app.pallet.spreadsheet.source.SpreadsheetException if it can't be read
   * @throws app.pallet.spreadsheet.mapping.ColumnMappingException if an override names something
   *     that isn't there
   */
  public static ImportSuggestion of(
      TabularSource texts,
      TableSchema schema,
      ImportWishes wishes,
      Map<String, String> remembered) {
    List<TextRow> rows = texts.sample();
    List<String> header = texts.header();
    List<SourceColumn> columns =
        columns(header, rows, texts.format() instanceof SourceFormat.Workbook, schema);
    List<TextRow> firstRows = rows.subList(0, Math.min(rows.size(), SourceView.ROWS));
    return new ImportSuggestion(
        new SourceView(texts.name(), texts.format(), columns, firstRows),
        choices(
            new Headings(header, schema, wishes, remembered), place -> columns.get(place).asNew()));
  }

  /**
   * Suggests choices alone, for a source at which nobody looks: what its columns would be as new
   * ones is found out only if they are to become that. Parameters and errors are those of {@link
   * #of}.
   */
  public static ImportChoices choices(
      TabularSource texts,
      TableSchema schema,
      ImportWishes wishes,
      Map<String, String> remembered) {
    if (wishes.unmapped() == ImportWishes.Unmapped.NEW_COLUMNS) {
      return of(texts, schema, wishes, remembered).choices();
    }
    return choices(
        new Headings(texts.header(), schema, wishes, remembered),
        place -> {
          throw new IllegalStateException("Column " + place + " is to be no new one");
        });
  }

  /** The headings of a source, and what is known about their meaning. */
  private record Headings(
      List<String> header,
      TableSchema schema,
      ImportWishes wishes,
      Map<String, String> remembered) {

    ColumnMapping mapping(Column key) {
      List<ColumnOverride> overrides =
          wishes.mappings().stream().map(ColumnOverride::parse).toList();
      return ColumnMapping.byHeader(header, schema, key, overrides, remembered);
    }
  }

  private static ImportChoices choices(Headings headings, IntFunction<Column> asNew) {
    ImportWishes wishes = headings.wishes();
    MatchKey key =
        wishes
            .key()
            .map(named -> MatchKey.named(named, headings.schema()))
            .orElseGet(() -> bestKey(headings));
    ColumnMapping mapping = headings.mapping(key.first());
    Set<String> decided =
        wishes.mappings().stream()
            .map(ColumnOverride::parse)
            .map(ColumnOverride::source)
            .collect(Collectors.toSet());
    boolean added = wishes.unmapped() == ImportWishes.Unmapped.NEW_COLUMNS;
    List<ColumnChoice> chosen = new ArrayList<>(mapping.header().size());
    for (int i = 0; i < mapping.header().size(); i++) {
      Optional<Column> column = mapping.target(i);
      Target target =
          column.isPresent()
              ? new Target.Existing(column.get())
              : added
                      && !mapping.header().get(i).isBlank()
                      && !decided.contains(mapping.header().get(i))
                  ? new Target.Added(asNew.apply(i))
                  : new Target.Dropped();
      chosen.add(ColumnChoice.DROPPED.to(target));
    }
    return new ImportChoices(
        wishes.options(),
        chosen,
        key,
        wishes.emptyCells(),
        wishes.duplicates(),
        wishes.folding(),
        Map.of(),
        wishes.addsParents());
  }

  /**
   * The column by which people know a row; else another unique column; else a barcode; else, in a
   * table of another program, its key. One column of a key of several tells no rows apart.
   */
  private static MatchKey bestKey(Headings headings) {
    TableSchema schema = headings.schema();
    MatchKey whole = new MatchKey(schema.keyColumns());
    Column own = schema.match();
    List<Column> filled = headings.mapping(own).columns();
    boolean isPart = !whole.isOne() && whole.columns().contains(own);
    if (filled.contains(own) && !isPart) {
      return MatchKey.of(own);
    }
    return Stream.of(
            filled.stream().filter(column -> column.rules().unique()).map(MatchKey::of),
            filled.stream().filter(ImportSuggestion::isBarcode).map(MatchKey::of),
            Stream.of(whole).filter(key -> isPart || isAmong(key, headings)))
        .flatMap(keys -> keys)
        .findFirst()
        .orElse(MatchKey.of(own));
  }

  /** Whether a file has the key of another program's table; a number of Pallet's means nothing. */
  private static boolean isAmong(MatchKey key, Headings headings) {
    return key.first().storage() != Column.Storage.SCALED
        && headings.mapping(key.first()).columns().containsAll(key.columns());
  }

  private static boolean isBarcode(Column column) {
    return column.name().equals("barcode");
  }

  /** A view of the source with more columns, which have no heading. */
  public static SourceView widened(
      SourceView view, List<TextRow> rows, int width, TableSchema schema) {
    List<String> header = new ArrayList<>();
    view.columns().forEach(column -> header.add(column.heading()));
    header.addAll(Collections.nCopies(width - header.size(), ""));
    List<SourceColumn> all = new ArrayList<>(view.columns());
    boolean typed = view.format() instanceof SourceFormat.Workbook;
    all.addAll(columns(header, rows, typed, schema).subList(all.size(), width));
    return view.with(all);
  }

  private static List<SourceColumn> columns(
      List<String> header, List<TextRow> rows, boolean typed, TableSchema schema) {
    Set<String> taken = new HashSet<>();
    schema.columns().forEach(column -> taken.add(column.name()));
    List<SourceColumn> columns = new ArrayList<>(header.size());
    for (int i = 0; i < header.size(); i++) {
      List<String> texts = texts(rows, i);
      String name = header.get(i).isBlank() ? NamelessCells.name(i) : header.get(i);
      Column asNew = ColumnInference.newColumn(name, rows, i, typed, taken);
      taken.add(asNew.name());
      columns.add(
          new SourceColumn(
              i, header.get(i), texts.subList(0, Math.min(texts.size(), SAMPLES_SHOWN)), asNew));
    }
    return columns;
  }

  private static List<String> texts(List<TextRow> rows, int place) {
    return rows.stream().map(row -> row.cell(place)).filter(text -> !text.isBlank()).toList();
  }
}
