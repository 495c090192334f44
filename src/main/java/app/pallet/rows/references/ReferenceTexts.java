package app.pallet.rows.references;

import app.pallet.change.ChangeSet;
import app.pallet.change.ColumnSet;
import app.pallet.change.RowMapping;
import app.pallet.change.RowProblem;
import app.pallet.change.RowProblem.Severity;
import app.pallet.change.RowValues;
import app.pallet.database.CatalogueDatabase;
import app.pallet.rows.keys.QueryInterrupt;
import app.pallet.rows.references.ParentReader.Said;
import app.pallet.schema.CellFormat;
import app.pallet.schema.CellParser;
import app.pallet.schema.CellReading;
import app.pallet.schema.CellText;
import app.pallet.schema.Column;
import app.pallet.schema.TableSchema;
import app.pallet.schema.table.PendingParent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads what people write into columns that refer to other rows: the key of a row, or the text by
 * which they know it. Blocking, for any thread.
 *
 * <p>In a column {@code CategoryID}, {@code Beverages} and {@code 1} both become 1.
 */
public final class ReferenceTexts {

  /** Rows that are named where a text means several, or none. */
  private static final int NAMED = 3;

  private final CatalogueDatabase database;
  private final TableSchema schema;
  private final CellFormat format;
  private final List<JointParents> joint;
  private final Map<Column, ParentReader> parents = new LinkedHashMap<>();
  private volatile Optional<NewParents> fresh = Optional.empty();

  /**
   * What refers in the table of an open database.
   *
   * @param format how numbers and dates are meant where a column doesn't tell
   */
  public ReferenceTexts(CatalogueDatabase database, CellFormat format) {
    this.database = database;
    this.schema = database.schema();
    this.format = format;
    this.joint = JointParents.of(database);
    ReferringColumn.of(schema)
        .forEach((column, refers) ->
            parents.put(column, new ParentReader(database.readers(), database.dialect(), refers)));
  }

  /** Lets cells refer to rows that are pending. Owner thread of the changes. */
  public void follow(ChangeSet changes) {
    fresh = Optional.of(new NewParents(changes));
  }

  /** Looks at what is pending now. Owner thread; takes time for all that is pending. */
  public void look() {
    if (!parents.isEmpty()) {
      fresh.ifPresent(NewParents::look);
    }
  }

  /** The rows that cells can refer to although they are yet to be added. */
  Optional<NewParents> fresh() {
    return fresh;
  }

  private List<ParentMatch> match(ParentReader parent, List<Said> said) {
    return parent.match(
        said, text -> fresh.map(rows -> rows.called(parent.refers(), text)).orElseGet(List::of));
  }

  /** What a column refers to; empty if it does not, or not by itself. */
  public Optional<ParentReader> parent(Column column) {
    return Optional.ofNullable(parents.get(column));
  }

  /** What a column refers to together with others; empty if it does not, or refers by itself. */
  Optional<JointParents> joint(Column column) {
    return parents.containsKey(column)
        ? Optional.empty()
        : joint.stream().filter(rows -> rows.columns().contains(column)).findFirst();
  }

  /** What the columns refer to that refer by themselves. */
  Collection<ParentReader> parents() {
    return parents.values();
  }

  /** How numbers and dates are meant where a column doesn't tell. */
  public CellFormat format() {
    return format;
  }

  /** What a text means that is put into a cell; asks the database if the column refers. */
  public CellReading read(Column column, String text) {
    CellReading reading = CellParser.parse(column, text, format);
    ParentReader parent = parents.get(column);
    if (parent == null || CellParser.isEmpty(column, text)) {
      return reading;
    }
    Object key = reading instanceof CellReading.Value(var value) ? value : null;
    Said said = new Said(key, text);
    return of(parent, said, match(parent, List.of(said)).getFirst(), Set.of());
  }

  /**
   * The key that a text means in a filter or a recipe; asks the database.
   *
   * @return empty if the column does not refer, or the text is a key that no row has
   * @throws IllegalArgumentException if it is the name of no row, or of several
   */
  public Optional<Object> named(Column column, String text) {
    if (!parents.containsKey(column)) {
      return Optional.empty();
    }
    return switch (read(column, text)) {
      case CellReading.Value(var key) -> Optional.ofNullable(key);
      case CellReading.Rejected why
          when CellParser.parse(column, text, format) instanceof CellReading.Value ->
          Optional.empty();
      case CellReading.Rejected(String message, String accepted) ->
          throw new IllegalArgumentException(
              "\"%s\" can't be taken for %s: %s; accepted is %s"
                  .formatted(text, column.label(), message, accepted));
    };
  }

