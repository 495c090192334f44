package app.pallet.commit.writing;

import app.pallet.change.ColumnSet;
import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import app.pallet.change.RowProblem;
import app.pallet.change.RowStamp;
import app.pallet.change.RowValues;
import app.pallet.database.CatalogueDatabase;
import app.pallet.database.EntityMapping;
import app.pallet.engine.Dialect;
import app.pallet.engine.ValueCodec;
import app.pallet.schema.Column;
import app.pallet.schema.ColumnRole;
import app.pallet.schema.TableSchema;
import app.pallet.schema.UnreadableValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** What a managed session does for one row: persist, find and change, find and remove. */
final class ManagedRows {

  private final TableSchema schema;
  private final Dialect dialect;
  private final EntityMapping mapping;
  private final Optional<Column> version;
  private final List<Column> defaults;

  ManagedRows(CatalogueDatabase database) {
    schema = database.schema();
    dialect = database.dialect();
    mapping = database.mapping();
    version = schema.of(ColumnRole.VERSION);
    defaults = RowStatements.defaults(schema);
  }

  /**
   * Does to the session what a change wants; Hibernate writes it with the next flush.
   *
   * @param written told of a conflict, and of an edit that goes on from another version
   */
  void apply(
      Session session,
      RowChange change,
      Map<RowKey.New, RowKey.Stored> ids,
      Instant now,
      TransactionRows written) {
    switch (change) {
      case RowChange.Add add -> session.persist(EntityMapping.ENTITY, entity(add, ids, now));
      case RowChange.Edit edit -> {
        Map<String, @Nullable Object> entity = find(session, edit.key());
        if (entity == null || !isUnchanged(entity, edit.before())) {
          written.refused(conflict(edit, entity), edit);
        } else {
          rebase(entity, edit, written);
          put(entity, edit.after());
          stamp(entity, ColumnRole.UPDATED, now);
        }
      }
      case RowChange.Delete delete -> {
        Map<String, @Nullable Object> entity = find(session, delete.key());
        if (entity == null || !isUnchanged(entity, delete.stamp(), delete.before())) {
          written.refused(conflict(delete, entity), delete);
        } else {
          session.remove(entity);
        }
      }
    }
  }

  /** A change of other columns of the row is not in the way. */
  private void rebase(
      Map<String, @Nullable Object> entity, RowChange.Edit edit, TransactionRows written) {
    RowStamp current = stamp(entity);
    if (!current.equals(edit.stamp())) {
      written.rebased(edit.withStamp(current));
    }
  }

  private RowProblem conflict(RowChange change, @Nullable Map<String, @Nullable Object> entity) {
    if (entity == null) {
      return RefusedRow.deleted(change);
    }
    return change instanceof RowChange.Edit edit
        ? RefusedRow.changed(edit, values(entity, edit.before().columns()))
        : RefusedRow.changed(change);
  }

  private RowValues values(Map<String, @Nullable Object> entity, ColumnSet columns) {
    @Nullable Object[] values = new @Nullable Object[columns.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = value(entity, columns.get(i));
    }
    return RowValues.of(columns, values);
  }

  private Map<String, @Nullable Object> entity(
      RowChange.Add add, Map<RowKey.New, RowKey.Stored> ids, Instant now) {
    Map<String, @Nullable Object> entity = new HashMap<>();
    schema
        .of(ColumnRole.ID)
        .ifPresent(id ->
            entity.put(mapping.attribute(id), Objects.requireNonNull(ids.get(add.key())).id()));
    for (Column column : defaults) {
      put(entity, column, column.defaultValue());
    }
    put(entity, add.after());
    stamp(entity, ColumnRole.CREATED, now);
    stamp(entity, ColumnRole.UPDATED, now);
    return entity; // without a version: by that Hibernate knows it is new, and gives it the first
  }

  @SuppressWarnings("unchecked") // an entity without a class is a map from attributes to values
  private @Nullable Map<String, @Nullable Object> find(Session session, RowKey.Stored key) {
    var entity = (Map<String, @Nullable Object>) session.find(EntityMapping.ENTITY, identity(key));
    return entity != null && isExactly(entity, key) ? entity : null;
  }

  /** Whether the row has this very key: its columns may take other letters as equal. */
  private boolean isExactly(Map<String, @Nullable Object> entity, RowKey.Stored key) {
    if (!(key instanceof RowKey.Parts parts)) {
      return true;
    }
    for (int i = 0; i < parts.values().size(); i++) {
      Object read = entity.get(mapping.readKey(schema.keyColumns().get(i)));
      boolean isText = read instanceof String || parts.values().get(i) instanceof String;
      if (isText && !parts.values().get(i).equals(read)) {
        return false;
      }
    }
    return true;
  }

  /** The key as Hibernate wants it: the value of one column, or a map from attributes to values. */
  private Object identity(RowKey.Stored key) {
    if (!(key instanceof RowKey.Parts parts)) {
      return key.id();
    }
    if (parts.values().size() == 1) {
      return stored(parts.values().getFirst());
    }
    Map<String, Object> identity = new HashMap<>();
    for (int i = 0; i < parts.values().size(); i++) {
      identity.put(mapping.attribute(schema.keyColumns().get(i)), stored(parts.values().get(i)));
    }
    return identity;
  }

  private static Object stored(Object part) {
    return switch (part) {
      case BigDecimal number -> number.doubleValue();
      case UnreadableValue bytes -> HexFormat.of().parseHex(bytes.text());
      default -> part;
    };
  }

  private boolean isUnchanged(
      Map<String, @Nullable Object> entity, RowStamp seen, RowValues before) {
    return seen.canBe(stamp(entity)) && isUnchanged(entity, before);
  }

  private RowStamp stamp(Map<String, @Nullable Object> entity) {
    return version.isPresent()
            && entity.get(mapping.attribute(version.get())) instanceof Long counted
        ? RowStamp.Counted.of(counted)
        : RowStamp.Seen.BY_VALUES;
  }

  private @Nullable Object value(Map<String, @Nullable Object> entity, Column column) {
    return dialect.codec(column).fromStored(entity.get(mapping.attribute(column)));
  }

  /**
   * Compares the user's own columns in the form in which Pallet stores them: another program may
   * have stored the same value in another form, and a wanted one may be written with other digits.
   */
  private boolean isUnchanged(Map<String, @Nullable Object> entity, RowValues before) {
    return before.columns().asList().stream()
        .filter(column -> !column.isReadOnly())
        .allMatch(column -> {
          ValueCodec codec = dialect.codec(column);
          return Objects.deepEquals( // bytes too
              codec.toStored(value(entity, column)), codec.toStored(before.get(column)));
        });
  }

  private void put(Map<String, @Nullable Object> entity, RowValues values) {
    for (int i = 0; i < values.size(); i++) {
      Column column = values.columns().get(i);
      if (!column.isReadOnly() && column.role() != ColumnRole.ID) {
        put(entity, column, values.valueAt(i));
      }
    }
  }

  private void put(Map<String, @Nullable Object> entity, Column column, @Nullable Object value) {
    entity.put(
        mapping.attribute(column), mapping.said(column, dialect.codec(column).toStored(value)));
  }

  private void stamp(Map<String, @Nullable Object> entity, ColumnRole role, Instant now) {
    schema.of(role).ifPresent(column -> put(entity, column, now));
  }
}
