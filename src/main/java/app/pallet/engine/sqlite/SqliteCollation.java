package app.pallet.engine.sqlite;

import app.pallet.engine.Collation;
import app.pallet.schema.Column;
import app.pallet.schema.TableSchema;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The ways in which every SQLite compares texts. */
enum SqliteCollation implements Collation {
  /** Letter by letter. */
  BINARY,
  /** Without regard to the case of A to Z. */
  NOCASE,
  /** Without regard to spaces at the end. */
  RTRIM;

  /** Those by which the unique keys over one column alone compare it. */
  static List<Collation> of(Connection connection, TableSchema schema, Column column)
      throws SQLException {
    List<Collation> found = new ArrayList<>();
    if (column.type().isText()) {
      String sql =
          """
          SELECT DISTINCT upper(x.coll)
          FROM pragma_index_list(?) AS i, pragma_index_xinfo(i.name) AS x
          WHERE i."unique" AND NOT i.partial AND x.key AND x.name = ?
            AND (SELECT count(*) FROM pragma_index_xinfo(i.name) WHERE key) = 1
          """;
      try (PreparedStatement statement = connection.prepareStatement(sql)) {
        statement.setString(1, schema.table());
        statement.setString(2, column.name());
        try (ResultSet result = statement.executeQuery()) {
          while (result.next()) {
            found.add(valueOf(result.getString(1)));
          }
        }
      }
    }
    return found.isEmpty() ? List.of(BINARY) : found;
  }

  @Override
  public Object form(Object value) {
    if (!(value instanceof String text)) {
      return value;
    }
    return switch (this) {
      case BINARY -> text;
      case NOCASE -> SqlName.folded(text);
      case RTRIM -> withoutSpaces(text);
    };
  }

  private static String withoutSpaces(String text) {
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == ' ') {
      end--;
    }
    return text.substring(0, end);
  }
}
