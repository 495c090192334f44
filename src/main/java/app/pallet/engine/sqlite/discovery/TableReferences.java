package app.pallet.engine.sqlite.discovery;

import app.pallet.engine.discovery.DiscoveredColumn;
import app.pallet.engine.discovery.DiscoveredTable;
import app.pallet.engine.discovery.DiscoveredTable.Kind;
import app.pallet.engine.sqlite.SqlName;
import app.pallet.engine.sqlite.SqliteReferrers;
import app.pallet.schema.ColumnType;
import app.pallet.schema.table.Reference;
import app.pallet.schema.table.Reference.Target;
import app.pallet.schema.table.TableName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The foreign keys of all tables, once the tables are known that they may lead to. */
final class TableReferences {

  /** How columns are called by which people tell rows apart, the surest first. */
  private static final List<String> READABLE =
      List.of("name", "title", "label", "bezeichnung", "nom", "description");

  private final Connection connection;
  private final Map<String, TableKeys> keys;
  private final Map<String, DiscoveredTable> byName = new HashMap<>();

  /**
   * To be found among these tables.
   *
   * @param keys of the tables, by their names as {@link SqliteTables#key} has them
   */
  TableReferences(
      Connection connection, List<DiscoveredTable> tables, Map<String, TableKeys> keys) {
    this.connection = connection;
    this.keys = keys;
    tables.forEach(table -> byName.put(SqliteTables.key(table.name().name()), table));
  }

  /** The same table with its references. */
  DiscoveredTable added(DiscoveredTable table) throws SQLException {
    boolean mayRefer = table.kind() == Kind.TABLE && !table.columns().isEmpty();
    return mayRefer ? table.with(references(table)) : table;
  }

  /** The tables that a table refers to, as its foreign keys spell them. */
  static Set<String> parents(Connection connection, String table) throws SQLException {
    Set<String> parents = new TreeSet<>();
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(list(table))) {
      while (result.next()) {
        parents.add(result.getString("table"));
      }
    }
    return parents;
  }

  private static String list(String table) {
    return "PRAGMA main.foreign_key_list(" + SqlName.quote(table) + ")";
  }

  /** What SQLite lists of one foreign key, a line for each column. */
  private static final class Lines {
    private final String parent;
    private final String onDelete;
    private final String onUpdate;
    private final List<String> columns = new ArrayList<>();
    private final List<String> parentColumns = new ArrayList<>();

    Lines(String parent, String onDelete, String onUpdate) {
      this.parent = parent;
      this.onDelete = onDelete;
      this.onUpdate = onUpdate;
    }
  }

  private List<Reference> references(DiscoveredTable table) throws SQLException {
    Map<Integer, Lines> found =
        new TreeMap<>(Comparator.reverseOrder()); // SQLite lists the last first
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(list(table.name().name()))) {
      while (result.next()) {
        String parent = result.getString("table");
        String onDelete = result.getString("on_delete");
        String onUpdate = result.getString("on_update");
        Lines lines =
            found.computeIfAbsent(result.getInt("id"), id -> new Lines(parent, onDelete, onUpdate));
        lines.columns.add(spelt(table, result.getString("from")));
        String to = result.getString("to");
        if (to != null) {
          lines.parentColumns.add(to);
        }
      }
    }
    return found.values().stream().map(this::reference).toList();
  }

  private Reference reference(Lines lines) {
    Optional<DiscoveredTable> parent =
        Optional.ofNullable(byName.get(SqliteTables.key(lines.parent)));
    Optional<TableKeys> parentKeys = Optional.ofNullable(keys.get(SqliteTables.key(lines.parent)));
    List<String> to =
        lines.parentColumns.isEmpty()
            ? parentKeys.map(TableKeys::primary).orElse(List.of())
            : lines.parentColumns.stream()
                .map(column -> parent.map(table -> spelt(table, column)).orElse(column))
                .toList();
    boolean isFound =
        to.size() == lines.columns.size()
            && parentKeys.filter(found -> found.isKey(new HashSet<>(to))).isPresent();
    Target missing = parent.isEmpty() ? Target.MISSING_TABLE : Target.NOT_UNIQUE;
    return new Reference(
        lines.columns,
        parent.map(DiscoveredTable::name).orElse(new TableName("main", lines.parent)),
        to,
        SqliteReferrers.action(lines.onDelete),
        SqliteReferrers.action(lines.onUpdate),
        isFound ? Target.FOUND : missing,
        parent.flatMap(table -> readable(table, to)));
  }

  /** The column's name as the table spells it. */
  private static String spelt(DiscoveredTable table, String column) {
    return table.columns().stream()
        .map(DiscoveredColumn::name)
        .filter(name -> SqliteTables.key(name).equals(SqliteTables.key(column)))
        .findFirst()
        .orElse(column);
  }

  /** A column of texts that is not the key: one that is called so, else the first. */
  private static Optional<String> readable(DiscoveredTable parent, List<String> key) {
    List<String> texts =
        parent.columns().stream()
            .filter(column -> column.type().equals(Optional.of(ColumnType.TEXT)))
            .map(DiscoveredColumn::name)
            .filter(name -> !key.contains(name))
            .toList();
    return READABLE.stream()
        .flatMap(
            word -> texts.stream().filter(name -> SqliteTables.key(name).endsWith(word)).limit(1))
        .findFirst()
        .or(() -> texts.stream().findFirst());
  }
}
