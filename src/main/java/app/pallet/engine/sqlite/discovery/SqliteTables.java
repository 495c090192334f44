package app.pallet.engine.sqlite.discovery;

import app.pallet.engine.FailureKind;
import app.pallet.engine.Promises;
import app.pallet.engine.Promises.Given;
import app.pallet.engine.Promises.History;
import app.pallet.engine.Promises.Outcome;
import app.pallet.engine.Promises.ReadOnly;
import app.pallet.engine.Promises.Recognition;
import app.pallet.engine.discovery.DiscoveredColumn;
import app.pallet.engine.discovery.DiscoveredColumn.Origin;
import app.pallet.engine.discovery.DiscoveredTable;
import app.pallet.engine.discovery.DiscoveredTable.Kind;
import app.pallet.engine.discovery.DiscoveredTable.Trait;
import app.pallet.engine.sqlite.SqlName;
import app.pallet.engine.sqlite.SqlTokens;
import app.pallet.engine.sqlite.SqliteFailures;
import app.pallet.engine.sqlite.discovery.TableKeys.Listed;
import app.pallet.engine.sqlite.discovery.TableRules.Typed;
import app.pallet.schema.ColumnType;
import app.pallet.schema.table.KeyColumns;
import app.pallet.schema.table.TableName;
import app.pallet.schema.table.WriteRule;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.sqlite.ProgressHandler;

/**
 * Reads what tables and views the main part of a database holds. The rows of tables are counted and
 * their cells looked at; views and virtual tables are not asked for rows, because whoever made the
 * file says what that would run. Temporary tables, and SQLite's own, are left out.
 */
public final class SqliteTables {

  /** The part of a database that is in its file. */
  private static final String MAIN = "main";

  /** Of SQLite's machine between two questions whether to go on: about a millisecond. */
  private static final int STEPS = 100_000;

  /** The columns of Pallet's ledger. */
  private static final List<String> LEDGER =
      List.of(
          "id commit_token part table_name began elapsed who mode adds edits deletes content"
              .split(" "));

  private final Connection connection;
  private final Map<String, String> definitions = new HashMap<>();
  private final Map<String, List<String>> triggers = new HashMap<>();
  private final Map<String, TableKeys> keys = new HashMap<>();

  private SqliteTables(Connection connection) {
    this.connection = connection;
  }

  /**
   * Reads what one table is, and looks at its rows alone.
   *
   * @param table its name, in which SQLite takes no regard to the case of A to Z
   * @return empty if there is none
   * @throws SQLException if the database can't be read
   */
  public static Optional<DiscoveredTable> read(Connection connection, String table)
      throws SQLException {
    return new SqliteTables(connection).read(table);
  }

  /**
   * Reads them, in the order in which SQLite lists them. Takes as long as reading all rows.
   *
   * @param connection which need not be able to write
   * @param isCancelled asked all the time from this thread; the database is left at once if so
   * @throws SQLException if the database can't be read; what is wrong with one table alone is said
   *     of that table
   */
  public static List<DiscoveredTable> read(Connection connection, BooleanSupplier isCancelled)
      throws SQLException {
    return stoppable(connection, isCancelled, () -> new SqliteTables(connection).read());
  }

  /**
   * Reads them without their rows, and then looks at the rows of one after the other: tables first,
   * because a view may have no end.
   *
   * @param isCancelled asked all the time from this thread; the database is left at once if so
   * @param listed gets all of them at once
   * @param counted gets each one again, with what its rows say
   * @throws SQLException if the database can't be read, or was left
   */
  public static void list(
      Connection connection,
      BooleanSupplier isCancelled,
      Consumer<List<DiscoveredTable>> listed,
      Consumer<DiscoveredTable> counted)
      throws SQLException {
    stoppable(
        connection,
        isCancelled,
        () -> {
          new SqliteTables(connection).list(isCancelled, listed, counted);
          return true;
        });
  }

  /** Something that is read. */
  private interface Reading<T> {
    T read() throws SQLException;
  }

  private static <T> T stoppable(
      Connection connection, BooleanSupplier isCancelled, Reading<T> reading) throws SQLException {
    ProgressHandler.setHandler(
        connection,
        STEPS,
        new ProgressHandler() {
          @Override
          protected int progress() {
            return isCancelled.getAsBoolean() ? 1 : 0;
          }
        });
    try {
      return reading.read();
    } finally {
      ProgressHandler.clearHandler(connection);
    }
  }

