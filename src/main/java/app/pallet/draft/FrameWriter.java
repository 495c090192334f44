package app.pallet.draft;

import app.pallet.change.ChangeAction;
import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import app.pallet.change.StepOrigins;
import app.pallet.change.stored.ChangeWriter;
import app.pallet.text.Message;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32C;

/**
 * Writes frames: four bytes that say how long the content is, four of a check sum over length and
 * content, the content. It begins with the kind and the time in milliseconds, and is a sequence of
 * CBOR items to its end.
 */
final class FrameWriter {

  static final int HEADER = 0;
  static final int STEP = 1;
  static final int UNDO = 2;
  static final int REDO = 3;
  static final int SETTLE = 4;
  static final int REMARK = 5;
  static final int PREPARED = 6;
  static final int RECORDED = 7;
  static final int COMMIT_STARTED = 8;
  static final int COMMIT_ENDED = 9;
  static final int SETTLE_WITH_LATER = 10;
  static final int SETTLE_WITH_KEYS = 11;

  /** Length and check sum. */
  static final int ENVELOPE = 2 * Integer.BYTES;

  private FrameWriter() {}

  /** The bytes of a frame, ready to be read. */
  static ByteBuffer write(Instant at, DraftFrame frame) {
    Content content = new Content();
    try (ChangeWriter out = new ChangeWriter(content)) {
      write(out, at, frame);
    }
    return content.enveloped();
  }

  private static void write(ChangeWriter out, Instant at, DraftFrame frame) {
    switch (frame) {
      case DraftFrame.Header(var table, var identity, var user, var lastNumber) ->
          begin(out, HEADER, at).text(table).text(identity).text(user).number(lastNumber);
      case DraftFrame.Acted(var action) -> action(out, at, action);
      case DraftFrame.Prepared(var id, var step) -> step(begin(out, PREPARED, at).number(id), step);
      case DraftFrame.Recorded(var id) -> begin(out, RECORDED, at).number(id);
      case DraftFrame.CommitStarted(var token) -> begin(out, COMMIT_STARTED, at).text(token);
      case DraftFrame.CommitEnded(var token) -> begin(out, COMMIT_ENDED, at).text(token);
    }
  }

  private static void action(ChangeWriter out, Instant at, ChangeAction action) {
    switch (action) {
      case ChangeAction.Step step -> step(begin(out, STEP, at), step);
      case ChangeAction.Undo undo -> begin(out, UNDO, at);
      case ChangeAction.Redo redo -> begin(out, REDO, at);
      case ChangeAction.Settle(var keys, var later, var given) -> {
        boolean isBare = later.isEmpty() && given.isEmpty();
        begin(out, isBare ? SETTLE : given.isEmpty() ? SETTLE_WITH_LATER : SETTLE_WITH_KEYS, at);
        keys(out, keys);
        if (!isBare) {
          results(out, later);
        }
        if (!given.isEmpty()) {
          out.number(given.size());
          given.forEach((added, key) -> out.number(added.number()).stored(key));
        }
      }
      case ChangeAction.Remark(var results) -> {
        begin(out, REMARK, at);
        results(out, results);
      }
    }
  }

  private static ChangeWriter begin(ChangeWriter out, int kind, Instant at) {
    return out.number(kind).number(at.toEpochMilli());
  }

  private static void step(ChangeWriter out, ChangeAction.Step step) {
    out.message(Message.of(step.label()));
    results(out, step.results());
    if (!step.origins().isEmpty()) { // older Pallets read no further, and write nothing here
      origins(out, step.origins().runs());
    }
  }

  /** A source is written out where it is first met, and only its number later. */
  private static void origins(ChangeWriter out, List<StepOrigins.Run> runs) {
    Map<String, Integer> sources = new HashMap<>();
    out.number(runs.size());
    int end = 0;
    for (StepOrigins.Run run : runs) {
      String source = run.origin().source();
      Integer known = sources.putIfAbsent(source, sources.size());
      out.number(run.first() - (long) end).number(run.rows()).number(run.origin().line());
      if (known == null) {
        out.number(sources.size() - 1L).text(source);
      } else {
        out.number(known);
      }
      end = run.end();
    }
  }

  private static void keys(ChangeWriter out, Set<RowKey> keys) {
    out.number(keys.size());
    keys.forEach(out::key);
  }

  private static void results(ChangeWriter out, List<ChangeAction.Result> results) {
    out.number(results.size());
    for (ChangeAction.Result result : results) {
      RowChange change = result.change();
      if (change == null) {
        out.number(0).key(result.key());
      } else {
        out.number(1).change(change);
      }
    }
  }

  /** The check sum of a frame, from its length and its content. */
  static int checksum(int length, byte[] bytes, int from) {
    CRC32C sum = new CRC32C();
    sum.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, length));
    sum.update(bytes, from, length);
    return (int) sum.getValue();
  }

  /** Collects the content behind a place for its envelope, so that it needn't be copied. */
  private static final class Content extends ByteArrayOutputStream {

    Content() {
      count = ENVELOPE;
      buf = new byte[256];
    }

    ByteBuffer enveloped() {
      int length = count - ENVELOPE;
      return ByteBuffer.wrap(buf, 0, count)
          .putInt(0, length)
          .putInt(Integer.BYTES, checksum(length, buf, ENVELOPE));
    }
  }
}
