package app.pallet.database;

import app.pallet.database.file.CatalogueException;
import app.pallet.database.file.CatalogueException.Reason;
import app.pallet.database.file.CatalogueFile;
import app.pallet.database.file.CatalogueFile.Content;
import app.pallet.database.file.CatalogueFormat;
import app.pallet.database.file.CheckDepth;
import app.pallet.database.file.ColumnTable;
import app.pallet.database.file.ConnectionSettings;
import app.pallet.database.file.FileIdentity;
import app.pallet.database.file.IntegrityCheck;
import app.pallet.database.file.IntegrityReport;
import app.pallet.database.file.SchemaGuard;
import app.pallet.database.file.SqliteSource;
import app.pallet.database.file.UntouchedFile;
import app.pallet.engine.Dialect;
import app.pallet.engine.KeySql;
import app.pallet.engine.NewKeys;
import app.pallet.engine.Promises;
import app.pallet.engine.RowsByKey;
import app.pallet.engine.discovery.DiscoveredTable;
import app.pallet.engine.sqlite.HistoryTables;
import app.pallet.engine.sqlite.SqliteDialect;
import app.pallet.schema.Column;
import app.pallet.schema.ColumnRole;
import app.pallet.schema.TableId;
import app.pallet.schema.TableSchema;
import app.pallet.work.WorkMonitor;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.hibernate.SessionFactory;
import org.jspecify.annotations.Nullable;

/**
 * An open catalogue: one connection that writes, a few that read, and Hibernate over the writing
 * one. Opening reads only the description of the columns; Hibernate starts when it is first asked
 * for. While nothing is being committed the file is not locked. For any thread; the writer goes to
 * one at a time, the others wait.
 */
public final class CatalogueDatabase implements AutoCloseable {

  private final Path file;
  private final Optional<UntouchedFile> untouched; // there only if it may not be changed
  private final ConnectionSettings settings;
  private final TableSchema schema;
  private volatile Optional<DiscoveredTable> found;
  private final Dialect dialect = new SqliteDialect();
  private final KeySql keys;
  private final EntityMapping mapping;
  private final ConnectionPools pools;
  private final ChangeMark mark;
  private final HeldFile held;
  private @Nullable SessionFactory sessionFactory;

  CatalogueDatabase(
      Path file,
      Optional<UntouchedFile> untouched,
      ConnectionSettings settings,
      TableSchema schema,
      Optional<DiscoveredTable> found)
      throws SQLException {
    this.file = file;
    this.untouched = untouched;
    this.settings = settings;
    this.schema = schema;
    this.keys = dialect.keys(schema);
    this.found = found;
    this.mapping = new EntityMapping(dialect, schema);
    FileIdentity identity = HeldFile.identity(file);
    this.pools = ConnectionPools.of(file, untouched, settings, promises());
    this.mark = new ChangeMark(pools.readers(), dialect);
    this.held = untouched.isPresent() ? HeldFile.ofUntouched(file, identity) : hold(identity);
  }

  /** Keeps file and log open from now on, so that no other ones get their numbers. */
  private HeldFile hold(FileIdentity identity) throws SQLException {
    try (Connection first = pools.readers().getConnection()) {
      return HeldFile.of(file, identity, first, found.isPresent());
    } catch (SQLException | CatalogueException e) {
      pools.close();
      throw e;
    }
  }

  /**
   * Opens a catalogue that is there, brought to the current format if an older Pallet made it.
   *
   * @throws CatalogueException if it can't be opened; a file that isn't Pallet's is then as it was
   */
  public static CatalogueDatabase open(Path file, ConnectionSettings settings) {
    switch (new CatalogueFile(file).inspect()) {
      case EMPTY -> throw empty(file);
      case OUTDATED -> new CatalogueFormat(file, settings).update();
      case CURRENT, FOREIGN -> {}
    }
    return connect(file, settings);
  }

  /**
   * Opens a catalogue that is there only to read it: neither the file nor anything beside it is
   * changed, and whoever tries to write gets an {@link SQLException}. One that an older Pallet made
   * is read as it is. It may be read-only, and others may write it meanwhile. Not for a file that
   * this process has open for writing.
   *
   * @throws CatalogueException if it can't be read
   */
  public static CatalogueDatabase openToRead(Path file, ConnectionSettings settings) {
    return TableOpening.catalogueToRead(file, settings);
  }

