package app.pallet.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.pallet.change.ChangeAction;
import app.pallet.change.DamagedChangesException;
import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import app.pallet.change.RowOrigin;
import app.pallet.change.RowStamp;
import app.pallet.change.RowValues;
import app.pallet.change.StepOrigins;
import app.pallet.change.stored.ChangeWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What Pallets of other versions can read of a draft, and what can be read of theirs. */
final class FrameFormatTest {

  /** As Pallet wrote a step before it knew where edits come from. */
  private static final String OLDER =
      "00000046f0fe4952011b000001a2039053c071496d706f7274207072696365732e63737602010101"
          + "010001646e616d656454455854636f6c6400636e6577000101020100636f6c6400636e657700";

  private static final Instant AT = Instant.parse("2026-11-22T14:02:00Z");
  private static final StepOrigins ORIGINS =
      new StepOrigins(
          List.of(
              new StepOrigins.Run(0, 1, new RowOrigin("prices.csv", 2)),
              new StepOrigins.Run(1, 1, new RowOrigin("more.csv", 7))));

  static List<DraftFrame> frames() {
    return List.of(
        new DraftFrame.Acted(step(StepOrigins.NONE)),
        new DraftFrame.Acted(step(ORIGINS)),
        new DraftFrame.Prepared(3, step(StepOrigins.NONE)),
        new DraftFrame.Prepared(4, step(ORIGINS)));
  }

  @ParameterizedTest
  @MethodSource("frames")
  void aFrameIsReadAsItWasWritten(DraftFrame frame) throws IOException {
    assertThat(read(bytes(frame))).isEqualTo(frame);
  }

  @Test
  void aStepWithoutOriginsIsWrittenAsItAlwaysWas() throws IOException {
    DraftFrame frame = new DraftFrame.Acted(step(StepOrigins.NONE));

    assertThat(HexFormat.of().formatHex(bytes(frame))).isEqualTo(OLDER);
    assertThat(read(HexFormat.of().parseHex(OLDER))).isEqualTo(frame);
  }

  @Test
  void whatAnOlderPalletReadsOfAStepWithOriginsIsTheStep() {
    byte[] without = content(new DraftFrame.Acted(step(StepOrigins.NONE)));
    byte[] with = content(new DraftFrame.Acted(step(ORIGINS)));

    assertThat(with).startsWith(without).hasSizeGreaterThan(without.length);
  }

  @Test
  void whatIsNoWholeFrameIsDamaged() {
    byte[] whole = bytes(new DraftFrame.Acted(step(ORIGINS)));
    assertDamage(Arrays.copyOf(whole, 7), "The last frame is cut off");
    assertDamage(
        Arrays.copyOf(whole, whole.length - 1),
        "A frame of %d bytes is cut off".formatted(whole.length - FrameWriter.ENVELOPE));
    assertDamage(new byte[9], "A frame of 0 bytes is cut off");
    for (int place : new int[] {4, 8, whole.length - 1}) {
      byte[] damaged = whole.clone();
      damaged[place] ^= 1;
      assertDamage(damaged, "A frame's check sum is wrong");
    }
    assertDamage(frame(out -> out.number(99).number(0)), "There is no kind of frame 99");
    FrameReader ended = // a disk that gives less than the file's size promises
        new FrameReader(
            new ByteArrayInputStream(whole, 0, whole.length - 1),
            whole.length,
            RandomActions.SCHEMA,
            DraftFile.VERSION);
    assertThatThrownBy(ended::next)
        .isInstanceOf(DamagedChangesException.class)
        .hasMessage("A frame's check sum is wrong");
  }

  /**
   * Where the two rows of a step come from: how many runs; of each how far it is behind the last
   * one, its rows, its line, the number of its source, and the text of a new one.
   */
  static List<Consumer<ChangeWriter>> runs() {
    return List.of(
        out -> out.number(1).number(-1).number(1).number(2).number(0).text("a.csv"),
        out -> out.number(1).number(0).number(0).number(2).number(0).text("a.csv"),
        out -> out.number(1).number(1).number(2).number(2).number(0).text("a.csv"),
        out -> out.number(1).number(0).number(1).number(2).number(1),
        out -> out.number(1).number(0).number(1).number(2).number(-1));
  }

  @ParameterizedTest
  @MethodSource("runs")
  void rowsThatComeFromWhereThereIsNothingAreDamage(Consumer<ChangeWriter> runs) {
    byte[] bytes =
        frame(out -> {
          out.number(FrameWriter.STEP).number(AT.toEpochMilli()).text("Import");
          out.number(2).number(0).key(new RowKey.Id(1)).number(0).key(new RowKey.Id(2));
          runs.accept(out);
        });
    assertDamage(bytes, "Rows come from where there is nothing");
  }

  private static void assertDamage(byte[] bytes, String message) {
    assertThatThrownBy(() -> read(bytes))
        .isInstanceOf(DamagedChangesException.class)
        .hasMessage(message);
  }

  /** A frame whose envelope is right, whatever is in it. */
  private static byte[] frame(Consumer<ChangeWriter> content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ChangeWriter out = new ChangeWriter(bytes)) {
      content.accept(out);
    }
    int length = bytes.size();
    return ByteBuffer.allocate(FrameWriter.ENVELOPE + length)
        .putInt(length)
        .putInt(FrameWriter.checksum(length, bytes.toByteArray(), 0))
        .put(bytes.toByteArray())
        .array();
  }

  private static ChangeAction.Step step(StepOrigins origins) {
    List<ChangeAction.Result> results =
        List.of(1L, 2L).stream()
            .map(id -> new ChangeAction.Result(new RowKey.Id(id), edit(id)))
            .toList();
    return new ChangeAction.Step("Import prices.csv", results, origins);
  }

  private static RowChange edit(long id) {
    return new RowChange.Edit(
        new RowKey.Id(id),
        RowValues.of(RandomActions.NAME, "old"),
        RowValues.of(RandomActions.NAME, "new"),
        RowStamp.Counted.of(1),
        List.of());
  }

  private static byte[] content(DraftFrame frame) {
    byte[] bytes = bytes(frame);
    return Arrays.copyOfRange(bytes, FrameWriter.ENVELOPE, bytes.length);
  }

  private static byte[] bytes(DraftFrame frame) {
    var written = FrameWriter.write(AT, frame);
    byte[] bytes = new byte[written.remaining()];
    written.get(bytes);
    return bytes;
  }

  private static DraftFrame read(byte[] bytes) throws IOException {
    return new FrameReader(
            new ByteArrayInputStream(bytes), bytes.length, RandomActions.SCHEMA, DraftFile.VERSION)
        .next()
        .orElseThrow()
        .frame();
  }
}
