package app.pallet.benchmark;

import app.pallet.engine.sqlite.SqlName;
import app.pallet.schema.Column;
import app.pallet.schema.TableSchema;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.sqlite.SQLiteConfig;

/**
 * SQLite's full-text index for parts of words, in a scratch copy of a catalogue, as the yardstick
 * of a search: what it finds is compared with the table once more, since it knows no order of the
 * three-letter pieces.
 */
final class TrigramIndex implements AutoCloseable {

  private static final int PIECE = 3;

  private final Connection connection;
  private final TableSchema schema;
  private final List<String> columns;

  TrigramIndex(Path file, TableSchema schema) throws SQLException {
    this.connection = new SQLiteConfig().createConnection("jdbc:sqlite:" + file);
    this.schema = schema;
    this.columns =
        schema.columns().stream()
            .filter(column -> column.type().isText())
            .map(Column::name)
            .map(SqlName::quote)
            .toList();
  }

  /** Makes it of all rows there are. */
  void make() throws SQLException {
    execute(
        "CREATE VIRTUAL TABLE trigrams USING fts5(%s, content=%s, content_rowid=%s, tokenize='trigram', detail=none)"
            .formatted(String.join(", ", columns), table(), id()));
    execute("INSERT INTO trigrams (trigrams) VALUES ('rebuild')");
    execute("PRAGMA wal_checkpoint(TRUNCATE)"); // so that the file's size tells
  }

  /** Has SQLite keep it up to date when rows are added. */
  void keepUp() throws SQLException {
    execute(
        "CREATE TRIGGER trigrams_added AFTER INSERT ON %s BEGIN INSERT INTO trigrams (rowid, %s) VALUES (new.%s, %s); END"
            .formatted(
                table(),
                String.join(", ", columns),
                id(),
                columns.stream().map(name -> "new." + name).collect(Collectors.joining(", "))));
  }

  /** Counts the rows that have a text; nothing is known of a text shorter than three letters. */
  Optional<Integer> count(String text) throws SQLException {
    if (text.length() < PIECE) {
      return Optional.empty();
    }
    String sql =
        "SELECT %s FROM %s WHERE %s IN (SELECT rowid FROM trigrams WHERE trigrams MATCH ?1) AND (%s) ORDER BY 1"
            .formatted(
                id(),
                table(),
                id(),
                columns.stream()
                    .map(name -> name + " LIKE ?2")
                    .collect(Collectors.joining(" OR ")));
    List<Long> ids = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, pieces(text));
      statement.setString(2, "%" + text + "%");
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          ids.add(result.getLong(1));
        }
      }
    }
    return Optional.of(ids.size());
  }

  private static String pieces(String text) {
    return IntStream.rangeClosed(0, text.length() - PIECE)
        .mapToObj(i -> "\"" + text.substring(i, i + PIECE).replace("\"", "\"\"") + "\"")
        .distinct()
        .collect(Collectors.joining(" AND "));
  }

  private String table() {
    return SqlName.quote(schema.table());
  }

  private String id() {
    return SqlName.quote(schema.id().name());
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