  static CatalogueException empty(Path file) {
    return new CatalogueException(
        file, Reason.NOT_A_CATALOGUE, file + " is empty, so it is not a Pallet catalogue");
  }

  /**
   * Makes a catalogue with an empty product table.
   *
   * @throws CatalogueException if there is a file already, or none can be made
   */
  public static CatalogueDatabase create(
      Path file, TableSchema schema, ConnectionSettings settings) {
    new CatalogueFormat(file, settings).create(schema);
    return connect(file, settings);
  }

  /**
   * Opens a catalogue, or makes it if there is none or only an empty file.
   *
   * @param schema of the product table, if it has to be made
   * @throws CatalogueException if it can't be opened; a file that isn't Pallet's is then as it was
   */
  public static CatalogueDatabase openOrCreate(
      Path file, TableSchema schema, ConnectionSettings settings) {
    return openOrCreate(file, schema, settings, outdated -> {});
  }

  /**
   * The same, with something to be done before an older catalogue is brought to the current format.
   *
   * @param beforeMigration gets the file; whatever it throws keeps the file as it is
   */
  public static CatalogueDatabase openOrCreate(
      Path file, TableSchema schema, ConnectionSettings settings, Consumer<Path> beforeMigration) {
    CatalogueFile there = new CatalogueFile(file);
    boolean made = there.createIfMissing();
    Content content = made ? Content.EMPTY : there.inspect();
    if (content == Content.OUTDATED) {
      beforeMigration.accept(file);
    }
    if (content != Content.CURRENT) {
      new CatalogueFormat(file, settings).make(schema);
    }
    return connect(file, settings);
  }

  private static CatalogueDatabase connect(Path file, ConnectionSettings settings) {
    try (Connection connection = SqliteSource.writing(file, settings).connectPatiently()) {
      return connect(file, Optional.empty(), settings, connection);
    } catch (SQLException e) {
      throw CatalogueException.of(file, e);
    }
  }

  static CatalogueDatabase connect(
      Path file,
      Optional<UntouchedFile> untouched,
      ConnectionSettings settings,
      Connection connection)
      throws SQLException {
    SchemaGuard.check(file, connection);
    TableSchema schema =
        ColumnTable.read(connection)
            .orElseThrow(() -> new SQLException("it describes no product table"));
    return new CatalogueDatabase(file, untouched, settings, schema, Optional.empty());
  }

  /**
   * Opens one table of any SQLite database to edit it; nothing of the file is changed by that. A
   * table that can only be read is opened to be read, and {@link #promises} says why. Takes as long
   * as reading its rows once; not on the FX thread.
   *
   * @param table its name; of a Pallet catalogue, that of its product table
   * @throws CatalogueException if there is no such table, or it can't be opened
   */
  public static CatalogueDatabase openTable(Path file, String table, ConnectionSettings settings) {
    return TableOpening.of(file, table, settings);
  }

  /**
   * Opens one table or view of any SQLite database only to read it, as {@link #openToRead} does. A
   * view is read once, from its beginning to its end, into a copy that is deleted at the end.
   *
   * @param table its name; of a Pallet catalogue, that of its product table
   * @throws CatalogueException if there is no such table, or it can't be read
   */
  public static CatalogueDatabase openTableToRead(
      Path file, String table, ConnectionSettings settings) {
    return TableOpening.toRead(file, table, settings, WorkMonitor.NONE);
  }

  /** Where its content is read. */
  private Path place() {
    return untouched.map(UntouchedFile::place).orElse(file);
  }

  /**
   * Takes locks of Pallet's own beside SQLite's, which are lost as soon as anything in this process
   * opens and closes the file, as a file dialog does (decision 0150). The first call in a process
   * takes some 100 ms, later ones nothing. To be called before the platform's file dialog is shown.
   * Any thread.
   */
  public void keepLocks() {
    held.keepLocks();
  }

