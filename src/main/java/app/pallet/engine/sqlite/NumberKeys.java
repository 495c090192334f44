package app.pallet.engine.sqlite;

import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import app.pallet.engine.KeySql;
import app.pallet.engine.RowHandles;
import app.pallet.schema.TableSchema;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.PrimitiveIterator;
import java.util.stream.LongStream;

/** Keys that are one whole number: nothing is boxed, and sets are arrays of numbers. */
record NumberKeys(TableSchema schema, String table, String id) implements KeySql {

  NumberKeys(TableSchema schema) {
    this(schema, SqlName.quote(schema.table()), SqlName.quote(schema.id().name()));
  }

  @Override
  public RowHandles handles() {
    return RowHandles.Ids.IDS;
  }

  @Override
  public String isRow() {
    return id + " = ?";
  }

  @Override
  public int bind(PreparedStatement statement, int index, RowKey.Stored key) throws SQLException {
    statement.setLong(index, key.id());
    return index + 1;
  }

  @Override
  public String selected() {
    return id;
  }

  @Override
  public long handle(ResultSet result, int index) throws SQLException {
    return result.getLong(index);
  }

  @Override
  public String order() {
    return id;
  }

  @Override
  public Optional<String> number() {
    return Optional.of(id);
  }

  @Override
  public Optional<RowKey.Stored> keyOf(RowChange.Add add) {
    return typed(schema, add);
  }

  /** The number that was typed for a row to be added; empty if it is given out. */
  static Optional<RowKey.Stored> typed(TableSchema schema, RowChange.Add add) {
    return schema
        .typedId()
        .map(add.after()::get)
        .filter(Long.class::isInstance)
        .map(number -> new RowKey.Id((Long) number));
  }

  @Override
  public String parameter(LongStream handles) {
    StringBuilder text = new StringBuilder("[");
    for (PrimitiveIterator.OfLong all = handles.iterator(); all.hasNext(); ) {
      text.append(text.length() == 1 ? "" : ",").append(all.nextLong());
    }
    return text.append(']').toString();
  }

  @Override
  public String contains(String parameter) {
    return id + " IN (SELECT value FROM json_each(" + parameter + "))";
  }

  @Override
  public String rows() {
    return "json_each(?) AS k CROSS JOIN %s AS t ON t.%s = k.value".formatted(table, id);
  }
}