  /**
   * The names of tables and views, tables first, each in the order of their names; without the
   * tables in which modules keep their data.
   *
   * @throws SQLException if the database can't be read
   */
  public static List<String> names(Connection connection) throws SQLException {
    return new SqliteTables(connection)
        .entries().stream()
            .filter(entry -> entry.kind() != Kind.SHADOW)
            .sorted(Comparator.comparing(Entry::kind).thenComparing(entry -> key(entry.name())))
            .map(Entry::name)
            .toList();
  }

  /** The name as SQLite compares names: without regard to the case of A to Z. */
  static String key(String name) {
    return SqlName.folded(name);
  }

  /** A table as SQLite lists it. */
  private record Entry(String name, Kind kind, boolean withoutRowid, boolean strict) {}

  private List<DiscoveredTable> read() throws SQLException {
    readDefinitions();
    return read(entries(), true);
  }

  private List<DiscoveredTable> read(List<Entry> entries, boolean isCounted) throws SQLException {
    List<DiscoveredTable> tables = new ArrayList<>();
    for (Entry entry : entries) {
      tables.add(tolerant(entry, isCounted));
    }
    TableReferences references = new TableReferences(connection, tables, keys);
    List<DiscoveredTable> found = new ArrayList<>();
    for (DiscoveredTable table : tables) {
      found.add(references.added(table));
    }
    return found;
  }

  private void list(
      BooleanSupplier isCancelled,
      Consumer<List<DiscoveredTable>> listed,
      Consumer<DiscoveredTable> counted)
      throws SQLException {
    readDefinitions();
    List<Entry> entries = entries();
    List<DiscoveredTable> all = read(entries, false);
    listed.accept(all);
    for (int i = 0; i < all.size(); i++) {
      if (entries.get(i).kind() == Kind.TABLE) {
        DiscoveredTable seen = tolerant(entries.get(i), true);
        counted.accept(seen.with(all.get(i).references()));
      }
    }
    for (DiscoveredTable table : all) {
      if (table.kind() == Kind.VIEW || table.kind() == Kind.VIRTUAL) {
        OptionalLong rows = rowsMade(table, isCancelled);
        if (rows.isPresent()) {
          counted.accept(table.withRows(rows.getAsLong()));
        }
      }
    }
  }

