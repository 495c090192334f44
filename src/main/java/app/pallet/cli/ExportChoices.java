package app.pallet.cli;

import app.pallet.database.CatalogueDatabase;
import app.pallet.rows.query.FilterText;
import app.pallet.rows.query.RowQuery;
import app.pallet.rows.query.SortOrder;
import app.pallet.rows.references.ReferenceTexts;
import app.pallet.schema.CellFormat;
import app.pallet.schema.Column;
import app.pallet.schema.NumberStyle;
import app.pallet.schema.TableSchema;
import app.pallet.spreadsheet.export.CsvEncoding;
import app.pallet.spreadsheet.export.CsvStyle;
import app.pallet.spreadsheet.export.ExportColumn;
import app.pallet.spreadsheet.export.ExportFormat;
import app.pallet.spreadsheet.export.ExportOptions;
import app.pallet.spreadsheet.export.ExportPreset;
import app.pallet.spreadsheet.export.FormulaTexts;
import app.pallet.workspace.export.ExportRequest;
import app.pallet.workspace.export.ExportRows;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options of {@code pallet export}, and what they ask for. */
final class ExportChoices {

  @Option(
      names = "--separator",
      paramLabel = "SIGN",
      converter = Separators.class,
      description = "Between the cells of a row: ',' ';' '|' or tab (default: the preset's).")
  private Optional<Character> separator = Optional.empty();

