package app.pallet.database;

import app.pallet.engine.Dialect;
import app.pallet.schema.Column;
import app.pallet.schema.ColumnRole;
import app.pallet.schema.TableSchema;
import app.pallet.schema.table.WriteRule;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.hibernate.SessionFactory;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.BootstrapServiceRegistryBuilder;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.cfg.AvailableSettings;
import org.hibernate.resource.jdbc.spi.StatementInspector;
import org.jspecify.annotations.Nullable;

/**
 * Hibernate's view of the product table, built at run time from its {@link TableSchema}: an entity
 * without a class, whose rows are maps from {@link #attribute} names to stored values ({@link
 * app.pallet.engine.ValueCodec#toStored}). The commit writes through it. Attributes have made-up
 * names, so columns may be called anything (Hibernate refuses names that look quoted, and doesn't
 * escape quotes inside others); the real ones are put into its statements on their way to the
 * database.
 *
 * <p>A row to be persisted must leave its version out: Hibernate takes one that has a version for a
 * row that is stored already, and gives a new one the version 0.
 */
public final class EntityMapping {

  /** The entity's name in Hibernate. */
  public static final String ENTITY = "Product";

  /** An empty cell that somebody wanted empty; one that nobody said anything about is left out. */
  static final Object WANTED_EMPTY = Optional.empty();

  private static final String TABLE = "pallet_table";
  private static final String COLUMN = "pallet_c";
  private static final Pattern MADE_UP =
      Pattern.compile("\"(?:" + TABLE + "|" + COLUMN + "\\d+)\"");

  private final Dialect dialect;
  private final TableSchema schema;
  private final Map<String, String> realNames = new HashMap<>();

  EntityMapping(Dialect dialect, TableSchema schema) {
    this.dialect = dialect;
    this.schema = schema;
    realNames.put(dialect.quote(TABLE), dialect.quote(schema.table()));
    schema
        .columns()
        .forEach(c -> realNames.put(dialect.quote(attribute(c)), dialect.quote(c.name())));
  }

  /** The key under which an entity's map holds the stored value of a column. */
  public String attribute(Column column) {
    return COLUMN + schema.indexOf(column);
  }

  /**
   * The key under which an entity's map holds what a column of a key of parts really stores. The
   * attribute itself holds what the row was looked for by, which a collation may only take as
   * equal.
   */
  public String readKey(Column column) {
    return attribute(column) + "_read";
  }

  /** The mapping as Hibernate reads it. */
  String toXml() {
    StringBuilder xml = new StringBuilder();
    xml.append(
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <entity-mappings xmlns="http://www.hibernate.org/xsd/orm/mapping" version="7.0">
          <entity name="%s" metadata-complete="true">
            <table name="%s"/>
            <attributes>
        """
            .formatted(ENTITY, TABLE));
    schema.keyColumns().forEach(column -> append(xml, "id", column));
    schema.columns().stream()
        .filter(column -> !schema.key().names().contains(column.name()))
        .forEach(column -> append(xml, "basic", column));
    if (!schema.hasId()) {
      schema
          .keyColumns()
          .forEach(column ->
              xml.append(
                  "<basic name='%s'><column name='%s' insertable='false' updatable='false'/><type value='%s'/></basic>\n"
                      .formatted(
                          readKey(column), attribute(column), StoredValueType.class.getName())));
    }
    // A version alone has no type Hibernate could find; it takes that of the basic attribute above.
    schema
        .of(ColumnRole.VERSION)
        .map(this::attribute)
        .ifPresent(
            v -> xml.append("<version name='%1$s'><column name='%1$s'/></version>".formatted(v)));
    return xml.append("</attributes></entity></entity-mappings>").toString();
  }

  /** Whether other programs write the table, so that only what was said is written. */
  private boolean isPlain() {
    return schema.columns().stream().allMatch(c -> c.storage() != Column.Storage.SCALED);
  }

  /**
   * What an entity holds where a value was said.
   *
   * @param stored in its stored form
   */
  public @Nullable Object said(Column column, @Nullable Object stored) {
    return stored == null && column.storage() != Column.Storage.SCALED ? WANTED_EMPTY : stored;
  }

  private void append(StringBuilder xml, String element, Column column) {
    if (column.storage() != Column.Storage.SCALED && column.role() != ColumnRole.ID) {
      boolean isInserted = !column.isReadOnly();
      boolean isChanged = column.write() == WriteRule.ALWAYS;
      xml.append(
          "<%4$s name='%1$s'><column name='%1$s' insertable='%2$s' updatable='%5$s'/><type value='%3$s'/></%4$s>\n"
              .formatted(
                  attribute(column),
                  isInserted,
                  StoredValueType.class.getName(),
                  element,
                  isChanged));
      return;
    }
    Class<?> type = dialect.codec(column).isInteger() ? Long.class : String.class;
    xml.append(
        "<%1$s name='%2$s'><target>%3$s</target><column name='%2$s'/></%1$s>\n"
            .formatted(element, attribute(column), type.getName()));
  }

  /** Starts Hibernate, which takes about a second the first time. */
  SessionFactory open(DataSource writer) {
    StandardServiceRegistry registry =
        new StandardServiceRegistryBuilder(new BootstrapServiceRegistryBuilder().build())
            .applySetting(AvailableSettings.JAKARTA_NON_JTA_DATASOURCE, writer)
            .applySetting(AvailableSettings.DIALECT, dialect.hibernateDialect())
            .applySetting(AvailableSettings.GLOBALLY_QUOTED_IDENTIFIERS, true)
            .applySetting(AvailableSettings.ALLOW_METADATA_ON_BOOT, false)
            .applySetting(AvailableSettings.STATEMENT_INSPECTOR, (StatementInspector) this::toSql)
            .build();
    byte[] xml = toXml().getBytes(StandardCharsets.UTF_8);
    Metadata metadata =
        new MetadataSources(registry).addInputStream(new ByteArrayInputStream(xml)).buildMetadata();
    if (isPlain()) { // which Hibernate does not read from a mapping without classes
      metadata.getEntityBinding(ENTITY).setDynamicInsert(true);
      metadata.getEntityBinding(ENTITY).setDynamicUpdate(true);
    }
    return metadata.buildSessionFactory();
  }

  /** Hibernate's statement with the real names; two microseconds a statement. */
  private String toSql(String statement) {
    return MADE_UP
        .matcher(statement)
        .replaceAll(
            name -> Matcher.quoteReplacement(realNames.getOrDefault(name.group(), name.group())));
  }
}
