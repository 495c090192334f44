package app.pallet.commit.ledger;

import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import app.pallet.commit.CommitIdentity;
import app.pallet.commit.CommitMode;
import app.pallet.database.CatalogueDatabase;
import app.pallet.engine.Promises;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * Writes what a commit does into {@code pallet_ledger}, a row for each transaction and in that
 * transaction: it is there exactly if the transaction's rows are. The token and the part tell later
 * whether a transaction took place, and keep it from taking place twice. Belongs to one commit.
 */
public final class Ledger {

  /** With fewer rows a second thread is not worth the effort. */
  private static final int ROWS_WORTH_A_THREAD = 200;

  private static final String INSERT =
      "INSERT INTO pallet_ledger (commit_token, part, table_name, began, elapsed, who, mode, adds,"
          + " edits, deletes, content) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

  private final CatalogueDatabase database;
  private final CommitIdentity commit;
  private final CommitMode mode;
  private final long beganNanos = System.nanoTime();

  /** The ledger of a commit; it writes nothing for a table of which no history is kept. */
  public Ledger(CatalogueDatabase database, CommitIdentity commit, CommitMode mode) {
    this.database = database;
    this.commit = commit;
    this.mode = mode;
  }

  /**
   * Begins the entry of a transaction while its rows are being written. If they are many, another
   * thread works out what the entry will hold.
   *
   * @param part which transaction of the commit
   * @param ids the key of each added row
   */
  public Entry begin(int part, List<RowChange> rows, Map<RowKey.New, RowKey.Stored> ids) {
    return new Entry(part, rows, ids);
  }

  /**
   * Whether a transaction has taken place; asked on a connection of its own.
   *
   * @throws PersistenceException if the database can't say
   */
  public boolean contains(int part) {
    return number("SELECT count(*) FROM pallet_ledger WHERE commit_token = ? AND part = " + part)
        > 0;
  }

  /**
   * The commit's latest transaction so far, 0 before the first: a long import is one commit of many
   * tasks.
   *
   * @throws PersistenceException if the database can't say
   */
  public int lastPart() {
    return isKept()
        ? number("SELECT coalesce(max(part), 0) FROM pallet_ledger WHERE commit_token = ?")
        : 0;
  }

  /** Whether the table has a ledger. */
  public boolean isKept() {
    return database.promises().history() == Promises.History.LEDGER;
  }

  private int number(String sql) {
    try (Connection connection = database.readers().getConnection();
        PreparedStatement query = connection.prepareStatement(sql)) {
      query.setString(1, commit.token());
      try (ResultSet result = query.executeQuery()) {
        return result.getInt(1);
      }
    } catch (SQLException e) {
      throw new PersistenceException(database.dialect().failures().read(e).message(), e);
    }
  }

  /** The ledger's entry of one transaction. */
  public final class Entry {

    private final int part;
    private final List<RowChange> rows;
    private final Map<RowKey.New, RowKey.Stored> ids;
    private final CompletableFuture<byte[]> content;

    private Entry(int part, List<RowChange> rows, Map<RowKey.New, RowKey.Stored> ids) {
      this.part = part;
      this.rows = rows;
      this.ids = ids;
      this.content =
          rows.size() < ROWS_WORTH_A_THREAD || !isKept()
              ? CompletableFuture.completedFuture(
                  isKept() ? LedgerContent.encode(rows, ids) : new byte[0])
              : CompletableFuture.supplyAsync(() -> LedgerContent.encode(rows, ids));
    }

    /** Writes it in the open transaction, for all rows as they were given. */
    public void write(Connection connection) throws SQLException {
      write(connection, rows, content.join());
    }

    /**
     * Writes it in the open transaction, for other rows than were given; nothing if there are none.
     *
     * @param written the rows that were written, as they were written
     */
    public void write(Connection connection, List<RowChange> written) throws SQLException {
      if (isKept()) {
        write(connection, written, LedgerContent.encode(written, ids));
      }
    }

    private void write(Connection connection, List<RowChange> written, byte[] encoded)
        throws SQLException {
      if (written.isEmpty() || !isKept()) {
        return;
      }
      try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
        int index = 1;
        insert.setString(index++, commit.token());
        insert.setInt(index++, part);
        insert.setString(index++, database.schema().table());
        insert.setLong(index++, commit.began().toEpochMilli());
        insert.setLong(index++, (System.nanoTime() - beganNanos) / 1_000_000);
        insert.setString(index++, commit.who());
        insert.setString(index++, mode.name());
        for (Class<? extends RowChange> kind : KINDS) {
          insert.setLong(index++, written.stream().filter(kind::isInstance).count());
        }
        insert.setBytes(index, encoded);
        insert.executeUpdate();
      }
    }
  }

  private static final List<Class<? extends RowChange>> KINDS =
      List.of(RowChange.Add.class, RowChange.Edit.class, RowChange.Delete.class);
}