  /**
   * A reader of the rows of one source, which remembers what it has looked up.
   *
   * @param addsParents whether a name that another table does not have means a row that is added
   */
  public Rows rows(boolean addsParents) {
    return new Rows(addsParents);
  }

  private CellReading of(ParentReader parent, Said said, ParentMatch match, Set<Object> held) {
    ReferringColumn refers = parent.refers();
    String key = refers.key().label();
    String table = refers.parent().name();
    return switch (match) {
      case ParentMatch.One(ParentRow row, var also) -> new CellReading.Value(row.key());
      case ParentMatch.Several(List<ParentRow> rows) ->
          new CellReading.Rejected(
              "Is the %s of several rows of %s"
                  .formatted(refers.readable().map(Column::label).orElse(key), table),
              "the %s of one of them: %s"
                  .formatted(key, named(rows.stream().map(ParentRow::keyText).toList(), " or ")));
      case ParentMatch.None none when said.key() != null && mayComeTrue(refers, said.key(), held) ->
          new CellReading.Value(said.key());
      case ParentMatch.None none ->
          new CellReading.Rejected(
              refers
                  .readable()
                  .map(readable ->
                      PendingParent.UNKNOWN
                          + "%s nor the %s of a row of %s".formatted(key, readable.label(), table))
                  .orElseGet(
                      () -> PendingParent.UNKNOWN_KEY + "%s of a row of %s".formatted(key, table)),
              accepted(parent));
    };
  }

  /**
   * Whether a key that no row of the parent has is left to the database: it was there before, or a
   * row of the same table may be about to get it.
   */
  private static boolean mayComeTrue(ReferringColumn refers, Object key, Set<Object> held) {
    return refers.isOwn() || held.contains(key);
  }

  private static String accepted(ParentReader parent) {
    List<String> some =
        parent.search("", NAMED + 1, new QueryInterrupt()).stream().map(ParentRow::shown).toList();
    String table = parent.refers().parent().name();
    return some.isEmpty()
        ? "a row of %s, which has none".formatted(table)
        : "a row of %s: %s".formatted(table, named(some, " or "));
  }

  /** Names the first few. */
  private static String named(List<String> names, String or) {
    return names.size() > NAMED
        ? String.join(", ", names.subList(0, NAMED)) + " …"
        : names.stream()
            .limit(Math.max(1, names.size() - 1L))
            .collect(Collectors.joining(", "))
            .concat(names.size() > 1 ? or + names.getLast() : "");
  }

  /** Reads the rows of a source, block by block. Confined to one thread at a time. */
  public final class Rows {

    /** Cells that are remembered; a source seldom names more rows of a parent. */
    private static final int KEPT = 100_000;

    private final Map<Column, Map<Said, Answer>> known = new ConcurrentHashMap<>();
    private final Map<ColumnSet, ColumnSet> sets = new HashMap<>();

    private final boolean addsParents;
    private final Map<Column, Optional<ParentTable>> tables = new HashMap<>();

    private Rows(boolean addsParents) {
      this.addsParents = addsParents;
    }

    /** What a cell means, and what is to be said of it although it can be taken. */
    private record Answer(CellReading reading, Optional<String> warning) {}

    /** The same rows, with keys in the place of what people wrote in columns that refer. */
    public List<RowMapping> read(List<RowMapping> rows) {
      List<RowMapping> read = rows;
      for (ParentReader parent : parents.values()) {
        read = read(read, parent);
      }
      return read;
    }

    private List<RowMapping> read(List<RowMapping> rows, ParentReader parent) {
      Column column = parent.refers().column();
      @Nullable Said[] said = new @Nullable Said[rows.size()];
      Map<Said, Answer> answers = known.computeIfAbsent(column, c -> new HashMap<>());
      if (answers.size() > KEPT) {
        answers.clear();
      }
      Set<Said> unknown = new LinkedHashSet<>();
      for (int i = 0; i < said.length; i++) {
        Said cell = said(rows.get(i), column);
        said[i] = cell;
        if (cell != null && !answers.containsKey(cell)) {
          unknown.add(cell);
        }
      }
      lookUp(List.copyOf(unknown), parent, answers);
      List<RowMapping> read = new ArrayList<>(rows.size());
      for (int i = 0; i < said.length; i++) {
        Said cell = said[i];
        Answer answer = cell == null ? null : answers.get(cell);
        read.add(
            cell == null || answer == null
                ? rows.get(i)
                : answered(rows.get(i), column, cell, answer));
      }
      return read;
    }

