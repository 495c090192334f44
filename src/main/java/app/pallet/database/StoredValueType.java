package app.pallet.database;

import java.io.Serializable;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Arrays;
import java.util.Objects;
import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.usertype.UserType;
import org.jspecify.annotations.Nullable;

/**
 * Lets Hibernate carry whatever the database has stored in a cell, as the driver gives it: a cell
 * of a table that other programs write may hold anything. {@link EntityMapping#WANTED_EMPTY} is an
 * empty cell that somebody wanted empty; null is one that nobody said anything about.
 */
public final class StoredValueType implements UserType<Object> {

  /** For Hibernate. */
  public StoredValueType() {}

  @Override
  public int getSqlType() {
    return Types.OTHER;
  }

  @Override
  public Class<Object> returnedClass() {
    return Object.class;
  }

  @Override
  public boolean equals(@Nullable Object one, @Nullable Object other) {
    return Objects.deepEquals(one, other);
  }

  @Override
  public int hashCode(@Nullable Object value) {
    return value instanceof byte[] bytes ? Arrays.hashCode(bytes) : Objects.hashCode(value);
  }

  @Override
  public @Nullable Object nullSafeGet(ResultSet result, int position, WrapperOptions options)
      throws SQLException {
    Object stored = result.getObject(position);
    return stored instanceof Integer number ? (Object) number.longValue() : stored;
  }

  @Override
  public void nullSafeSet(
      PreparedStatement statement, @Nullable Object value, int position, WrapperOptions options)
      throws SQLException {
    statement.setObject(position, EntityMapping.WANTED_EMPTY.equals(value) ? null : value);
  }

  @Override
  public @Nullable Object deepCopy(@Nullable Object value) {
    return value;
  }

  @Override
  public boolean isMutable() {
    return false;
  }

  @Override
  public Serializable disassemble(@Nullable Object value) {
    throw new UnsupportedOperationException("Rows are not cached");
  }

  @Override
  public Object assemble(Serializable cached, Object owner) {
    throw new UnsupportedOperationException("Rows are not cached");
  }
}
