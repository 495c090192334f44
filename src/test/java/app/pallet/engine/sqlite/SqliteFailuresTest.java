package app.pallet.engine.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import app.pallet.database.CatalogueDatabase;
import app.pallet.database.file.ConnectionSettings;
import app.pallet.database.file.HostileSchema;
import app.pallet.engine.BrokenConstraint;
import app.pallet.engine.BrokenConstraint.Kind;
import app.pallet.engine.Failure;
import app.pallet.engine.FailureKind;
import app.pallet.schema.Column;
import app.pallet.schema.ColumnRole;
import app.pallet.schema.ColumnType;
import app.pallet.schema.ProductSchema;
import app.pallet.schema.TableSchema;
import java.nio.file.Path;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What SQLite's refusals mean, provoked on real files. */
class SqliteFailuresTest {

  private static final String INSERT =
      "INSERT INTO product (sku, name, price, quantity, tax_class, active, version) VALUES ";

  @TempDir Path folder;
  private final TableSchema schema = ProductSchema.create();
  private CatalogueDatabase database;

  @BeforeEach
  void create() {
    database =
        CatalogueDatabase.create(folder.resolve("shop.db"), schema, ConnectionSettings.DEFAULT);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "('A', 'x', 1, 1, null, null, 0), ('A', 'y', 1, 1, null, null, 0) | UNIQUE | sku",
        "('A', null, 1, 1, null, null, 0) | NOT_NULL | name",
        "('A', 'x', -1, 1, null, null, 0) | CHECK | price",
        "('A', 'x', 1, 1, 'luxury', null, 0) | CHECK | tax_class",
        "('A', 'x', 1, 1, null, 2, 0) | CHECK | active"
      })
  void aBrokenConstraintNamesItsColumn(String rows, Kind kind, String column) {
    Failure failure = SqliteFailures.READER.read(failureOf(INSERT + rows), schema);

    assertThat(failure.kind()).isEqualTo(FailureKind.CONSTRAINT);
    assertThat(failure.constraint())
        .hasValueSatisfying(broken -> {
          assertThat(broken.kind()).isEqualTo(kind);
          assertThat(broken.columns()).extracting(Column::name).containsExactly(column);
        });
  }

  @Test
  void aBrokenConstraintOfAColumnWithAHostileNameIsUnderstood() throws SQLException {
    TableSchema hostile = HostileSchema.create();
    Path file = folder.resolve("hostile.db");
    try (CatalogueDatabase other =
            CatalogueDatabase.create(file, hostile, ConnectionSettings.DEFAULT);
        Connection writer = other.writer().getConnection()) {
      String insert =
          "INSERT INTO %s (%s, %s) VALUES (%%s, 0)"
              .formatted(
                  SqlName.quote(hostile.table()),
                  SqlName.quote(hostile.matchColumn()),
                  SqlName.quote("version\""));
      execute(writer, insert.formatted("'x'"));

      Throwable taken = catchThrowable(() -> execute(writer, insert.formatted("'x'")));
      Throwable missing = catchThrowable(() -> execute(writer, insert.formatted("NULL")));

      assertThat(SqliteFailures.READER.read(taken, hostile).constraint())
          .hasValue(new BrokenConstraint(Kind.UNIQUE, List.of(hostile.match())));
      assertThat(SqliteFailures.READER.read(missing, hostile).constraint())
          .hasValue(new BrokenConstraint(Kind.NOT_NULL, List.of(hostile.match())));
    }
  }

  @Test
  void aColumnCalledLikeAMessageDoesNotConfuse() {
    TableSchema odd =
        new TableSchema(
            "t",
            List.of(
                Column.builder("id", ColumnType.WHOLE_NUMBER).role(ColumnRole.ID).build(),
                Column.builder("UNIQUE constraint failed: t.id", ColumnType.TEXT).build()),
            "id");
    SQLException failure =
        new SQLException(
            "[SQLITE_CONSTRAINT_NOTNULL] (NOT NULL constraint failed: t.UNIQUE constraint failed:"
                + " t.id)",
            null,
            19);

    assertThat(SqliteFailures.READER.read(failure, odd).constraint())
        .hasValue(new BrokenConstraint(Kind.NOT_NULL, List.of(odd.columns().get(1))));
  }

  @Test
  void aValueOfTheWrongTypeIsBadData() {
    Throwable failure = failureOf(INSERT + "('A', 'x', 'cheap', 1, null, null, 0)");

    assertThat(SqliteFailures.READER.read(failure).kind()).isEqualTo(FailureKind.DATA);
  }

  @Test
  void aMissingTableIsFatal() {
    assertThat(SqliteFailures.READER.read(failureOf("SELECT * FROM nothing")).kind())
        .isEqualTo(FailureKind.FATAL);
  }

  @Test
  void theReasonIsFoundBehindOtherExceptions() {
    Throwable reason = failureOf(INSERT + "('A', null, 1, 1, null, null, 0)");
    BatchUpdateException batch = new BatchUpdateException("Batch entry 5", new int[0]);
    batch.setNextException((SQLException) reason);

    Failure failure =
        SqliteFailures.READER.read(new IllegalStateException("could not execute", batch), schema);

    assertThat(failure.kind()).isEqualTo(FailureKind.CONSTRAINT);
    assertThat(failure.message()).isEqualTo("NOT NULL constraint failed: product.name");
  }

  @Test
  void aPoolThatGaveUpBecauseTheFileIsLockedIsWorthRetrying() {
    SQLException locked = new SQLException("database is locked", null, 5);

    assertThat(
            SqliteFailures.READER.read(new SQLTransientConnectionException("pool", locked)).kind())
        .isEqualTo(FailureKind.RETRY);
  }

  @Test
  void aPoolWithoutAFreeConnectionIsATimeout() {
    assertThat(SqliteFailures.READER.read(new SQLTransientConnectionException("pool")).kind())
        .isEqualTo(FailureKind.TIMEOUT);
  }

  @ParameterizedTest
  @CsvSource({
    "5, RETRY",
    "517, RETRY",
    "6, RETRY",
    "13, FULL",
    "8, READ_ONLY",
    "11, CORRUPT",
    "26, CORRUPT",
    "9, TIMEOUT",
    "18, DATA",
    "10, FATAL",
    "1, FATAL"
  })
  void sqlitesCodesAreToldApart(int code, FailureKind kind) {
    assertThat(SqliteFailures.READER.read(new SQLException("message", null, code)).kind())
        .isEqualTo(kind);
  }

  @Test
  void aLoopOfCausesComesToAnEnd() {
    SQLException first = new SQLException("first");
    SQLException second = new SQLException("second", first);
    first.initCause(second);

    assertThat(SqliteFailures.READER.read(first).kind()).isEqualTo(FailureKind.FATAL);
  }

  private Throwable failureOf(String sql) {
    return catchThrowable(() -> {
      try (Connection writer = database.writer().getConnection()) {
        execute(writer, sql);
      }
    });
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
