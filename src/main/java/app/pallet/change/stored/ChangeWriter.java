package app.pallet.change.stored;

import app.pallet.change.ColumnSet;
import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import app.pallet.change.RowOrigin;
import app.pallet.change.RowProblem;
import app.pallet.change.RowStamp;
import app.pallet.change.RowValues;
import app.pallet.schema.Column;
import app.pallet.schema.UnreadableValue;
import app.pallet.schema.table.PendingParent;
import app.pallet.text.Message;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.dataformat.cbor.CBORFactory;

/**
 * Writes changes as a sequence of CBOR items (RFC 8949), for drafts on disk and for the ledger.
 * What {@link ChangeReader} reads is equal to what was written here, whatever has become of the
 * table's columns since: a column set is written out, with names and types, where it is first met,
 * and only its number later. Confined to one thread.
 */
public final class ChangeWriter implements AutoCloseable {

  /**
   * The number of the form that is written. Form 1 has no keys of parts, only versions for stamps,
   * and texts in place of messages (decision 0172).
   */
  public static final int FORMAT = 2;

  /** What a value begins with that refers to a row yet to be added. */
  static final String OWN_ROW = "OWN_ROW";

  static final String OTHER_ROW = "OTHER_ROW";

  private static final CBORFactory CBOR = new CBORFactory();

  private final JsonGenerator out;
  private final Map<ColumnSet, Integer> columnSets = new HashMap<>();
  private ColumnSet lastColumns = ColumnSet.EMPTY;
  private int lastNumber = -1;

  /**
   * Begins a sequence.
   *
   * @param target closed with this writer
   */
  public ChangeWriter(OutputStream target) {
    out = CBOR.createGenerator(ObjectWriteContext.empty(), target);
  }

  /** Writes in which form the rest is, where nothing else tells. */
  public ChangeWriter format() {
    return number(FORMAT);
  }

  /** Writes a change, with its problems. */
  public ChangeWriter change(RowChange change) {
    switch (change) {
      case RowChange.Add add -> {
        number(ChangeKind.ADD.code()).number(add.key().number());
        values(add.after());
        origin(add.origin());
      }
      case RowChange.Edit edit -> {
        number(ChangeKind.EDIT.code()).stored(edit.key()).stamp(edit.stamp());
        values(edit.before());
        values(edit.after());
      }
      case RowChange.Delete delete -> {
        number(ChangeKind.DELETE.code()).stored(delete.key()).stamp(delete.stamp());
        values(delete.before());
      }
    }
    return problems(change.problems());
  }

  /** Writes which row is meant. */
  public ChangeWriter key(RowKey key) {
    return switch (key) {
      case RowKey.Stored stored -> number(0).stored(stored);
      case RowKey.New added -> number(1).number(added.number());
    };
  }

  /** Writes which row of the database is meant: a number, or an array of the key's parts. */
  public ChangeWriter stored(RowKey.Stored key) {
    if (key instanceof RowKey.Id(long id)) { // nearly always, and quicker than a switch
      return number(id);
    }
    out.writeStartArray();
    ((RowKey.Parts) key).values().forEach(this::part);
    out.writeEndArray();
    return this;
  }

  private void part(Object part) {
    if (part instanceof UUID uuid) {
      out.writeStartArray();
      number(uuid.getMostSignificantBits()).number(uuid.getLeastSignificantBits());
      out.writeEndArray();
    } else if (part instanceof UnreadableValue bytes) {
      out.writeStartArray();
      text(bytes.text());
      out.writeEndArray();
    } else {
      value(part);
    }
  }

  /** A number, a text or nothing: each kind of stamp looks different. */
  private void stamp(RowStamp stamp) {
    if (stamp instanceof RowStamp.Counted(long version)) {
      number(version);
    } else if (stamp instanceof RowStamp.Mark(String mark)) {
      text(mark);
    } else {
      out.writeNull();
    }
  }

