package app.pallet.commit.ledger;

import app.pallet.change.DamagedChangesException;
import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import app.pallet.change.RowStamp;
import app.pallet.change.stored.ChangeReader;
import app.pallet.change.stored.ChangeWriter;
import app.pallet.schema.TableSchema;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * The changes of a transaction as the ledger keeps them: a format number, how many there are, and
 * each change, an added row followed by its key; compressed (decision 0121). Stateless, for any
 * thread.
 */
final class LedgerContent {

  private LedgerContent() {}

  /**
   * Encodes changes.
   *
   * @param ids the key of each added row
   */
  static byte[] encode(List<RowChange> changes, Map<RowKey.New, RowKey.Stored> ids) {
    return LedgerCompression.of(changes.size())
        .compress(stream -> {
          try (ChangeWriter writer = new ChangeWriter(stream)) {
            writer.format().number(changes.size());
            for (RowChange change : changes) {
              writer.change(change.problems().isEmpty() ? change : change.withProblems(List.of()));
              if (change instanceof RowChange.Add add) {
                writer.stored(Objects.requireNonNull(ids.get(add.key())));
              }
            }
          }
        });
  }

  /**
   * Decodes changes one by one.
   *
   * @param schema the table as it is now
   * @throws DamagedChangesException if they can't be read, or a newer Pallet wrote them
   */
  static void decode(byte[] content, TableSchema schema, Consumer<CommittedChange> consumer) {
    try (ChangeReader reader = ChangeReader.ofFormatted(LedgerCompression.open(content), schema)) {
      RowStamp added = RowStamp.ofAdded(schema);
      long size = reader.number();
      for (long i = 0; i < size; i++) {
        RowChange change = reader.change();
        consumer.accept(CommittedChange.of(change, row(change, reader), added));
      }
    }
  }

  private static RowKey.Stored row(RowChange change, ChangeReader reader) {
    return switch (change) {
      case RowChange.Add add -> reader.stored();
      case RowChange.Edit edit -> edit.key();
      case RowChange.Delete delete -> delete.key();
    };
  }
}
