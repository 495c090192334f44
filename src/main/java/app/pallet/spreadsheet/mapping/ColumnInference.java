package app.pallet.spreadsheet.mapping;

import app.pallet.schema.Column;
import app.pallet.schema.ColumnBuilder;
import app.pallet.schema.ColumnHeadings;
import app.pallet.schema.ColumnRole;
import app.pallet.schema.ColumnType;
import app.pallet.schema.HeaderName;
import app.pallet.schema.ProductSchema;
import app.pallet.schema.TableSchema;
import app.pallet.spreadsheet.source.CellNote;
import app.pallet.spreadsheet.source.TableStart;
import app.pallet.spreadsheet.source.TextRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Decides which columns a catalogue gets that is made from a file: one for each column of the file,
 * of the narrowest type that gives back every cell. Texts come back as they are, and numbers are
 * equal. All rows are taken one by one, and little of them is kept: 40 MB at most, however many
 * there are. Confined to one thread at a time.
 *
 * <p>A column is text unless each cell that is not empty is one of these:
 *
 * <ul>
 *   <li>a number of plain digits, with one decimal sign for the whole column and no thousands
 *       separators. Leading zeros, or 12 and more digits without a fraction, name something rather
 *       than count it, so the column is text. So is a column that holds only numbers such as {@code
 *       1,234}, which may mean two things;
 *   <li>a day such as {@code 2026-12-31};
 *   <li>{@code yes} or {@code no}.
 * </ul>
 */
public final class ColumnInference {

  /** What SQLite can hold in one table. */
  public static final int MOST_COLUMNS = 2_000;

  private static final int TECHNICAL_COLUMNS = 2;

  /** Number of longs that all columns together may keep to tell whether they are unique. */
  private static final int MOST_HELD = 1 << 22;

  private static final HeadingMeaning MEANING = new HeadingMeaning();

  private final boolean typed;
  private final List<String> header;
  private final List<ColumnGuess> guesses;

  /** The places of the columns, likely keys first. */
  private final List<Integer> likelyKeys;

  private long held;

  /**
   * An inference for a file.
   *
   * @param header its headings; some may be blank or equal
   * @param typed whether the file tells texts from numbers, as a workbook does; a cell that is not
   *     held as a number is a text then, whatever it looks like
   * @throws ColumnMappingException if there are more than a table can have
   */
  public ColumnInference(List<String> header, boolean typed) {
    this.typed = typed;
    if (header.size() > MOST_COLUMNS - TECHNICAL_COLUMNS) {
      throw new ColumnMappingException(
          "The file has %,d columns; a catalogue can have %,d at most"
              .formatted(header.size(), MOST_COLUMNS - TECHNICAL_COLUMNS));
    }
    this.header = List.copyOf(header);
    this.guesses = Stream.generate(ColumnGuess::new).limit(header.size()).toList();
    this.likelyKeys =
        IntStream.range(0, header.size())
            .boxed()
            .sorted(Comparator.comparingInt(i -> likelihood(header.get(i))))
            .toList();
  }

  private static int likelihood(String heading) {
    if (MEANING.isSku(heading)) {
      return 0;
    }
    return MEANING.isBarcode(heading) ? 1 : 2;
  }

  /** Takes the next row. A row without values is ignored, as it is when the file is read. */
  public void accept(TextRow row) {
    if (row.isBlank()) {
      return;
    }
    long now = 0;
    for (int i = 0; i < guesses.size(); i++) {
      ColumnGuess guess = guesses.get(i);
      if (guess.growth() > 0) {
        makeRoom(i, guess.growth());
      }
      accept(guess, row, i, row.cell(i), typed);
      now += guess.held();
    }
    held = now;
  }

  private static void accept(
      ColumnGuess guess, TextRow row, int place, String cell, boolean typed) {
    boolean number = row.numbers().get(place);
    switch (row.notes().get(place)) {
      case CellNote.NoValue ignored -> guess.accept("", false);
      case CellNote.Shown(String shown, boolean isName) when isName -> guess.acceptText(shown);
      case null, default -> {
        if (typed && !number) {
          guess.acceptText(cell);
        } else {
          guess.accept(cell, number);
        }
      }
    }
  }

  /** Gives up on the least likely keys until there is room for the texts of a column. */
  private void makeRoom(int column, int growth) {
    held += growth;
    for (int i = likelyKeys.size() - 1; i >= 0 && held > MOST_HELD; i--) {
      ColumnGuess victim = guesses.get(likelyKeys.get(i));
      held -= victim.held() + (likelyKeys.get(i) == column ? growth : 0);
      victim.forgetDistinct();
    }
  }

  /** The columns in the order of the file, as all rows so far show them. */
  public List<InferredColumn> columns() {
    NewNames names = new NewNames(Set.of());
    return IntStream.range(0, header.size()).mapToObj(i -> inferred(i, names)).toList();
  }

  private InferredColumn inferred(int place, NewNames names) {
    ColumnGuess guess = guesses.get(place);
    String heading = header.get(place).isBlank() ? TableStart.name(place) : header.get(place);
    Column column = describe(heading, guess, names).build();
    return new InferredColumn(
        column, guess.format(), guess.isComplete(), guess.isUnique(column.type()));
  }