    /** What a row says in a column; null if it says nothing, or that the cell is to be empty. */
    private static @Nullable Said said(RowMapping row, Column column) {
      Object value = row.values().get(column);
      if (value != null) {
        return new Said(value, CellText.plain(column, value));
      }
      return row.problems().stream()
          .filter(problem -> isUnread(problem, column))
          .findFirst()
          .map(problem -> new Said(null, problem.value()))
          .orElse(null);
    }

    private static boolean isUnread(RowProblem problem, Column column) {
      return problem.concerns(column)
          && problem.severity() == Severity.ERROR
          && !CellText.isBlank(problem.value());
    }

    private void lookUp(List<Said> cells, ParentReader parent, Map<Said, Answer> answers) {
      if (cells.isEmpty()) {
        return;
      }
      List<ParentMatch> matches = match(parent, cells);
      List<Object> lost = new ArrayList<>();
      for (int i = 0; i < cells.size(); i++) {
        Object key = cells.get(i).key();
        if (key != null && matches.get(i) instanceof ParentMatch.None) {
          lost.add(key);
        }
      }
      Set<Object> held = lost.isEmpty() ? Set.of() : parent.held(schema, lost);
      for (int i = 0; i < cells.size(); i++) {
        answers.put(
            cells.get(i),
            new Answer(
                added(
                    parent.refers(), cells.get(i), of(parent, cells.get(i), matches.get(i), held)),
                warning(parent.refers(), matches.get(i))));
      }
    }

    /** What a name means that another table does not have. */
    private CellReading added(ReferringColumn refers, Said said, CellReading reading) {
      boolean isKey = said.key() != null && refers.column().type().isNumeric();
      if (!addsParents
          || isKey
          || !(reading instanceof CellReading.Rejected(String message, String accepted))
          || !PendingParent.isUnknown(message)) {
        return reading;
      }
      Optional<ParentTable> table =
          tables.computeIfAbsent(refers.column(), column -> ParentTable.of(database, refers));
      if (table.isEmpty()) {
        return reading;
      }
      if (!table.get().needsOnlyName()) {
        return new CellReading.Rejected(
            "%s, and a new row there needs more than that".formatted(message), accepted);
      }
      String name = CellText.trim(said.text());
      return CellParser.parse(table.get().named(), name, CellFormat.PLAIN)
              instanceof CellReading.Rejected why
          ? why
          : new CellReading.Value(table.get().row(Map.of(table.get().named().name(), name)));
    }

    private static Optional<String> warning(ReferringColumn refers, ParentMatch match) {
      return match instanceof ParentMatch.One(ParentRow row, Optional<ParentRow> also)
          ? also.map(other ->
              "Is taken as the %s of %s, although it is also the %s of the row %s"
                  .formatted(
                      refers.key().label(),
                      row.text().isEmpty() ? "a row" : row.text(),
                      refers.readable().map(Column::label).orElse(""),
                      other.keyText()))
          : Optional.empty();
    }

    private RowMapping answered(RowMapping row, Column column, Said said, Answer answer) {
      return switch (answer.reading()) {
        case CellReading.Value(var key)
            when key != null && key.equals(said.key()) && answer.warning().isEmpty() ->
            row;
        case CellReading.Value(var key) -> {
          List<RowProblem> problems = others(row, column);
          answer
              .warning()
              .ifPresent(why ->
                  problems.add(
                      new RowProblem(
                          row.origin(), column.name(), said.text(), why, "", Severity.WARNING)));
          yield new RowMapping(
              shared(row.values().with(column, key)), row.origin(), problems, row.spellings());
        }
        case CellReading.Rejected why -> {
          List<RowProblem> problems = others(row, column);
          problems.add(RowProblem.of(row.origin(), column, said.text(), why));
          yield new RowMapping(
              shared(row.values().without(column)), row.origin(), problems, row.spellings());
        }
      };
    }

    private static List<RowProblem> others(RowMapping row, Column column) {
      return row.problems().stream()
          .filter(problem -> !isUnread(problem, column))
          .collect(Collectors.toCollection(ArrayList::new));
    }

    /** The values with a set of columns that rows share, since equal sets are compared slowly. */
    private RowValues shared(RowValues values) {
      ColumnSet own = values.columns();
      ColumnSet one = sets.computeIfAbsent(own, same -> same);
      @Nullable Object[] cells = new @Nullable Object[values.size()];
      for (int i = 0; i < cells.length; i++) {
        cells[i] = values.valueAt(i);
      }
      return RowValues.of(one, cells);
    }
  }
}
