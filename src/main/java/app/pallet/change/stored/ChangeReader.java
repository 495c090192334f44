package app.pallet.change.stored;

import app.pallet.change.ColumnSet;
import app.pallet.change.DamagedChangesException;
import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import app.pallet.change.RowOrigin;
import app.pallet.change.RowProblem;
import app.pallet.change.RowStamp;
import app.pallet.change.RowValues;
import app.pallet.schema.Column;
import app.pallet.schema.ColumnType;
import app.pallet.schema.TableSchema;
import app.pallet.schema.UnreadableValue;
import app.pallet.schema.table.PendingParent;
import app.pallet.text.Message;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonParser.NumberType;
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
  private int format;
  private final List<ColumnSet> columnSets = new ArrayList<>();
  private boolean isPeeked;

  /**
   * Begins at the start of a sequence.
   *
   * @param source closed with this reader
   * @param schema the table as it is now
   * @param format the {@link ChangeWriter#FORMAT} in which they were written, from 1
   * @throws DamagedChangesException if not even a beginning can be read
   */
  public ChangeReader(InputStream source, TableSchema schema, int format) {
    this.schema = schema;
    this.format = format;
    try {
      in = CBOR.createParser(ObjectReadContext.empty(), source);
    } catch (JacksonException e) {
      throw new DamagedChangesException("The stored changes are damaged", e);
    }
  }

  /**
   * Begins at the start of a sequence whose first item says in which form it goes on, as {@link
   * ChangeWriter#format} writes it.
   *
   * @param source closed with this reader
   * @param schema the table as it is now
   * @throws DamagedChangesException if it can't be read, or a newer Pallet wrote it
   */
  public static ChangeReader ofFormatted(InputStream source, TableSchema schema) {
    ChangeReader reader = new ChangeReader(source, schema, ChangeWriter.FORMAT);
    long format = reader.number();
    if (format < 1 || format > ChangeWriter.FORMAT) {
      throw new DamagedChangesException("Was written by a newer Pallet: format " + format, null);
    }
    reader.format = (int) format;
    return reader;
  }

  /**
   * Reads a change.
   *
   * @throws DamagedChangesException if none stands here
   */
  public RowChange change() {
    return reading(this::readChange);
  }

  private static <T> T reading(Supplier<T> part) {
    try {
      return part.get();
    } catch (IllegalArgumentException
        | ArithmeticException
        | DateTimeException
        | JacksonException e) {
      throw new DamagedChangesException("The stored changes are damaged", e);
    }
  }

  private RowChange readChange() {
    return switch (ChangeKind.of(number())) {
      case ADD -> {
        RowKey.New key = new RowKey.New(number());
        RowValues after = values();
        RowOrigin origin = origin();
        yield new RowChange.Add(key, after, origin, problems());
      }
      case EDIT -> {
        RowKey.Stored key = readStored();
        RowStamp stamp = stamp();
        RowValues before = values();
        RowValues after = values();
        yield new RowChange.Edit(key, before, after, stamp, problems());
      }
      case DELETE -> {
        RowKey.Stored key = readStored();
        RowStamp stamp = stamp();
        RowValues before = values();
        yield new RowChange.Delete(key, before, stamp, problems());
      }
    };
  }

  /** Reads which row is meant. */
  public RowKey key() {
    return number() == 0 ? stored() : new RowKey.New(number());
  }

  /** Reads which row of the database is meant. */
  public RowKey.Stored stored() {
    return reading(this::readStored);
  }

  private RowKey.Stored readStored() {
    JsonToken token = next();
    if (token != JsonToken.START_ARRAY) {
      return new RowKey.Id(number(token));
    }
    List<Object> parts = new ArrayList<>();
    for (JsonToken part = next(); part != JsonToken.END_ARRAY; part = next()) {
      parts.add(part(part));
    }
    return RowKey.Parts.of(parts.toArray());
  }

  private Object part(JsonToken token) {
    if (token == JsonToken.VALUE_NUMBER_INT && in.getNumberType() == NumberType.BIG_INTEGER) {
      return in.getDecimalValue(); // a floating point number without a fraction may be that large
    }
    if (token != JsonToken.START_ARRAY) {
      return argument(token);
    }
    JsonToken first = next();
    Object part =
        first == JsonToken.VALUE_NUMBER_INT
            ? new UUID(number(first), number())
            : new UnreadableValue(UnreadableValue.Form.BYTES, text(first));
    endArray();
    return part;
  }

  /** A value that says by itself of which type it is. */
  private Object argument(JsonToken token) {
    return switch (token) {
      case VALUE_NUMBER_INT -> in.getLongValue();
      case VALUE_NUMBER_FLOAT -> in.getDecimalValue();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_STRING, VALUE_EMBEDDED_OBJECT -> text(token);
      default -> throw new DamagedChangesException("A " + token + " stands for a value", null);
    };
  }

  private RowStamp stamp() {
    JsonToken token = next();
    return switch (token) {
      case VALUE_NULL -> RowStamp.Seen.BY_VALUES;
      case VALUE_STRING, VALUE_EMBEDDED_OBJECT -> new RowStamp.Mark(text(token));
      default -> {
        long version = number(token);
        yield format == 1 && version == -1 // what format 1 has for a row without a version
            ? RowStamp.Seen.BY_VALUES
            : RowStamp.Counted.of(version);
      }
    };
  }

  /** Reads a message; a text of format 1 is one as it is. */
  public Message message() {
    return reading(() -> message(next()));
  }

  private Message message(JsonToken token) {
    if (token != JsonToken.START_ARRAY) {
      return Message.of(text(token));
    }
    String key = text();
    List<Object> arguments = new ArrayList<>();
    for (JsonToken next = next(); next != JsonToken.END_ARRAY; next = next()) {
      boolean isMessage = next == JsonToken.START_ARRAY;
      arguments.add(isMessage ? message(next) : argument(next));
    }
    return new Message(key, arguments);
  }

  /** Reads problems. */
  public List<RowProblem> problems() {
    long size = number();
    List<RowProblem> problems = new ArrayList<>();
    for (long i = 0; i < size; i++) {
      problems.add(
          new RowProblem(
              origin(),
              text(),
              text(),
              message().text(),
              message().text(),
              RowProblem.Severity.valueOf(text())));
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
      return special();
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

  /** What stands in the place of a value. */
  private Object special() {
    String kind = text(next());
    if (kind.equals(ChangeWriter.OTHER_ROW)) {
      return otherRow();
    }
    Object value =
        kind.equals(ChangeWriter.OWN_ROW)
            ? new PendingParent.OwnRow(number())
            : new UnreadableValue(UnreadableValue.Form.valueOf(kind), text(next()));
    endArray();
    return value;
  }

  private PendingParent.OtherRow otherRow() {
    String name = text(next());
    Map<String, String> cells = new HashMap<>();
    for (JsonToken column = next(); column != JsonToken.END_ARRAY; column = next()) {
      cells.put(text(column), text(next()));
    }
    return new PendingParent.OtherRow(name, cells);
  }

  private void endArray() {
    if (next() != JsonToken.END_ARRAY) {
      throw new DamagedChangesException("The end of a value is missing", null);
    }
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
      throw new DamagedChangesException("The stored changes are damaged", e);
    }
  }

  /** Closes the source. */
  @Override
  public void close() {
    in.close();
  }
}
