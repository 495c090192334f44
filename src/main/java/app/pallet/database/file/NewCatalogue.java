package app.pallet.database.file;

import app.pallet.engine.FailureKind;
import app.pallet.engine.sqlite.SqlName;
import app.pallet.engine.sqlite.SqliteFailures;
import app.pallet.schema.TableSchema;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A catalogue that is about to be made where there was none, and is taken away again if nothing
 * comes into it. Blocking; any thread.
 *
 * @param file where it will be
 * @param wasThere whether there was an empty file
 */
public record NewCatalogue(Path file, boolean wasThere) {

  private static final Logger LOG = LoggerFactory.getLogger(NewCatalogue.class);

  /** What is to be made at a path; empty if something is there already, a catalogue or not. */
  public static Optional<NewCatalogue> at(Path file) {
    boolean there = Files.exists(file);
    return there && file.toFile().length() > 0
        ? Optional.empty()
        : Optional.of(new NewCatalogue(file, there));
  }

  /**
   * Lets the place be as it was before, unless there are products in the catalogue, or another
   * program has it open. To be called when this process has closed it.
   */
  public void takeAway() {
    try {
      if (!Files.exists(file) || Files.size(file) == 0) {
        removeEmpty();
      } else if (isUnused()) {
        Files.deleteIfExists(file.resolveSibling(file.getFileName() + "-journal"));
        empty();
        removeEmpty();
      }
    } catch (SQLException | IOException e) {
      LOG.warn("A catalogue into which nothing came stays at {}", file, e);
    }
  }

  /** Whether it has no products, and this is the only program that has it open. */
  private boolean isUnused() throws SQLException {
    try (Connection connection =
            SqliteSource.maintaining(file, ConnectionSettings.DEFAULT).getConnection();
        Statement statement = connection.createStatement()) {
      // SQLite gives up the log only if nobody else uses it.
      try (ResultSet mode = statement.executeQuery("PRAGMA main.journal_mode = DELETE")) {
        if (!mode.next() || !mode.getString(1).equals("delete")) {
          return false;
        }
      }
      return !ColumnTable.isThere(connection) || hasNoProducts(connection);
    } catch (SQLException e) {
      if (SqliteFailures.READER.read(e).kind() == FailureKind.RETRY) {
        return false;
      }
      throw e;
    }
  }

  private static boolean hasNoProducts(Connection connection) throws SQLException {
    TableSchema schema = ColumnTable.read(connection).orElseThrow();
    String sql = "SELECT count(*) FROM " + SqlName.quote(schema.table());
    return CatalogueFile.number(connection, sql) == 0;
  }

  private void empty() throws IOException {
    FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING).close();
  }

  private void removeEmpty() throws IOException {
    if (!wasThere) {
      Files.deleteIfExists(file);
    }
  }
}
