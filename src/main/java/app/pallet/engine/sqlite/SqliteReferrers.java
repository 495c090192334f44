package app.pallet.engine.sqlite;

import app.pallet.schema.table.Reference;
import app.pallet.schema.table.Reference.Action;
import app.pallet.schema.table.Reference.Target;
import app.pallet.schema.table.Referrer;
import app.pallet.schema.table.TableName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which tables of a SQLite database refer to one of them. */
public final class SqliteReferrers {

  private static final String MAIN = "main";

  /** Names are compared as SQLite does: without regard to the case of A to Z. */
  private static final String SQL =
      """
      SELECT t.name, f.id, f."from", f.on_delete, f.on_update,
        coalesce(f."to", (SELECT k.name FROM pragma_table_info(?1, 'main') AS k
          WHERE k.pk = f.seq + 1))
      FROM pragma_table_list AS t, pragma_foreign_key_list(t.name, 'main') AS f
      WHERE t.schema = 'main' AND t.type = 'table' AND f."table" = ?1 COLLATE NOCASE
      ORDER BY t.name, f.id DESC, f.seq
      """;

  private SqliteReferrers() {}

  /** A foreign key of a table; SQLite gives a line for each of its columns. */
  private record Key(String table, int id, Action onDelete, Action onUpdate) {}

  /** What belongs together in a foreign key: its columns and the parent's. */
  private record Columns(List<String> from, List<String> to) {}

  static List<Referrer> of(Connection connection, String parent) throws SQLException {
    Map<Key, Columns> found = new LinkedHashMap<>();
    try (PreparedStatement statement = connection.prepareStatement(SQL)) {
      statement.setString(1, parent);
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          Key key =
              new Key(
                  result.getString(1),
                  result.getInt(2),
                  action(result.getString(4)),
                  action(result.getString(5)));
          Columns columns =
              found.computeIfAbsent(key, k -> new Columns(new ArrayList<>(), new ArrayList<>()));
          columns.from.add(result.getString(3));
          String to = result.getString(6);
          if (to != null) {
            columns.to.add(to);
          }
        }
      }
    }
    List<Referrer> referrers = new ArrayList<>();
    found.forEach((key, columns) ->
        referrers.add(
            new Referrer(
                new TableName(MAIN, key.table),
                new Reference(
                    columns.from,
                    new TableName(MAIN, parent),
                    columns.to,
                    key.onDelete,
                    key.onUpdate,
                    columns.to.size() == columns.from.size() ? Target.FOUND : Target.NOT_UNIQUE,
                    Optional.empty()))));
    return referrers;
  }

  /** What SQLite's word for the fate of rows that refer means. */
  public static Action action(String words) {
    return switch (String.valueOf(words)) {
      case "RESTRICT" -> Action.RESTRICT;
      case "CASCADE" -> Action.CASCADE;
      case "SET NULL" -> Action.SET_NULL;
      case "SET DEFAULT" -> Action.SET_DEFAULT;
      default -> Action.NO_ACTION;
    };
  }
}