  private static ColumnBuilder describe(String heading, ColumnGuess guess, NewNames names) {
    return guess.column(names.take(heading), MEANING.isMoney(heading)).label(heading);
  }

  /**
   * The table {@code product} with these columns, between Pallet's own {@code pallet_id} and {@code
   * pallet_version}. Only the key is required or unique, and only if it is so in the file.
   *
   * @param keyHeading the heading of the column by which products are found. If it is empty, the
   *     first of these is chosen: an article number or barcode without a double, any article number
   *     or barcode, the first column without a double, the first column
   * @throws ColumnMappingException if there is no such heading, or no column at all
   */
  public TableSchema schema(Optional<String> keyHeading) {
    List<InferredColumn> inferred = columns();
    if (inferred.isEmpty()) {
      throw new ColumnMappingException("The file has no columns");
    }
    int key = keyHeading.map(this::place).orElseGet(() -> likeliestKey(inferred));
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < inferred.size(); i++) {
      columns.add(i == key ? asKey(i, inferred.get(i)) : inferred.get(i).column());
    }
    NewNames names = new NewNames(Set.copyOf(columns.stream().map(Column::name).toList()));
    columns.addFirst(technical(names.take("pallet_id"), ColumnRole.ID));
    columns.add(technical(names.take("pallet_version"), ColumnRole.VERSION));
    return new TableSchema("product", columns, inferred.get(key).column().name());
  }

  private static Column technical(String name, ColumnRole role) {
    return Column.builder(name, ColumnType.WHOLE_NUMBER).label(name).role(role).build();
  }

  private Column asKey(int place, InferredColumn inferred) {
    Column column = inferred.column();
    ColumnBuilder key =
        guesses
            .get(place)
            .column(column.name(), MEANING.isMoney(column.label()))
            .label(column.label());
    if (inferred.complete()) {
      key.required();
    }
    return inferred.unique() ? key.unique().build() : key.build();
  }

  private int place(String keyHeading) {
    int exact = header.indexOf(keyHeading);
    if (exact >= 0) {
      return exact;
    }
    String wanted = keyHeading.strip().toLowerCase(Locale.ROOT);
    return IntStream.range(0, header.size())
        .filter(i -> header.get(i).strip().toLowerCase(Locale.ROOT).equals(wanted))
        .findFirst()
        .orElseThrow(() ->
            new ColumnMappingException(
                "The file has no column '"
                    + keyHeading
                    + "'. It has: "
                    + ColumnMapping.list(header.stream())));
  }

  private int likeliestKey(List<InferredColumn> inferred) {
    Predicate<Integer> named = i -> likelihood(header.get(i)) < 2;
    Predicate<Integer> unique = i -> inferred.get(i).unique();
    return Stream.of(named.and(unique), named, unique)
        .flatMap(wanted -> likelyKeys.stream().filter(wanted))
        .findFirst()
        .orElse(0);
  }

  /**
   * Describes the new column of a catalogue that a column of a file becomes.
   *
   * @param heading its heading, not blank
   * @param rows the file's rows
   * @param place the column's place in them, from 0
   * @param typed whether a cell that is not held as a number is a text, as in a workbook
   * @param takenNames the names of the catalogue's columns
   */
  public static Column newColumn(
      String heading, List<TextRow> rows, int place, boolean typed, Set<String> takenNames) {
    ColumnGuess guess = new ColumnGuess();
    guess.forgetDistinct();
    for (TextRow row : rows) {
      String cell = row.cell(place);
      if (!cell.isBlank()) {
        accept(guess, row, place, cell, typed);
      }
    }
    return describe(heading, guess, new NewNames(takenNames)).build();
  }

  /** Makes names of columns from headings. All names differ, even if case is ignored. */
  private static final class NewNames {

    private final Set<String> taken = new HashSet<>();

    NewNames(Set<String> taken) {
      taken.forEach(name -> this.taken.add(key(name)));
    }

    /**
     * The heading without characters that no name can have, followed by a number if it is already
     * taken.
     */
    String take(String heading) {
      String usable = heading.replace("\0", "").strip();
      String base = usable.isEmpty() ? "column" : usable;
      String name = base;
      for (int i = 2; !taken.add(key(name)); i++) {
        name = base + " (" + i + ")";
      }
      return name;
    }

    private static String key(String name) {
      return name.toLowerCase(Locale.ROOT);
    }
  }

  /** Tells what a heading of any product file is about. Immutable. */
  private static final class HeadingMeaning {

    private static final List<String> MONEY_WORDS =
        List.of("price", "cost", "preis", "prix", "msrp", "uvp");

    private final ColumnHeadings headings = new ColumnHeadings(ProductSchema.create().columns());

    boolean isSku(String heading) {
      return column(heading).filter(c -> c.name().equals("sku")).isPresent();
    }

    boolean isBarcode(String heading) {
      return column(heading).filter(c -> c.name().equals("barcode")).isPresent();
    }

    boolean isMoney(String heading) {
      String name = HeaderName.normalize(heading);
      return column(heading).filter(c -> c.type() == ColumnType.MONEY).isPresent()
          || MONEY_WORDS.stream().anyMatch(name::contains);
    }

    private Optional<Column> column(String heading) {
      return headings.find(heading);
    }
  }
}