  /**
   * Makes sure, just before a transaction of the writer is committed, that SQLite still has its
   * lock for writing. Some microseconds; says nothing before {@link #keepLocks}.
   *
   * @throws SQLException of the kind that may pass if it is lost: the transaction must be rolled
   *     back and may be tried again
   */
  public void requireWriteLock() throws SQLException {
    held.requireWriteLock();
  }

  /** Where the catalogue is. */
  public Path file() {
    return file;
  }

  /** Which table of which file is open; asks the disk for the file's real path. */
  public TableId tableId() {
    return TableId.ofFile(file, schema().table());
  }

  /** How it was opened. */
  public ConnectionSettings settings() {
    return settings;
  }

  /** What the engine of the catalogue does in its own way. */
  public Dialect dialect() {
    return dialect;
  }

  /** Its table as it was found in somebody else's database; empty for a catalogue. */
  public Optional<DiscoveredTable> found() {
    return found;
  }

  /** What Pallet can promise for its table. */
  public Promises promises() {
    return found.map(DiscoveredTable::promises).orElse(Promises.CATALOGUE);
  }

  /** Its product table, as the file describes it. */
  public TableSchema schema() {
    return schema;
  }

  /** Whether triggers or rules of the table may make something else of what is written. */
  public boolean mayChangeRows() {
    return found.filter(DiscoveredTable::mayChangeRows).isPresent();
  }

  /**
   * The SQL that would keep a history of the table in its file; nothing if one is kept. Reads the
   * file; not on the FX thread.
   */
  public List<String> historySql() {
    try (Connection connection = readers().getConnection()) {
      return promises().isEditable() ? HistoryTables.missing(connection, schema) : List.of();
    } catch (SQLException e) {
      throw CatalogueException.of(file, e);
    }
  }

  /**
   * Keeps a history of the table in its file from now on, as {@link #historySql} says; {@link
   * #promises} says it afterwards. Waits for a commit that runs.
   *
   * @throws CatalogueException if the file can't be changed; it is then as it was
   */
  public void keepHistory() {
    requireInPlace();
    try (Connection connection = writer().getConnection()) {
      HistoryTables.make(connection, schema, this::requireWriteLock);
      found = found.map(t -> t.with(t.promises().withLedger(schema.hasId())));
    } catch (SQLException e) {
      throw CatalogueException.of(file, e);
    }
  }

  /** How rows of the product table are found by their keys. */
  public KeySql keys() {
    return keys;
  }

  /** A way to rows of the product table by their keys, on the caller's connection. */
  public RowsByKey rows(Connection connection, Collection<Column> wanted) {
    return dialect.rows(connection, schema, keys, wanted);
  }

  /** Gives out keys for rows to be added. */
  public NewKeys newKeys() {
    return dialect.newKeys(schema, promises());
  }

  /** Hibernate's names of the product table and its columns. */
  public EntityMapping mapping() {
    return mapping;
  }

  /**
   * The one connection that writes; it waits only a moment for another program's lock. Leave it in
   * auto-commit mode when giving it back: outside of it SQLite holds the write lock.
   */
  public DataSource writer() {
    return pools.writer();
  }

  /** Connections that can only read; each statement sees what was committed before it. */
  public DataSource readers() {
    return pools.readers();
  }

  /** A number that is another one once anybody, be it another program, has committed something. */
  public long changeMark() throws SQLException {
    return mark.read();
  }

  /** Hibernate on the {@link #writer}; the first call starts it, in about a second. */
  public synchronized SessionFactory sessionFactory() {
    if (sessionFactory == null) {
      sessionFactory = mapping.open(pools.writer());
    }
    return sessionFactory;
  }

  /** Starts Hibernate now, about a second, for which the first commit would wait. Any thread. */
  public CatalogueDatabase warmUp() {
    sessionFactory();
    return this;
  }

  /**
   * Adds columns, empty in every row, to the product table of the file, in one transaction. This
   * object doesn't know them: close it and open the catalogue again. Blocks while another program
   * writes.
   *
   * @param columns neither required nor unique, because the rows that are there have no value
   * @throws CatalogueException if the file can't be changed; it is then as it was
   */
  public void addColumns(List<Column> columns) {
    for (Column column : columns) {
      if (column.rules().required() || column.rules().unique() || column.isReadOnly()) {
        throw new IllegalArgumentException(column + " can't be added to rows that are there");
      }
    }
    new CatalogueFormat(file, settings, this::requireWriteLock).addColumns(columns);
  }

