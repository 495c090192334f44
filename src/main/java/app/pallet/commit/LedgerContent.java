package app.pallet.commit;

import app.pallet.change.ChangeReader;
import app.pallet.change.ChangeWriter;
import app.pallet.change.DamagedChangesException;
import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import app.pallet.schema.TableSchema;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * The changes of a transaction as the ledger keeps them: a format number, how many there are, and
 * each change, an added row followed by its key; deflated for speed, because a commit waits for it.
 * Stateless, for any thread.
 */
final class LedgerContent {

  private static final int FORMAT = 1;

  /** Of a stream; a commit one by one makes a stream for each row. */
  private static final int BUFFER = 8 * 1024;

  private LedgerContent() {}

  /**
   * Encodes changes.
   *
   * @param ids the key of each added row
   */
  static byte[] encode(List<RowChange> changes, Map<RowKey.New, Long> ids) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    try (ChangeWriter writer =
        new ChangeWriter(new DeflaterOutputStream(bytes, deflater, BUFFER))) {
      writer.number(FORMAT).number(changes.size());
      for (RowChange change : changes) {
        writer.change(change.withProblems(List.of()));
        if (change instanceof RowChange.Add add) {
          writer.number(Objects.requireNonNull(ids.get(add.key())));
        }
      }
    } finally {
      deflater.end();
    }
    return bytes.toByteArray();
  }

  /**
   * Decodes changes one by one.
   *
   * @param schema the table as it is now
   * @throws DamagedChangesException if they can't be read, or a newer Pallet wrote them
   */
  static void decode(byte[] content, TableSchema schema, Consumer<CommittedChange> consumer) {
    try (ChangeReader reader =
        new ChangeReader(new InflaterInputStream(new ByteArrayInputStream(content)), schema)) {
      long format = reader.number();
      if (format != FORMAT) {
        throw new DamagedChangesException("Was written by a newer Pallet: format " + format, null);
      }
      long size = reader.number();
      for (long i = 0; i < size; i++) {
        RowChange change = reader.change();
        consumer.accept(new CommittedChange(change, id(change, reader)));
      }
    }
  }

  private static long id(RowChange change, ChangeReader reader) {
    return switch (change) {
      case RowChange.Add add -> reader.number();
      case RowChange.Edit edit -> edit.key().id();
      case RowChange.Delete delete -> delete.key().id();
    };
  }
}