  @Option(
      names = "--encoding",
      converter = Encodings.class,
      completionCandidates = Encodings.class,
      defaultValue = "utf-8",
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private CsvEncoding encoding = CsvEncoding.UTF_8;

  @Option(
      names = "--decimal",
      converter = KebabCase.Decimals.class,
      completionCandidates = KebabCase.Decimals.class,
      defaultValue = "point",
      description = "Decimal sign: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private NumberStyle decimal = NumberStyle.POINT;

  @Option(
      names = "--columns",
      split = ",",
      paramLabel = "NAME",
      description = "Only these columns, in this order; by name, heading or alias.")
  private List<String> columns = List.of();

  @Option(
      names = "--search",
      paramLabel = "TEXT",
      description = "Only rows with this text in a text column.")
  private String search = "";

  @Option(
      names = "--where",
      paramLabel = "CONDITION",
      description =
          "Only rows of which this is true, such as 'price > 10 and brand = \"Acme\"'; see"
              + " docs/recipes.md.")
  private String where = "";

  @Option(
      names = "--sort",
      paramLabel = "COLUMN[:desc][:natural][,…]",
      description =
          "In the order of these columns, the first counting most (default: the order in which"
              + " they were added); natural puts SKU-2 before SKU-10.")
  private List<String> sort = List.of();

  @Option(
      names = "--preset",
      converter = Presets.class,
      completionCandidates = Presets.class,
      defaultValue = "pallet",
      description =
          "Headings and words as a shop imports them: ${COMPLETION-CANDIDATES}"
              + " (default: ${DEFAULT-VALUE}).")
  private ExportPreset preset = ExportPreset.PALLET;

  @Option(
      names = "--formulas",
      converter = Formulas.class,
      completionCandidates = Formulas.class,
      description =
          "Texts that a spreadsheet would run: guard puts an apostrophe before them, which an import"
              + " takes away again; keep writes them as they are (default: guard, but keep"
              + " with the preset of a shop, which runs nothing).")
  private Optional<FormulaTexts> formulas = Optional.empty();

  private FormulaTexts formulas() {
    return formulas.orElseGet(preset::formulas);
  }

  /**
   * What the options ask for.
   *
   * @throws IllegalArgumentException if they name a column that isn't there, or none is left
   */
  ExportRequest request(Path file, CatalogueDatabase database) {
    TableSchema schema = database.schema();
    ReferenceTexts texts = new ReferenceTexts(database, CellFormat.PLAIN);
    CsvStyle style = new CsvStyle(separator.orElseGet(preset::separator), encoding, decimal);
    ExportOptions options =
        new ExportOptions(ExportFormat.of(file), style, formulas(), columns(schema));
    RowQuery query =
        new RowQuery(
                search, SortOrder.of(sort.stream().flatMap(text -> keys(text, schema)).toList()))
            .filteredBy(FilterText.parse(schema, where, texts::named));
    return new ExportRequest(file, new ExportRows.Matching(query), options);
  }

  private List<ExportColumn> columns(TableSchema schema) {
    List<ExportColumn> offered = preset.columns(schema);
    if (columns.isEmpty()) {
      return offered;
    }
    return columns.stream().map(name -> column(name, offered, schema)).toList();
  }

  private ExportColumn column(String name, List<ExportColumn> offered, TableSchema schema) {
    return offered.stream()
        .filter(column -> column.heading().equalsIgnoreCase(name.strip()))
        .findFirst()
        .orElseGet(() -> {
          Column wanted = called(name, schema);
          return offered.stream()
              .filter(column -> column.sources().equals(List.of(wanted)))
              .findFirst()
              .orElseGet(() -> ExportColumn.of(wanted));
        });
  }

  /** The keys of a text; a column may be called as two with a comma between them. */
  private static Stream<SortOrder.Key> keys(String text, TableSchema schema) {
    return schema.called(SortWords.of(text).column()).isPresent()
        ? Stream.of(key(text, schema))
        : Arrays.stream(text.split(",")).map(part -> key(part, schema));
  }

  private static SortOrder.Key key(String text, TableSchema schema) {
    SortWords words = SortWords.of(text);
    int colon = words.column().lastIndexOf(':');
    if (colon >= 0 && schema.called(words.column()).isEmpty()) {
      throw new IllegalArgumentException(
          "'%s' in --sort %s is none of asc, desc and natural"
              .formatted(words.column().substring(colon + 1), text));
    }
    return new SortOrder.Key(called(words.column(), schema), words.direction(), words.isNatural());
  }

  /** A column to sort by with the words behind it. */
  private record SortWords(String column, SortOrder.Direction direction, boolean isNatural) {

    static SortWords of(String text) {
      String rest = text.strip();
      int colon = rest.lastIndexOf(':');
      if (colon < 0) {
        return new SortWords(rest, SortOrder.Direction.ASCENDING, false);
      }
      SortWords before = of(rest.substring(0, colon));
      return switch (rest.substring(colon + 1)) {
        case "asc" -> before;
        case "desc" ->
            new SortWords(before.column, SortOrder.Direction.DESCENDING, before.isNatural);
        case "natural" -> new SortWords(before.column, before.direction, true);
        default -> new SortWords(rest, SortOrder.Direction.ASCENDING, false);
      };
    }
  }

  private static Column called(String name, TableSchema schema) {
    return schema
        .called(name)
        .orElseThrow(() ->
            new IllegalArgumentException(
                "There is no column '%s'; there are %s"
                    .formatted(
                        name,
                        schema.columns().stream()
                            .map(Column::name)
                            .collect(Collectors.joining(", ")))));
  }

  /** A separator as itself or by its name. */
  static final class Separators implements ITypeConverter<Character> {
    @Override
    public Character convert(String text) {
      String sign = text.equalsIgnoreCase("tab") || text.equals("\\t") ? "\t" : text;
      if (sign.length() != 1 || ",;|\t".indexOf(sign.charAt(0)) < 0) {
        throw new TypeConversionException("'" + text + "' is none of , ; | tab");
      }
      return sign.charAt(0);
    }
  }

  static final class Encodings extends KebabCase<CsvEncoding> {
    Encodings() {
      super(CsvEncoding.class);
    }
  }

  static final class Presets extends KebabCase<ExportPreset> {
    Presets() {
      super(ExportPreset.class);
    }
  }

  static final class Formulas extends KebabCase<FormulaTexts> {
    Formulas() {
      super(FormulaTexts.class);
    }
  }
}
