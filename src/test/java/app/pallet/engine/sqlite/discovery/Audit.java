package app.pallet.engine.sqlite.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.pallet.engine.Promises;
import app.pallet.engine.discovery.CheckRule;
import app.pallet.engine.discovery.CheckRule.Side;
import app.pallet.engine.discovery.DiscoveredColumn;
import app.pallet.engine.discovery.DiscoveredColumn.Origin;
import app.pallet.engine.discovery.DiscoveredTable;
import app.pallet.engine.sqlite.SqlName;
import app.pallet.schema.table.WriteRule;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Sets what was found of a table against what SQLite itself does with it; changes nothing. */
final class Audit {

  private final Connection connection;
  private final DiscoveredTable table;
  private final String name;

  Audit(Connection connection, DiscoveredTable table) {
    this.connection = connection;
    this.table = table;
    name = SqlName.quote(table.name().name());
  }

  void run() throws SQLException {
    connection.setAutoCommit(false);
    try {
      List<Map<String, @Nullable Object>> rows = rows();
      assertThat(table.rows()).as("rows of %s", table.name()).hasValue(rows.size());
      for (DiscoveredColumn column : table.columns()) {
        if (column.origin() != Origin.COMPUTED) {
          assertThat(column.filled())
              .as("filled cells of %s", column)
              .isEqualTo(rows.stream().filter(row -> row.get(column.name()) != null).count());
        }
      }
      if (table.promises().isEditable()) {
        int keyless = 0;
        for (Map<String, @Nullable Object> row : rows) {
          if (key().stream().anyMatch(column -> row.get(column) == null)) {
            keyless++;
          } else {
            auditRow(row);
          }
        }
        assertThat(table.keyless()).as("rows without a key in %s", name).isEqualTo(keyless);
        auditNewKey();
      }
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }

  private List<String> key() {
    return table.key().orElseThrow().names();
  }

  private List<Map<String, @Nullable Object>> rows() throws SQLException {
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("SELECT " + columns() + " FROM " + name)) {
      while (result.next()) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        for (int i = 0; i < table.columns().size(); i++) {
          row.put(table.columns().get(i).name(), result.getObject(i + 1));
        }
        rows.add(row);
      }
    }
    return rows;
  }

  private String columns() {
    return table.columns().stream()
        .map(column -> SqlName.quote(column.name()))
        .collect(Collectors.joining(", "));
  }

  /** Each cell can be written back by the row's key, and no other row changes with it. */
  private void auditRow(Map<String, @Nullable Object> row) throws SQLException {
    for (DiscoveredColumn column : table.columns()) {
      if (column.write() == WriteRule.ALWAYS) {
        List<Map<String, @Nullable Object>> before = rows();
        assertThat(update(row, column.name(), row.get(column.name())))
            .as("rows of %s written by their key", name)
            .isOne();
        assertThat(shown(rows())).isEqualTo(shown(before));
      } else if (column.origin() != Origin.GIVEN) {
        assertThatThrownBy(() -> update(row, column.name(), 1)).hasMessageContaining("generated");
      }
    }
    for (CheckRule rule : table.rules()) {
      auditRule(row, rule);
    }
  }

  private void auditRule(Map<String, @Nullable Object> row, CheckRule rule) throws SQLException {
    switch (rule) {
      case CheckRule.OneOf(var column, var choices) -> {
        for (String choice : choices) {
          assertTaken(row, column, choice);
        }
        assertRefused(row, column, "none of them");
      }
      case CheckRule.Bound(var column, var side, var included, var value) -> {
        BigDecimal outwards = side == Side.LOWER ? BigDecimal.ONE.negate() : BigDecimal.ONE;
        assertRefused(row, column, value.add(outwards).doubleValue());
        if (!included) {
          assertRefused(row, column, value.doubleValue());
        }
      }
      case CheckRule.Longest(var column, var characters) -> {
        assertTaken(row, column, "\uD83D\uDE00".repeat(characters));
        assertRefused(row, column, "x".repeat(characters + 1));
      }
      case CheckRule.Other(var sql) -> assertThat(sql).isNotBlank();
    }
  }

  private void assertTaken(Map<String, @Nullable Object> row, String column, Object value)
      throws SQLException {
    var before = connection.setSavepoint();
    assertThat(update(row, column, value)).isOne();
    connection.rollback(before);
  }

  private void assertRefused(Map<String, @Nullable Object> row, String column, Object value) {
    assertThatThrownBy(() -> update(row, column, value))
        .as("%s in %s of %s", value, column, name)
        .hasMessageContaining("CHECK");
  }

  /** A row that is added without a key has one afterwards, where the database gives it. */
  private void auditNewKey() throws SQLException {
    boolean given = table.promises().keys() != Promises.Given.TYPED;
    if (!given || table.columns().stream().anyMatch(Audit::mustBeGiven)) {
      return;
    }
    try (Statement statement = connection.createStatement()) {
      assertThat(statement.executeUpdate("INSERT INTO " + name + " DEFAULT VALUES")).isOne();
    }
    assertThat(rows()).allSatisfy(row -> assertThat(row.get(key().getFirst())).isNotNull());
  }

  private static boolean mustBeGiven(DiscoveredColumn column) {
    return column.required() && column.defaultSql().isEmpty() && column.write() == WriteRule.ALWAYS;
  }

  private int update(Map<String, @Nullable Object> row, String column, @Nullable Object value)
      throws SQLException {
    String where =
        key().stream()
            .map(part -> SqlName.quote(part) + " = ? COLLATE BINARY")
            .collect(Collectors.joining(" AND "));
    String sql = "UPDATE " + name + " SET " + SqlName.quote(column) + " = ? WHERE " + where;
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setObject(1, value);
      int at = 2;
      for (String part : key()) {
        statement.setObject(at++, row.get(part));
      }
      return statement.executeUpdate();
    }
  }

  /** Bytes are equal by their content here. */
  private static List<String> shown(List<Map<String, @Nullable Object>> rows) {
    return rows.stream()
        .map(row ->
            row.values().stream()
                .map(value ->
                    value instanceof byte[] bytes
                        ? java.util.Arrays.toString(bytes)
                        : value + " " + (value == null ? "" : value.getClass()))
                .toList()
                .toString())
        .sorted()
        .toList();
  }
}
