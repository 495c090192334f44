package app.pallet.commit.ledger;

import app.pallet.change.RowChange;
import app.pallet.commit.CommitIdentity;
import app.pallet.commit.CommitMode;
import app.pallet.database.CatalogueDatabase;
import app.pallet.database.file.CatalogueException;
import app.pallet.engine.Promises;
import app.pallet.schema.ColumnRole;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was committed to a catalogue, as its ledger tells. Blocking, so not for the owner thread of
 * a window; any other may call it. Failures of the database come as {@link CatalogueException}.
 */
public final class CommitHistory {

  private static final Logger LOG = LoggerFactory.getLogger(CommitHistory.class);

  private static final String COMMITS =
      "SELECT commit_token, min(began), max(elapsed), min(who), min(mode), count(*), sum(adds),"
          + " sum(edits), sum(deletes), sum(length(content)) FROM pallet_ledger"
          + " WHERE table_name = ? GROUP BY commit_token ORDER BY max(id) DESC";

  private final CatalogueDatabase database;

  /** The history of an open catalogue. */
  public CommitHistory(CatalogueDatabase database) {
    this.database = database;
  }

  /** Whether it keeps anything. */
  private boolean isKept() {
    return database.promises().history() == Promises.History.LEDGER;
  }

  /**
   * A new commit of this user, which can be known again: by the ledger, or else by the rows that it
   * has written.
   */
  public CommitIdentity newCommit() {
    CommitIdentity identity = CommitIdentity.ofThisUser(InstantSource.system());
    if (isKept() || database.schema().of(ColumnRole.ID).isEmpty()) {
      return identity;
    }
    String sql =
        "SELECT coalesce(max(%s), 0) FROM %s"
            .formatted(
                database.dialect().quote(database.schema().id().name()),
                database.dialect().quote(database.schema().table()));
    return reading(connection -> {
      try (PreparedStatement query = connection.prepareStatement(sql);
          ResultSet highest = query.executeQuery()) {
        return identity.above(highest.getLong(1));
      }
    });
  }

  /**
   * The rows that a commit has written, of those that it may have written: as the ledger tells, or
   * as the rows do, where none is kept.
   *
   * @param token of the commit
   * @param asked changes that may have been committed, or be what became of such changes since
   */
  public OutcomeByValues.Written written(String token, List<RowChange> asked) {
    if (isKept()) {
      List<CommittedChange> written = new ArrayList<>();
      forEach(token, written::add);
      return new OutcomeByValues.Written(written, new ArrayList<>());
    }
    return reading(
        connection -> new OutcomeByValues(database).written(asked, CommitIdentity.above(token)));
  }

  /** All commits, the latest first. */
  public List<PastCommit> commits() {
    return reading(connection -> {
      List<PastCommit> commits = new ArrayList<>();
      if (!isKept() || !isKept(connection)) {
        return commits;
      }
      try (PreparedStatement query = connection.prepareStatement(COMMITS)) {
        query.setString(1, database.schema().table());
        try (ResultSet result = query.executeQuery()) {
          while (result.next()) {
            commits.add(commit(result));
          }
        }
      }
      return commits;
    });
  }

  /** Not in a catalogue that an older Pallet made, where it is only read. */
  private static boolean isKept(Connection connection) throws SQLException {
    try (ResultSet tables = connection.getMetaData().getTables(null, null, "pallet_ledger", null)) {
      return tables.next();
    }
  }

  private static PastCommit commit(ResultSet result) throws SQLException {
    int index = 1;
    return new PastCommit(
        result.getString(index++),
        Instant.ofEpochMilli(result.getLong(index++)),
        Duration.ofMillis(result.getLong(index++)),
        result.getString(index++),
        CommitMode.valueOf(result.getString(index++)),
        result.getInt(index++),
        result.getLong(index++),
        result.getLong(index++),
        result.getLong(index++),
        result.getLong(index));
  }

  /**
   * Hands over the rows of a commit in the order in which they were written, as many as were
   * committed: none for a token nobody knows.
   *
   * @param consumer whatever it throws ends the reading and comes out of this method
   * @throws app.pallet.change.DamagedChangesException if the ledger's row can't be read
   */
  public void forEach(String token, Consumer<CommittedChange> consumer) {
    if (!isKept()) {
      return;
    }
    reading(connection -> {
      try (PreparedStatement query =
          connection.prepareStatement(
              "SELECT content FROM pallet_ledger WHERE commit_token = ? ORDER BY part")) {
        query.setString(1, token);
        try (ResultSet result = query.executeQuery()) {
          while (result.next()) {
            LedgerContent.decode(result.getBytes(1), database.schema(), consumer);
          }
        }
      }
      return token;
    });
  }

  /**
   * Forgets commits beyond the limits. What they changed stays as it is, but can't be looked up or
   * undone any more.
   *
   * @param now from where age is counted
   * @return how many were forgotten
   */
  public int prune(HistoryLimits limits, Instant now) {
    List<String> beyond = new ArrayList<>();
    long bytes = 0;
    for (PastCommit commit : commits()) {
      boolean isLatest = bytes == 0;
      bytes += commit.bytes();
      boolean isOld = commit.began().isBefore(now.minus(limits.age()));
      if (!isLatest && (isOld || bytes > limits.bytes())) {
        beyond.add(commit.token());
      }
    }
    if (!beyond.isEmpty()) {
      delete(beyond);
    }
    return beyond.size();
  }

  /**
   * {@link #prune} as of now; if it can't be done, the log file says so, and the next time does.
   */
  public void shorten(HistoryLimits limits) {
    try {
      prune(limits, Instant.now());
    } catch (CatalogueException e) {
      LOG.warn("The history could not be shortened", e);
    }
  }

  private void delete(List<String> tokens) {
    try (Connection connection = database.writer().getConnection()) {
      connection.setAutoCommit(false);
      try (PreparedStatement delete =
          connection.prepareStatement("DELETE FROM pallet_ledger WHERE commit_token = ?")) {
        for (String token : tokens) {
          delete.setString(1, token);
          delete.addBatch();
        }
        delete.executeBatch();
        database.requireWriteLock();
        connection.commit();
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw CatalogueException.of(database.file(), e);
    }
  }

  private interface Reading<T> {
    T read(Connection connection) throws SQLException;
  }

  private <T> T reading(Reading<T> reading) {
    try (Connection connection = database.readers().getConnection()) {
      return reading.read(connection);
    } catch (SQLException e) {
      throw CatalogueException.of(database.file(), e);
    }
  }
}