  /** The rows of a view or of a module; empty if they can't be made, which is its own fault. */
  private OptionalLong rowsMade(DiscoveredTable table, BooleanSupplier isCancelled)
      throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result =
            statement.executeQuery(
                "SELECT count(*) FROM main." + SqlName.quote(table.name().name()))) {
      return OptionalLong.of(result.getLong(1));
    } catch (SQLException e) {
      if (isCancelled.getAsBoolean()) {
        throw e;
      }
      return OptionalLong.empty();
    }
  }

  private Optional<DiscoveredTable> read(String name) throws SQLException {
    readDefinitions();
    Map<String, Entry> entries = new HashMap<>();
    entries().forEach(entry -> entries.put(key(entry.name()), entry));
    Entry entry = entries.get(key(name));
    if (entry == null) {
      return Optional.empty();
    }
    DiscoveredTable table = tolerant(entry, true);
    List<DiscoveredTable> all = new ArrayList<>(List.of(table));
    for (String parent : TableReferences.parents(connection, entry.name())) {
      Entry referred = entries.get(key(parent));
      if (referred != null && !referred.equals(entry)) {
        all.add(tolerant(referred, false));
      }
    }
    return Optional.of(new TableReferences(connection, all, keys).added(table));
  }

  private void readDefinitions() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result =
            statement.executeQuery("SELECT type, name, tbl_name, sql FROM main.sqlite_schema")) {
      while (result.next()) {
        String sql = result.getString("sql");
        switch (String.valueOf(result.getString("type"))) {
          case "table" -> definitions.put(key(result.getString("name")), sql == null ? "" : sql);
          case "trigger" ->
              triggers
                  .computeIfAbsent(key(result.getString("tbl_name")), table -> new ArrayList<>())
                  .add(result.getString("name"));
          default -> {}
        }
      }
    }
  }

  private List<Entry> entries() throws SQLException {
    List<Entry> entries = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("PRAGMA main.table_list")) {
      while (result.next()) {
        String name = result.getString("name");
        if (MAIN.equals(result.getString("schema")) && !key(name).startsWith("sqlite_")) {
          entries.add(
              new Entry(
                  name,
                  Kind.valueOf(result.getString("type").toUpperCase(Locale.ROOT)),
                  result.getBoolean("wr"),
                  result.getBoolean("strict")));
        }
      }
    }
    return entries;
  }

  /** A table, or the fact that its definition can't be read, which says nothing of the others. */
  private DiscoveredTable tolerant(Entry entry, boolean counted) throws SQLException {
    try {
      return read(entry, counted);
    } catch (SQLException e) {
      if (SqliteFailures.READER.read(e).kind() != FailureKind.FATAL) {
        throw e;
      }
      ReadOnly why = entry.kind() == Kind.TABLE ? ReadOnly.UNREADABLE : reason(entry.kind());
      return unread(entry, List.of(), why);
    }
  }

  private static ReadOnly reason(Kind kind) {
    return switch (kind) {
      case VIEW -> ReadOnly.VIEW;
      case VIRTUAL -> ReadOnly.MODULE;
      case SHADOW -> ReadOnly.OF_MODULE;
      case TABLE -> ReadOnly.NO_KEY;
    };
  }

  private DiscoveredTable unread(Entry entry, List<DiscoveredColumn> columns, ReadOnly why) {
    return new DiscoveredTable(
        new TableName(MAIN, entry.name()),
        entry.kind(),
        OptionalLong.empty(),
        columns,
        Optional.empty(),
        Optional.empty(),
        0,
        List.of(),
        List.of(),
        List.of(),
        triggers.getOrDefault(key(entry.name()), List.of()),
        List.of(),
        Promises.readOnly(why));
  }

  private DiscoveredTable read(Entry entry, boolean isCounted) throws SQLException {
    List<Listed> listed = columns(entry.name());
    if (entry.kind() != Kind.TABLE) {
      List<DiscoveredColumn> columns =
          listed.stream()
              .map(column ->
                  column(
                      column,
                      DeclaredType.of(column.type(), false),
                      TableCells.Counts.NONE,
                      WriteRule.NEVER))
              .toList();
      return unread(entry, columns, reason(entry.kind()));
    }
    if (listed.isEmpty()) {
      return unread(entry, List.of(), ReadOnly.UNREADABLE);
    }
    return table(entry, listed, isCounted);
  }

  private DiscoveredTable table(Entry entry, List<Listed> listed, boolean isCounted)
      throws SQLException {
    String quoted = SqlName.quote(entry.name());
    Map<String, Typed> types = new LinkedHashMap<>();
    List<Typed> counted = new ArrayList<>();
    for (Listed column : listed) {
      Typed typed = new Typed(column.name(), DeclaredType.of(column.type(), entry.strict()));
      types.put(key(column.name()), typed);
      if (!column.isComputedWhenRead()) {
        counted.add(typed);
      }
    }
    TableKeys found = new TableKeys(connection, quoted, listed, entry.withoutRowid());
    keys.put(key(entry.name()), found);
    String sql = definitions.getOrDefault(key(entry.name()), "");
    TableRules rules = new TableRules(sql, types);
    TableCells cells =
        isCounted
            ? TableCells.counted(connection, "main." + quoted, counted)
            : TableCells.unseen(connection, "main." + quoted);
    Optional<KeyColumns> key =
        found.hasUnknownOrder() || rules.hasUnknownOrder()
            ? Optional.empty()
            : found.best(required(listed));
    long keyless = key.isPresent() ? cells.withoutOneOf(key.get().names()) : 0;
    List<String> running = triggers.getOrDefault(key(entry.name()), List.of());
    Set<Trait> traits = new TreeSet<>(rules.traits());
    if (entry.strict()) {
      traits.add(Trait.STRICT);
    }
    if (types.values().stream().anyMatch(column -> column.type().turnsTexts())) {
      traits.add(Trait.TURNS_TEXTS);
    }
    List<DiscoveredColumn> columns = new ArrayList<>();
    for (Listed column : listed) {
      Typed type = types.getOrDefault(key(column.name()), counted.getFirst());
      WriteRule write = writing(column, key);
      columns.add(column(column, type.type(), cells.of(column.name()), write));
    }
    boolean runsMore = !running.isEmpty() || traits.contains(Trait.REPLACES_ROWS);
    return new DiscoveredTable(
        new TableName(MAIN, entry.name()),
        Kind.TABLE,
        cells.rows(),
        columns,
        key,
        rowNumber(entry, found, types.keySet()),
        keyless,
        found.unique().stream().filter(other -> !key.equals(Optional.of(other))).toList(),
        List.of(),
        rules.rules(),
        running,
        List.copyOf(traits),
        key.isPresent()
            ? kept(entry, promises(found, sql, runsMore))
            : Promises.readOnly(
                found.hasUnknownOrder() || rules.hasUnknownOrder()
                    ? ReadOnly.UNKNOWN_ORDER
                    : ReadOnly.NO_KEY));
  }

  /** What SQLite calls the number of a row, unless a column is called so, too. */
  private static Optional<String> rowNumber(Entry entry, TableKeys found, Set<String> columns) {
    if (found.isRowNumber()) {
      return Optional.of(found.primary().getFirst());
    }
    return entry.withoutRowid()
        ? Optional.empty()
        : Stream.of("rowid", "_rowid_", "oid").filter(name -> !columns.contains(name)).findFirst();
  }

  private static Set<String> required(List<Listed> columns) {
    Set<String> required = new HashSet<>();
    columns.stream().filter(Listed::required).forEach(column -> required.add(column.name()));
    return required;
  }

  private static WriteRule writing(Listed column, Optional<KeyColumns> key) {
    if (column.isComputed() || key.isEmpty()) {
      return WriteRule.NEVER;
    }
    return key.get().names().contains(column.name()) ? WriteRule.ON_ADD : WriteRule.ALWAYS;
  }

  /** The promises of a table in whose database Pallet keeps a ledger. */
  private Promises kept(Entry entry, Promises promises) throws SQLException {
    if (!LEDGER.equals(columns("pallet_ledger").stream().map(Listed::name).toList())) {
      return promises;
    }
    boolean hasIds = definitions.containsKey("pallet_id_block");
    return promises.withLedger(
        promises.keys() != Given.TYPED && hasIds && givesOutIds(entry.name()));
  }

  private boolean givesOutIds(String table) throws SQLException {
    String sql =
        "SELECT count(*) FROM main.pallet_id_block WHERE table_name = " + SqlName.literal(table);
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      return result.getInt(1) > 0;
    }
  }

  private static Promises promises(TableKeys found, String sql, boolean runsMore) {
    Given given = Given.TYPED;
    Outcome outcome = Outcome.BY_VALUES;
    if (found.isRowNumber()) {
      boolean once = SqlTokens.of(sql).stream().anyMatch(token -> token.is("AUTOINCREMENT"));
      given = once ? Given.BY_DATABASE : Given.BY_DATABASE_AGAIN;
      outcome = found.unique().isEmpty() ? Outcome.ASK_ABOUT_ADDED : Outcome.BY_VALUES;
    }
    return new Promises(
        given, Recognition.BY_VALUES, History.NOT_KEPT, runsMore ? Outcome.ASK : outcome);
  }

  private static DiscoveredColumn column(
      Listed column, DeclaredType type, TableCells.Counts cells, WriteRule write) {
    Optional<ColumnType> meant = type.isOpen() ? cells.type() : type.type();
    return new DiscoveredColumn(
        column.name(),
        column.type(),
        meant,
        column.required(),
        column.defaultSql(),
        type.longest(),
        type.digits(),
        type.scale(),
        switch (column.hidden()) {
          case 0 -> Origin.GIVEN;
          case 1 -> Origin.HIDDEN;
          case 2 -> Origin.COMPUTED;
          default -> Origin.COMPUTED_AND_KEPT;
        },
        meant.isEmpty() && write == WriteRule.ALWAYS ? WriteRule.NEVER : write,
        cells.filled(),
        cells.misfits());
  }

  private List<Listed> columns(String table) throws SQLException {
    List<Listed> columns = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet result =
            statement.executeQuery("PRAGMA main.table_xinfo(" + SqlName.quote(table) + ")")) {
      while (result.next()) {
        columns.add(
            new Listed(
                result.getString("name"),
                result.getString("type"),
                result.getBoolean("notnull"),
                Optional.ofNullable(result.getString("dflt_value")),
                result.getInt("pk"),
                result.getInt("hidden")));
      }
    }
    return columns;
  }
}