  /**
   * Makes sure that the path still leads to the file that was opened, and to its log: what would be
   * written to others, or to ones without a name, would be lost. Reads no content; about 100
   * microseconds.
   *
   * @throws CatalogueException {@link Reason#REPLACED} if it doesn't
   */
  public void requireInPlace() {
    held.requireInPlace();
  }

  /**
   * Waits until all that was committed by now is on the disk, so that a power cut can't take it
   * back, however {@code synchronous} is set. To be called before anything is forgotten that the
   * rows could be made from again. Some milliseconds; not on the FX thread. With a rollback journal
   * each commit waits for the disk, and nothing is left to be done.
   *
   * @throws CatalogueException if the disk doesn't confirm it, or the file was moved away
   */
  public void force() {
    held.force();
  }

  /**
   * Looks at every page of the file for damage, while the catalogue stays in use; 1,000,000
   * products take half a second.
   *
   * @throws CatalogueException if the file can't be read at all
   * @throws java.util.concurrent.CancellationException if the monitor says so
   */
  public IntegrityReport check(CheckDepth depth, WorkMonitor monitor) {
    try {
      return IntegrityCheck.run(SqliteSource.reading(place(), settings), depth, monitor);
    } catch (SQLException e) {
      throw CatalogueException.of(file, e);
    }
  }

  /**
   * Moves what was committed from SQLite's log into the file, so that the log begins anew. A reader
   * in the midst of a query keeps the latest part in the log, and so does a disk that fails, which
   * the next commit will meet and report; that all is on the disk is told by {@link #force} alone.
   * Waits for nobody, not for the writer either.
   */
  public void checkpoint() {
    held.checkpoint(settings);
  }

  /**
   * Throws the writing connection away once it is given back: whoever had it saw it fail, and
   * SQLite may have left it outside of any transaction without its knowing. The next one is made
   * anew.
   */
  public void discard(Connection connection) {
    pools.writer().evictConnection(connection);
  }

  /**
   * Copies what is committed at this moment, while the catalogue stays in use; in a second or so.
   *
   * @param target a file that is not there yet
   * @throws CatalogueException if it is, or can't be written
   */
  public void copyTo(Path target) {
    if (!new CatalogueFile(target).createIfMissing()) {
      throw new CatalogueException(target, Reason.ALREADY_THERE, target + " is there already");
    }
    try {
      SqliteSource.copy(place(), target, settings);
    } catch (SQLException e) {
      throw CatalogueException.of(target, e);
    }
  }

  /**
   * Opens a copy that {@link #copyTo} has written, or a copy of that, as this file is open.
   *
   * @throws CatalogueException if it can't be opened
   */
  public CatalogueDatabase openCopy(Path copy) {
    if (schema.of(ColumnRole.VERSION).isPresent()) {
      return open(copy, settings);
    }
    try {
      SqliteSource.writing(copy, settings).getConnection().close(); // in the same journal mode
      return new CatalogueDatabase(copy, Optional.empty(), settings, schema, found);
    } catch (SQLException e) {
      throw CatalogueException.of(copy, e);
    }
  }

  /**
   * Ends all connections, which leaves nothing but the one file. Call it once all work is done.
   *
   * @throws IllegalStateException if the writer is still in use; everything is closed nevertheless
   */
  @Override
  public synchronized void close() {
    if (!held.beginClose()) {
      return;
    }
    if (sessionFactory != null) {
      sessionFactory.close();
    }
    if (untouched.isPresent()) {
      pools.close();
      untouched.get().close();
      return;
    }
    boolean merges = held.mergesLog();
    // Whoever closes last merges the log into the file, and a reader must not write.
    try (Connection last = pools.writer().getConnection()) {
      mark.close();
      pools.readers().close();
      if (merges) { // else Pallet's locks keep SQLite from merging a log that is out of date
        held.release();
      }
      last.isValid(0);
    } catch (SQLException e) {
      throw new IllegalStateException(file + " was closed while it was being written", e);
    } finally {
      pools.close();
      held.endClose();
    }
  }
}
