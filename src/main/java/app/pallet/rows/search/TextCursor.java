package app.pallet.rows.search;

import app.pallet.rows.keys.IdCursor;
import app.pallet.rows.keys.IdRange;
import app.pallet.rows.keys.KeySnapshot;
import app.pallet.rows.keys.QueryInterrupt;
import java.io.IOException;
import java.sql.SQLException;
import java.util.BitSet;
import java.util.function.BooleanSupplier;

/** The ids of the rows whose texts in a {@link SearchTextFile} have a needle. */
public final class TextCursor implements IdCursor {

  private final SearchTextFile file;
  private final TextNeedle needle;
  private final int end;
  private final QueryInterrupt interrupt;
  private int next;

  /** A cursor over some chunks of a file, which it uses until it is closed. */
  TextCursor(SearchTextFile file, TextNeedle needle, IdRange chunks, QueryInterrupt interrupt) {
    this.file = file;
    this.needle = needle;
    this.next = (int) chunks.first();
    this.end = (int) chunks.last() + 1;
    this.interrupt = interrupt;
    file.use();
  }

  @Override
  public boolean read(KeySnapshot.Builder keys, BooleanSupplier enough) throws SQLException {
    try {
      BitSet hits = new BitSet();
      while (next < end) {
        interrupt.check();
        SearchTextFile.Chunk chunk = file.read(next++);
        needle.find(chunk, hits);
        hits.stream().forEach(row -> keys.add(chunk.ids()[row]));
        hits.clear();
        if (enough.getAsBoolean()) {
          return next < end;
        }
      }
      return false;
    } catch (IOException e) {
      throw new SQLException("The texts kept for searching can't be read", e);
    }
  }

  @Override
  public void close() throws SQLException {
    try {
      file.release();
    } catch (IOException e) {
      throw new SQLException("The texts kept for searching can't be closed", e);
    }
  }
}
