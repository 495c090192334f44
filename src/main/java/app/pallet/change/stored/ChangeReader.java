package app.pallet.change.stored;

import app.pallet.change.ColumnSet;
import app.pallet.change.DamagedChangesException;
import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import app.pallet.change.RowOrigin;
import app.pallet.change.RowProblem;
import app.pallet.change.RowValues;
import app.pallet.schema.Column;
import app.pallet.schema.ColumnType;
import app.pallet.schema.TableSchema;
import app.pallet.schema.UnreadableValue;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.dataformat.cbor.CBORFactory;

/**
 * Reads what a {@link ChangeWriter} wrote, in the same order of calls. A column that the table no
 * longer has, or has with another type, comes back as it was, though not as the table's own. It has
 * no check sum: whoever stores changes where they can be damaged adds one. Confined to one thread.
 */
public final class ChangeReader implements AutoCloseable {

  private static final CBORFactory CBOR = new CBORFactory();

  private final JsonParser in;
  private final TableSchema schema;
  private final List<ColumnSet> columnSets = new ArrayList<>();
  private boolean isPeeked;

  /**
   * Begins at the start of a sequence.
   *
   * @param source closed with this reader
   * @param schema the table as it is now
   * @throws DamagedChangesException if not even a beginning can be read
   */
  public ChangeReader(InputStream source, TableSchema schema) {
    this.schema = schema;
    try {
      in = CBOR.createParser(ObjectReadContext.empty(), source);
    } catch (JacksonException e) {
      throw new DamagedChangesException("Is damaged", e);
    }
  }

  /**
   * Reads a change.
   *
   * @throws DamagedChangesException if none stands here
   */
  public RowChange change() {
    try {
      return read();
    } catch (IllegalArgumentException
        | ArithmeticException
        | DateTimeException
        | JacksonException e) {
      throw new DamagedChangesException("Is damaged", e);
    }
  }

  private RowChange read() {
    return switch (ChangeKind.of(number())) {
      case ADD -> {
        RowKey.New key = new RowKey.New(number());
        RowValues after = values();
        RowOrigin origin = origin();
        yield new RowChange.Add(key, after, origin, problems());
      }
      case EDIT -> {
        RowKey.Existing key = new RowKey.Existing(number());
        long version = number();
        RowValues before = values();
        RowValues after = values();
        yield new RowChange.Edit(key, before, after, version, problems());
      }
      case DELETE -> {
        RowKey.Existing key = new RowKey.Existing(number());
        long version = number();
        RowValues before = values();
        yield new RowChange.Delete(key, before, version, problems());
      }
    };
  }

  /** Reads which row is meant. */
  public RowKey key() {
    return number() == 0 ? new RowKey.Existing(number()) : new RowKey.New(number());
  }

  /** Reads problems. */
  public List<RowProblem> problems() {
    long size = number();
    List<RowProblem> problems = new ArrayList<>();
    for (long i = 0; i < size; i++) {
      problems.add(
          new RowProblem(
              origin(), text(), text(), text(), text(), RowProblem.Severity.valueOf(text())));
    }
    return problems;
  }

  /** Reads a text. */
  public String text() {
    return text(next());
  }

  /** Reads a whole number. */
  public long number() {
    return number(next());
  }

  private RowOrigin origin() {
    return new RowOrigin(text(), number());
  }

  private RowValues values() {
    ColumnSet columns = columns();
    @Nullable Object[] values = new @Nullable Object[columns.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = value(columns.get(i).type());
    }
    return RowValues.of(columns, values);
  }

  private ColumnSet columns() {
    int index = Math.toIntExact(number());
    if (index < columnSets.size()) {
      return columnSets.get(index);
    }
    long size = number();
    List<Column> columns = new ArrayList<>();
    for (long i = 0; i < size; i++) {
      columns.add(column(text(), text()));
    }
    ColumnSet set = ColumnSet.of(columns);
    columnSets.add(set);
    return set;
  }

  private Column column(String name, String typeName) {
    ColumnType type = ColumnType.valueOf(typeName);
    return schema
        .column(name)
        .filter(column -> column.type() == type)
        .orElseGet(() -> Column.builder(name, type).build());
  }

  private @Nullable Object value(ColumnType type) {
    JsonToken token = next();
    if (token == JsonToken.VALUE_NULL) {
      return null;
    }
    if (token == JsonToken.START_ARRAY) {
      return unreadable();
    }
    return switch (type) {
      case TEXT, CHOICE -> text(token);
      case WHOLE_NUMBER -> number(token);
      case DECIMAL, MONEY -> in.getDecimalValue();
      case YES_NO -> token == JsonToken.VALUE_TRUE;
      case DATE -> LocalDate.ofEpochDay(number(token));
      case TIMESTAMP ->
          token == JsonToken.VALUE_STRING
              ? Instant.parse(in.getString())
              : Instant.ofEpochMilli(number(token));
    };
  }

  private UnreadableValue unreadable() {
    UnreadableValue value =
        new UnreadableValue(UnreadableValue.Form.valueOf(text(next())), text(next()));
    if (next() != JsonToken.END_ARRAY) {
      throw new DamagedChangesException("The end of a value is missing", null);
    }
    return value;
  }

  private String text(JsonToken token) {
    return token == JsonToken.VALUE_EMBEDDED_OBJECT
        ? ByteBuffer.wrap(in.getBinaryValue()).asCharBuffer().toString()
        : in.getString();
  }

  private long number(JsonToken token) {
    if (token != JsonToken.VALUE_NUMBER_INT) {
      throw new DamagedChangesException("A " + token + " stands where a number should", null);
    }
    return in.getLongValue();
  }

  /** Whether nothing more follows. */
  public boolean isAtEnd() {
    if (!isPeeked) {
      advance();
      isPeeked = true;
    }
    return in.currentToken() == null;
  }

  private JsonToken next() {
    if (!isPeeked) {
      advance();
    }
    isPeeked = false;
    JsonToken token = in.currentToken();
    if (token == null) {
      throw new DamagedChangesException("The end is missing", null);
    }
    return token;
  }

  private void advance() {
    try {
      in.nextToken();
    } catch (JacksonException e) {
      throw new DamagedChangesException("Is damaged", e);
    }
  }

  /** Closes the source. */
  @Override
  public void close() {
    in.close();
  }
}
