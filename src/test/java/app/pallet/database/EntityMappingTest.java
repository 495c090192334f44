package app.pallet.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.pallet.database.file.ConnectionSettings;
import app.pallet.database.file.HostileSchema;
import app.pallet.engine.FailureKind;
import app.pallet.engine.sqlite.SqliteCodec;
import app.pallet.engine.sqlite.SqliteFailures;
import app.pallet.schema.Column;
import app.pallet.schema.ProductSchema;
import app.pallet.schema.TableSchema;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.hibernate.SessionFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The mapping that Hibernate is given for a table it has never seen, on real files. */
class EntityMappingTest {

  @TempDir Path folder;

  @Test
  void everyValueComesBackExactlyAsItWas() throws SQLException {
    TableSchema schema = ProductSchema.create();
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("id", 1L);
    values.put("sku", "0012-ß'\"😀");
    values.put("name", "Stuhl\n\"Äpfel\"\t");
    values.put("price", new BigDecimal("12345678901.2345"));
    values.put("cost", new BigDecimal("0.0001"));
    values.put("quantity", Long.MAX_VALUE);
    values.put("active", true);
    values.put("tax_class", "reduced");
    values.put("available_from", LocalDate.of(2026, 2, 28));
    values.put("created", Instant.parse("2026-11-22T14:02:03.456Z"));

    try (CatalogueDatabase database = create(schema)) {
      persist(database, values);

      Map<String, @Nullable Object> read = find(database, 1L);
      assertThat(read)
          .containsAllEntriesOf(values)
          .containsEntry("description", null)
          .containsEntry("version", 0L);
    }
  }

  @Test
  void columnsWithHostileNamesAreWrittenAndRead() throws SQLException {
    TableSchema schema = HostileSchema.create();
    Map<String, Object> values = new LinkedHashMap<>();
    schema.dataColumns().forEach(column -> values.put(column.name(), "value of " + column));
    values.put(schema.id().name(), 7L);

    try (CatalogueDatabase database = create(schema)) {
      persist(database, values);

      assertThat(find(database, 7L)).containsAllEntriesOf(values).containsEntry("version\"", 0L);
    }
  }

  @Test
  void aChangedRowCountsItsVersion() throws SQLException {
    try (CatalogueDatabase database = create(ProductSchema.create())) {
      persist(database, product(3, "A-1"));

      database
          .sessionFactory()
          .inTransaction(
              session -> entity(session.find(EntityMapping.ENTITY, 3L)).put(name(database), "B"));

      assertThat(find(database, 3L)).containsEntry("version", 1L).containsEntry("name", "B");
    }
  }

  @Test
  void aRowThatSomeoneElseChangedIsStale() throws SQLException {
    try (CatalogueDatabase database = create(ProductSchema.create())) {
      persist(database, product(3, "A-1"));
      Map<String, @Nullable Object> mine = stored(database, product(3, "A-1"));
      mine.put(database.mapping().attribute(database.schema().require("version")), 0L);
      Map<String, @Nullable Object> theirs = new HashMap<>(mine);
      SessionFactory factory = database.sessionFactory();
      factory.inStatelessTransaction(session -> session.update(EntityMapping.ENTITY, theirs));

      assertThatThrownBy(() ->
              factory.inStatelessTransaction(session -> session.update(EntityMapping.ENTITY, mine)))
          .extracting(e -> SqliteFailures.READER.read(e).kind())
          .isEqualTo(FailureKind.STALE);
    }
  }

  private CatalogueDatabase create(TableSchema schema) {
    return CatalogueDatabase.create(folder.resolve("shop.db"), schema, ConnectionSettings.DEFAULT);
  }

  private static Map<String, Object> product(long id, String sku) {
    return Map.of("id", id, "sku", sku, "name", "A", "price", BigDecimal.ONE);
  }

  private static void persist(CatalogueDatabase database, Map<String, Object> values) {
    database
        .sessionFactory()
        .inTransaction(session -> session.persist(EntityMapping.ENTITY, stored(database, values)));
  }

  /** Values by column name as Hibernate's map holds them. */
  private static Map<String, @Nullable Object> stored(
      CatalogueDatabase database, Map<String, Object> values) {
    Map<String, @Nullable Object> entity = new HashMap<>();
    values.forEach((name, value) -> {
      Column column = database.schema().require(name);
      entity.put(database.mapping().attribute(column), new SqliteCodec(column).toStored(value));
    });
    return entity;
  }

  /** The row's values by column name. */
  private static Map<String, @Nullable Object> find(CatalogueDatabase database, long id)
      throws SQLException {
    Map<String, @Nullable Object> entity =
        database
            .sessionFactory()
            .fromSession(session -> entity(session.find(EntityMapping.ENTITY, id)));
    Map<String, @Nullable Object> values = new HashMap<>();
    for (Column column : database.schema().columns()) {
      Object stored = entity.get(database.mapping().attribute(column));
      values.put(column.name(), new SqliteCodec(column).fromStored(stored));
    }
    return values;
  }

  private static String name(CatalogueDatabase database) {
    return database.mapping().attribute(database.schema().require("name"));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, @Nullable Object> entity(Object found) {
    return (Map<String, @Nullable Object>) found;
  }
}