  /** Writes a message: a text as it is, or an array of the key and the arguments. */
  public ChangeWriter message(Message message) {
    if (message.isPlain()) {
      return text(message.text());
    }
    withArguments(message);
    return this;
  }

  private void withArguments(Message message) {
    out.writeStartArray();
    text(message.key());
    for (Object argument : message.arguments()) {
      if (argument instanceof Message part) {
        withArguments(part); // a plain one, too, so that it does not become a text
      } else {
        value(argument);
      }
    }
    out.writeEndArray();
  }

  /** Writes problems. */
  public ChangeWriter problems(List<RowProblem> problems) {
    number(problems.size());
    for (RowProblem problem : problems) {
      origin(problem.origin());
      text(problem.column()).text(problem.value());
      message(Message.of(problem.message())).message(Message.of(problem.accepted()));
      text(problem.severity().name());
    }
    return this;
  }

  /** Writes a text, whatever characters it holds. */
  public ChangeWriter text(String text) {
    if (isUnicode(text)) {
      out.writeString(text);
    } else {
      byte[] units = new byte[text.length() * Character.BYTES]; // half a pair can't be in UTF-8
      ByteBuffer.wrap(units).asCharBuffer().put(text);
      out.writeBinary(units);
    }
    return this;
  }

  /** Writes a whole number. */
  public ChangeWriter number(long number) {
    out.writeNumber(number);
    return this;
  }

  private void origin(RowOrigin origin) {
    text(origin.source()).number(origin.line());
  }

  private void values(RowValues values) {
    columns(values.columns());
    for (int i = 0; i < values.size(); i++) {
      value(values.valueAt(i));
    }
  }

  private void columns(ColumnSet columns) {
    if (lastNumber >= 0 && columns.equals(lastColumns)) { // as from row to row nearly always
      number(lastNumber);
      return;
    }
    Integer known = columnSets.putIfAbsent(columns, columnSets.size());
    lastColumns = columns;
    lastNumber = known == null ? columnSets.size() - 1 : known;
    if (known != null) {
      number(known);
      return;
    }
    number(lastNumber).number(columns.size());
    for (Column column : columns.asList()) {
      text(column.name()).text(column.type().name());
    }
  }

  private void value(@Nullable Object value) {
    switch (value) {
      case null -> out.writeNull();
      case String text -> text(text);
      case Long number -> out.writeNumber(number.longValue());
      case BigDecimal number -> out.writeNumber(number);
      case Boolean yes -> out.writeBoolean(yes);
      case LocalDate day -> out.writeNumber(day.toEpochDay());
      case Instant moment -> moment(moment);
      case UnreadableValue(var form, String text) -> {
        out.writeStartArray();
        text(form.name()).text(text);
        out.writeEndArray();
      }
      case PendingParent parent -> {
        out.writeStartArray();
        parent(parent);
        out.writeEndArray();
      }
      default -> throw new IllegalArgumentException("No column can hold a " + value.getClass());
    }
  }

  private void parent(PendingParent parent) {
    switch (parent) {
      case PendingParent.OwnRow(long number) -> text(OWN_ROW).number(number);
      case PendingParent.OtherRow row -> {
        text(OTHER_ROW).text(row.text());
        row.ordered().forEach((column, cell) -> text(column).text(cell));
      }
    }
  }

  private void moment(Instant moment) {
    if (moment.equals(Instant.ofEpochMilli(moment.toEpochMilli()))) {
      out.writeNumber(moment.toEpochMilli());
    } else {
      out.writeString(moment.toString());
    }
  }

  private static boolean isUnicode(String text) {
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      if (Character.isSurrogate(unit)) {
        boolean pair =
            Character.isHighSurrogate(unit)
                && i + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(i + 1));
        if (!pair) {
          return false;
        }
        i++;
      }
    }
    return true;
  }

  /** Ends the sequence and closes its target. */
  @Override
  public void close() {
    out.close();
  }
}
