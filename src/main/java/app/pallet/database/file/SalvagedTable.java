package app.pallet.database.file;

import app.pallet.engine.FailureKind;
import app.pallet.engine.sqlite.SqlName;
import app.pallet.engine.sqlite.SqliteCodec;
import app.pallet.engine.sqlite.SqliteFailures;
import app.pallet.schema.Column;
import app.pallet.schema.ColumnRole;
import app.pallet.schema.ColumnType;
import app.pallet.schema.ProductSchema;
import app.pallet.schema.TableSchema;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The product table of a damaged catalogue. What describes it is stored three times: in Pallet's
 * own table of columns, in SQLite's table of tables, and for most columns in this program. What is
 * damaged in one is taken from another.
 *
 * @param schema how it will be described in the new catalogue
 * @param name how it is called in the damaged one
 * @param positions where each column of the schema stands in the damaged table, from 1
 */
record SalvagedTable(TableSchema schema, String name, List<Integer> positions) {

  /**
   * The table most catalogues have, whose columns are known also where their description is lost.
   */
  private static final TableSchema USUAL = ProductSchema.create();

  private static final char UNREADABLE = '\uFFFD';

  /** A column as SQLite knows it. */
  private record Stored(String name, boolean isWholeNumber, boolean isKey) {}

  /**
   * Finds out what the table is.
   *
   * @throws SQLException if not even SQLite's own description of it can be read
   */
  static SalvagedTable of(Path file, Connection source) throws SQLException {
    String table = name(source);
    SchemaGuard.checkTable(file, source, table);
    List<Stored> stored = stored(source, table);
    List<Column> columns = new ArrayList<>();
    List<Integer> positions = new ArrayList<>();
    Set<String> names = new HashSet<>();
    String match = "";
    for (int position = 0; position < stored.size(); position++) {
      Optional<ColumnTable.Described> described = described(source, position);
      Column column = column(stored.get(position), described.map(ColumnTable.Described::column));
      if (names.add(column.name())) {
        columns.add(column);
        positions.add(position + 1);
        match =
            described.filter(ColumnTable.Described::isMatch).isPresent() ? column.name() : match;
      }
    }
    if (match.isEmpty()) {
      match = likelyMatch(columns);
    }
    try {
      return new SalvagedTable(new TableSchema(table, columns, match), table, positions);
    } catch (IllegalArgumentException e) {
      throw new SQLException(e.getMessage(), e);
    }
  }

  private static String name(Connection source) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (Statement statement = source.createStatement();
        ResultSet result = statement.executeQuery("PRAGMA main.table_list")) {
      while (result.next()) {
        String name = result.getString("name");
        if (result.getString("type").equals("table")
            && !name.toLowerCase(Locale.ROOT).matches("(?s)(sqlite|pallet)_.*")) {
          tables.add(name);
        }
      }
    }
    return tables.stream()
        .filter(USUAL.table()::equals)
        .findFirst()
        .or(() -> tables.stream().findFirst())
        .orElseThrow(() -> new SQLException("it has no product table any more"));
  }

  private static List<Stored> stored(Connection source, String table) throws SQLException {
    List<Stored> stored = new ArrayList<>();
    try (Statement statement = source.createStatement();
        ResultSet result =
            statement.executeQuery("PRAGMA main.table_info(%s)".formatted(SqlName.quote(table)))) {
      while (result.next()) {
        stored.add(
            new Stored(
                result.getString("name"),
                result.getString("type").equalsIgnoreCase("INTEGER"),
                result.getInt("pk") > 0));
      }
    }
    return stored;
  }

  /** What Pallet's own table says of a column; empty where that can't be read or makes no sense. */
  private static Optional<ColumnTable.Described> described(Connection source, int position)
      throws SQLException {
    try {
      return ColumnTable.read(source, position);
    } catch (SQLException e) {
      FailureKind kind = SqliteFailures.READER.read(e).kind();
      if (kind == FailureKind.RETRY || kind == FailureKind.CONNECTION) {
        throw e;
      }
      return Optional.empty();
    }
  }

  private static Column column(Stored stored, Optional<Column> described) {
    String name =
        described
            .map(Column::name)
            .filter(said -> !isReadable(stored.name()) || USUAL.column(said).isPresent())
            .filter(SalvagedTable::isReadable)
            .orElse(stored.name());
    Column column =
        described
            .filter(said -> fits(said, stored))
            .or(() -> USUAL.column(name).filter(said -> fits(said, stored)))
            .orElseGet(() -> bare(name, stored));
    String label = isReadable(column.label()) ? column.label() : bare(name, stored).label();
    return new Column(
        name,
        label,
        column.aliases(),
        column.type(),
        column.role(),
        column.rules(),
        column.defaultValue());
  }

  private static boolean fits(Column said, Stored stored) {
    return new SqliteCodec(said).isInteger() == stored.isWholeNumber()
        && (said.role() == ColumnRole.ID) == stored.isKey();
  }

  private static Column bare(String name, Stored stored) {
    Column column =
        Column.builder(name, stored.isWholeNumber() ? ColumnType.WHOLE_NUMBER : ColumnType.TEXT)
            .build();
    return stored.isKey()
        ? new Column(
            name, column.label(), List.of(), column.type(), ColumnRole.ID, column.rules(), null)
        : column;
  }

  private static String likelyMatch(List<Column> columns) {
    return columns.stream()
        .filter(column -> column.name().equals(USUAL.matchColumn()))
        .findFirst()
        .or(() -> columns.stream().filter(column -> column.rules().unique()).findFirst())
        .or(() -> columns.stream().filter(column -> !column.isReadOnly()).findFirst())
        .map(Column::name)
        .orElse("");
  }

  private static boolean isReadable(String text) {
    return text.chars().noneMatch(c -> c == UNREADABLE || Character.isISOControl(c));
  }
}
