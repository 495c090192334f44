package app.pallet.draft;

import app.pallet.change.ChangeAction;
import app.pallet.change.DamagedChangesException;
import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import app.pallet.change.RowOrigin;
import app.pallet.change.StepOrigins;
import app.pallet.change.stored.ChangeReader;
import app.pallet.schema.TableSchema;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads what {@link FrameWriter} wrote, up to the first frame that is cut off or damaged. */
final class FrameReader {

  private final InputStream in;
  private final TableSchema schema;
  private final int format;
  private long left;
  private int lastSize;

  /**
   * Reads frames of a file.
   *
   * @param in stands at a frame; its owner closes it
   * @param left bytes to the end of the file
   * @param format the version of the file's format
   */
  FrameReader(InputStream in, long left, TableSchema schema, int format) {
    this.format = format;
    this.in = in;
    this.left = left;
    this.schema = schema;
  }

  /** A frame and when it was written. */
  record Timed(Instant at, DraftFrame frame) {}

  /**
   * The next frame; empty at the end.
   *
   * @throws DamagedChangesException if what follows is not a whole frame as it was written
   */
  Optional<Timed> next() throws IOException {
    if (left == 0) {
      return Optional.empty();
    }
    if (left < FrameWriter.ENVELOPE) {
      throw new DamagedChangesException("The last frame is cut off", null);
    }
    ByteBuffer envelope = ByteBuffer.wrap(in.readNBytes(FrameWriter.ENVELOPE));
    int length = envelope.getInt();
    int checksum = envelope.getInt();
    if (length < 1 || length > left - FrameWriter.ENVELOPE) {
      throw new DamagedChangesException("A frame of %d bytes is cut off".formatted(length), null);
    }
    byte[] content = in.readNBytes(length);
    if (content.length < length || FrameWriter.checksum(length, content, 0) != checksum) {
      throw new DamagedChangesException("A frame's check sum is wrong", null);
    }
    try (ChangeReader reader =
        new ChangeReader(new ByteArrayInputStream(content), schema, format)) {
      Timed frame = read(reader);
      lastSize = FrameWriter.ENVELOPE + length;
      left -= lastSize;
      return Optional.of(frame);
    }
  }

  /** Bytes of the frame that was read last. */
  int lastSize() {
    return lastSize;
  }

  private static Timed read(ChangeReader in) {
    int kind = (int) in.number();
    Instant at = Instant.ofEpochMilli(in.number());
    DraftFrame frame =
        switch (kind) {
          case FrameWriter.HEADER ->
              new DraftFrame.Header(in.text(), in.text(), in.text(), in.number());
          case FrameWriter.STEP -> new DraftFrame.Acted(step(in));
          case FrameWriter.UNDO -> new DraftFrame.Acted(new ChangeAction.Undo());
          case FrameWriter.REDO -> new DraftFrame.Acted(new ChangeAction.Redo());
          case FrameWriter.SETTLE ->
              new DraftFrame.Acted(new ChangeAction.Settle(keys(in), List.of()));
          case FrameWriter.SETTLE_WITH_LATER ->
              new DraftFrame.Acted(new ChangeAction.Settle(keys(in), results(in)));
          case FrameWriter.SETTLE_WITH_KEYS ->
              new DraftFrame.Acted(new ChangeAction.Settle(keys(in), results(in), given(in)));
          case FrameWriter.REMARK -> new DraftFrame.Acted(new ChangeAction.Remark(results(in)));
          case FrameWriter.PREPARED -> new DraftFrame.Prepared(in.number(), step(in));
          case FrameWriter.RECORDED -> new DraftFrame.Recorded(in.number());
          case FrameWriter.COMMIT_STARTED -> new DraftFrame.CommitStarted(in.text());
          case FrameWriter.COMMIT_ENDED -> new DraftFrame.CommitEnded(in.text());
          default -> throw new DamagedChangesException("There is no kind of frame " + kind, null);
        };
    return new Timed(at, frame);
  }

  private static ChangeAction.Step step(ChangeReader in) {
    String label = in.message().text();
    List<ChangeAction.Result> results = results(in);
    return new ChangeAction.Step(
        label, results, in.isAtEnd() ? StepOrigins.NONE : origins(in, results.size()));
  }

  private static StepOrigins origins(ChangeReader in, int rows) {
    List<String> sources = new ArrayList<>();
    List<StepOrigins.Run> runs = new ArrayList<>();
    long size = in.number();
    long end = 0;
    for (long i = 0; i < size; i++) {
      long first = end + in.number();
      long count = in.number();
      long line = in.number();
      long source = in.number();
      if (source == sources.size()) {
        sources.add(in.text());
      }
      end = first + count;
      if (first < 0 || count < 1 || end > rows || source < 0 || source >= sources.size()) {
        throw new DamagedChangesException("Rows come from where there is nothing", null);
      }
      RowOrigin origin = new RowOrigin(sources.get((int) source), line);
      runs.add(new StepOrigins.Run((int) first, (int) count, origin));
    }
    return new StepOrigins(runs);
  }

  private static Set<RowKey> keys(ChangeReader in) {
    long size = in.number();
    Set<RowKey> keys = new HashSet<>();
    for (long i = 0; i < size; i++) {
      keys.add(in.key());
    }
    return keys;
  }

  private static Map<RowKey.New, RowKey.Stored> given(ChangeReader in) {
    long size = in.number();
    Map<RowKey.New, RowKey.Stored> given = new HashMap<>();
    for (long i = 0; i < size; i++) {
      given.put(new RowKey.New(in.number()), in.stored());
    }
    return given;
  }

  private static List<ChangeAction.Result> results(ChangeReader in) {
    long size = in.number();
    List<ChangeAction.Result> results = new ArrayList<>();
    for (long i = 0; i < size; i++) {
      if (in.number() == 0) {
        results.add(new ChangeAction.Result(in.key(), null));
      } else {
        RowChange change = in.change();
        results.add(new ChangeAction.Result(change.key(), change));
      }
    }
    return results;
  }
}
