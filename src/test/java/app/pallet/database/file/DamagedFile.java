package app.pallet.database.file;

import app.pallet.database.CatalogueDatabase;
import app.pallet.schema.ProductSchema;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Makes catalogues and writes rubbish over chosen pages of their files. */
public final class DamagedFile {

  private static final int PAGE = 4096;

  private DamagedFile() {}

  /** A catalogue of products 1 to n, closed. */
  public static Path catalogue(Path file, int products) throws SQLException {
    CatalogueDatabase.create(file, ProductSchema.create(), ConnectionSettings.DEFAULT).close();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        PreparedStatement insert =
            connection.prepareStatement(
                "INSERT INTO product (id, sku, name, price, version) VALUES (?, ?, ?, ?, 0)");
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      for (int i = 1; i <= products; i++) {
        insert.setInt(1, i);
        insert.setString(2, "A-" + i);
        insert.setString(3, "Product " + "x".repeat(40) + i);
        insert.setLong(4, i * 10_000L);
        insert.addBatch();
      }
      insert.executeBatch();
      statement.execute("UPDATE pallet_id_block SET next_id = " + (products + 1));
      connection.commit();
      connection.setAutoCommit(true);
      statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
    }
    return file;
  }

  /** The pages of a table or index that hold its rows, in their order. */
  public static List<Integer> leaves(Path file, String table) throws SQLException {
    List<Integer> pages = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        PreparedStatement select =
            connection.prepareStatement(
                "SELECT pageno FROM dbstat WHERE name = ? AND pagetype = 'leaf' ORDER BY path")) {
      select.setString(1, table);
      try (ResultSet result = select.executeQuery()) {
        while (result.next()) {
          pages.add(result.getInt(1));
        }
      }
    }
    return pages;
  }

  /** Writes random bytes over pages, the same ones every time. */
  public static void damage(Path file, List<Integer> pages) throws IOException {
    Random random = new Random(7);
    byte[] rubbish = new byte[PAGE];
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
      for (int page : pages) {
        random.nextBytes(rubbish);
        bytes.seek((page - 1L) * PAGE);
        bytes.write(rubbish);
      }
    }
  }
}
