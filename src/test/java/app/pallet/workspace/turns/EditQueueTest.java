package app.pallet.workspace.turns;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import app.pallet.commit.CommitPlan;
import app.pallet.commit.CommitReport;
import app.pallet.rows.query.SortOrder;
import app.pallet.work.DirectRunner;
import app.pallet.work.WorkRunner;
import app.pallet.workspace.OpenCatalogue;
import app.pallet.workspace.StepwiseRunner;
import app.pallet.workspace.checks.GuardLimits;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the user does first takes effect first, whatever the background does and how slowly. */
final class EditQueueTest {

  private static final int ROWS = 600;

  @TempDir private static Path folder;

  private static Path file;

  @BeforeAll
  static void fill() {
    file = folder.resolve("shop.pallet");
    new OpenCatalogue(file).withProducts(ROWS).close();
  }

  /** A window over the catalogue whose background works when the test says so. */
  private static OpenCatalogue open(WorkRunner reader) {
    return new OpenCatalogue(file, reader, new DirectRunner());
  }

  private static OpenCatalogue slow(StepwiseRunner reader) {
    OpenCatalogue catalogue = open(reader);
    reader.finish();
    return catalogue;
  }

  private static String price(OpenCatalogue catalogue, int row) {
    return catalogue
        .workspace
        .changes()
        .get(catalogue.key(row))
        .map(change -> change.after().get(catalogue.column("price")))
        .map(price -> ((BigDecimal) price).stripTrailingZeros().toPlainString())
        .orElse("");
  }

  private static void type(OpenCatalogue catalogue, int row, String text) {
    catalogue.workspace.edits().setCell(catalogue.key(row), catalogue.column("price"), text);
  }

  private static void fill(OpenCatalogue catalogue, int from, int to, String text) {
    catalogue.workspace.edits().fill(List.of(catalogue.block(from, to, "price")), text);
  }

  private static void undo(OpenCatalogue catalogue) {
    catalogue.workspace.queue().undo(taken -> {});
  }

  private static void redo(OpenCatalogue catalogue) {
    catalogue.workspace.queue().redo(taken -> {});
  }

  @Test
  void whatIsTypedAfterALongFillStays() {
    StepwiseRunner reader = new StepwiseRunner();
    try (OpenCatalogue catalogue = slow(reader)) {
      fill(catalogue, 0, ROWS - 1, "7");
      assertThat(reader.isIdle()).as("all rows were at hand").isFalse();
      type(catalogue, 0, "8");

      reader.finish();

      assertThat(price(catalogue, 0)).isEqualTo("8");
      assertThat(price(catalogue, 1)).isEqualTo("7");
      assertThat(catalogue.workspace.queue().undoLabel()).contains("Edit Price");
    }
  }

  @Test
  void anUndoOfWhatStillRunsCancelsItAndLeavesTheStepBeforeAlone() {
    StepwiseRunner reader = new StepwiseRunner();
    try (OpenCatalogue catalogue = slow(reader)) {
      type(catalogue, 0, "8");
      reader.finish();
      fill(catalogue, 0, ROWS - 1, "7");
      assertThat(catalogue.workspace.queue().undoLabel()).contains("Fill cells");

      undo(catalogue);
      assertThat(catalogue.workspace.queue().undoLabel()).contains("Edit Price");
      assertThat(catalogue.workspace.queue().redoLabel()).contains("Fill cells");
      reader.finish();

      assertThat(price(catalogue, 0)).isEqualTo("8");
      assertThat(catalogue.workspace.changes().counts().total()).isEqualTo(1);
      assertThat(catalogue.told).containsExactly("Fill cells: cancelled");

      redo(catalogue);
      reader.finish();

      assertThat(price(catalogue, 0)).isEqualTo("7");
      assertThat(catalogue.workspace.changes().counts().total()).isEqualTo(ROWS);
    }
  }

  @Test
  void anUndoThatComesAfterTheWorkButBeforeItsResultCancelsIt() {
    StepwiseRunner reader = new StepwiseRunner();
    try (OpenCatalogue catalogue = slow(reader)) {
      fill(catalogue, 0, ROWS - 1, "7");
      reader.run();

      undo(catalogue);
      reader.finish();

      assertThat(catalogue.workspace.changes().isEmpty()).isTrue();
    }
  }

  @Test
  void twoUndosTakeBackWhatWaitsAndWhatRuns() {
    StepwiseRunner reader = new StepwiseRunner();
    try (OpenCatalogue catalogue = slow(reader)) {
      fill(catalogue, 0, ROWS - 1, "7");
      type(catalogue, 0, "8");
      undo(catalogue);
      undo(catalogue);
      assertThat(catalogue.workspace.queue().undoLabel()).isEmpty();
      reader.finish();
      assertThat(catalogue.workspace.changes().isEmpty()).isTrue();

      redo(catalogue);
      redo(catalogue);
      reader.finish();
      assertThat(price(catalogue, 0)).isEqualTo("8");
      assertThat(price(catalogue, 1)).isEqualTo("7");
      assertThat(catalogue.workspace.queue().redoLabel()).isEmpty();
    }
  }

  @Test
  void whatIsDoneAfterAnUndoEndsRedoing() {
    StepwiseRunner reader = new StepwiseRunner();
    try (OpenCatalogue catalogue = slow(reader)) {
      fill(catalogue, 0, ROWS - 1, "7");
      undo(catalogue);
      type(catalogue, 0, "8");
      assertThat(catalogue.workspace.queue().redoLabel()).isEmpty();
      redo(catalogue);
      reader.finish();
      assertThat(catalogue.workspace.changes().counts().total()).isEqualTo(1);
    }
  }

  @Test
  void aFailureLetsTheNextActionHaveItsTurn() {
    StepwiseRunner reader = new StepwiseRunner();
    List<String> failures = new ArrayList<>();
    try (OpenCatalogue catalogue =
        new OpenCatalogue(file, reader, new DirectRunner()) {
          @Override
          public void failed(String task, Throwable failure) {
            failures.add(task);
          }
        }) {
      reader.finish();
      fill(catalogue, 0, ROWS - 1, "7");
      type(catalogue, 0, "8");
      reader.failNext(new IllegalStateException("disk"));
      reader.finish();

      assertThat(failures).containsExactly("Fill cells");
      assertThat(price(catalogue, 0)).isEqualTo("8");
      assertThat(price(catalogue, 1)).isEmpty();
    }
  }

  @Test
  void aPasteGoesWhereTheUserSawItThoughTheViewIsSortedMeanwhile() {
    StepwiseRunner reader = new StepwiseRunner();
    try (OpenCatalogue catalogue = slow(reader)) {
      RowKey first = catalogue.key(0);
      catalogue.paste("901\n902\n", 0, "price");
      catalogue.workspace.show(
          catalogue
              .workspace
              .query()
              .sortedBy(
                  Optional.of(
                      new SortOrder(catalogue.column("id"), SortOrder.Direction.DESCENDING))));
      reader.finish();

      assertThat(catalogue.key(0)).isNotEqualTo(first);
      assertThat(catalogue.workspace.changes().get(first)).isPresent();
    }
  }

  @Test
  void aCommitLeavesOutWhatWasDoneAfterItWasAsked() {
    StepwiseRunner writer = new StepwiseRunner();
    Path own = folder.resolve("commit.pallet");
    new OpenCatalogue(own).withProducts(3).close();
    try (OpenCatalogue catalogue = new OpenCatalogue(own, new DirectRunner(), writer)) {
      type(catalogue, 0, "8");
      List<CommitReport> reports = new ArrayList<>();
      catalogue.workspace.checkCommit(
          GuardLimits.DEFAULT,
          Optional.empty(),
          findings -> catalogue.workspace.commit(CommitPlan.DEFAULT, event -> {}, reports::add));
      type(catalogue, 1, "9");
      writer.finish();

      assertThat(reports).singleElement().extracting(CommitReport::committed).isEqualTo(1);
      assertThat(price(catalogue, 0)).isEmpty();
      assertThat(price(catalogue, 1)).isEqualTo("9");
    }
  }

  @Test
  void whatWaitsForARowThatIsCommittedMeanwhileChangesTheCommittedRow() {
    StepwiseRunner reader = new StepwiseRunner();
    Path own = folder.resolve("renamed.pallet");
    new OpenCatalogue(own).withProducts(ROWS).close();
    try (OpenCatalogue catalogue = new OpenCatalogue(own, reader, new DirectRunner())) {
      reader.finish();
      RowKey.New added = catalogue.addRow();
      catalogue.workspace.edits().setCell(added, catalogue.column("sku"), "NEW-1");
      catalogue.workspace.edits().setCell(added, catalogue.column("name"), "New");
      fill(catalogue, 0, ROWS - 1, "7");
      catalogue.workspace.edits().setCell(added, catalogue.column("price"), "5");
      catalogue.paste("Second name", ROWS, "name");

      catalogue.workspace.commit(CommitPlan.DEFAULT, event -> {}, report -> {});
      reader.finish();

      assertThat(catalogue.workspace.changes().newRowCount()).isZero();
      RowChange pending =
          catalogue.workspace.changes().changes().stream()
              .filter(change -> change.after().has(catalogue.column("name")))
              .findFirst()
              .orElseThrow();
      assertThat(pending).isInstanceOf(RowChange.Edit.class);
      assertThat(pending.after().get(catalogue.column("name"))).isEqualTo("Second name");
      assertThat(String.valueOf(pending.after().get(catalogue.column("price")))).startsWith("5");
    }
  }

  @Test
  void aFillThatWasWorkedOutBeforeACommitIsWorkedOutAgain() {
    StepwiseRunner reader = new StepwiseRunner();
    Path own = folder.resolve("settled.pallet");
    new OpenCatalogue(own).withProducts(ROWS).close();
    try (OpenCatalogue catalogue = new OpenCatalogue(own, reader, new DirectRunner())) {
      reader.finish();
      RowKey.New added = catalogue.addRow();
      catalogue.workspace.edits().setCell(added, catalogue.column("sku"), "NEW-1");
      catalogue.workspace.edits().setCell(added, catalogue.column("name"), "New");
      type(catalogue, 0, "5");
      fill(catalogue, 0, ROWS, "7");
      reader.run(); // worked out, and not there yet

      catalogue.workspace.commit(CommitPlan.DEFAULT, event -> {}, report -> {});
      reader.finish();

      assertThat(catalogue.workspace.changes().counts().edits()).isEqualTo(ROWS + 1);
      assertThat(catalogue.workspace.changes().newRowCount()).isZero();
      RowChange first = catalogue.workspace.changes().get(catalogue.key(0)).orElseThrow();
      assertThat(first.before().get(catalogue.column("price"))).isEqualTo(new BigDecimal("5.0000"));
      assertThat(catalogue.told).isEmpty();
    }
  }

  @Test
  void theUndoOfALargeStepIsWorkedOutElsewhereAndKeepsTheOrder() {
    StepwiseRunner reader = new StepwiseRunner();
    try (OpenCatalogue catalogue = slow(reader)) {
      fill(catalogue, 0, ROWS - 1, "7");
      reader.finish();
      undo(catalogue);
      type(catalogue, 0, "8");
      assertThat(reader.isIdle()).as("undone at once").isFalse();
      assertThat(price(catalogue, 0)).isEqualTo("7");
      reader.finish();

      assertThat(price(catalogue, 0)).isEqualTo("8");
      assertThat(catalogue.workspace.changes().counts().total()).isEqualTo(1);
      assertThat(catalogue.workspace.queue().redoLabel()).isEmpty();
    }
  }

  @Test
  void aLargeStepIsUndoneAndRedoneThoughACommitSettlesMeanwhile() {
    StepwiseRunner reader = new StepwiseRunner();
    StepwiseRunner writer = new StepwiseRunner();
    Path own = folder.resolve("undone.pallet");
    new OpenCatalogue(own).withProducts(ROWS).close();
    try (OpenCatalogue catalogue = new OpenCatalogue(own, reader, writer)) {
      reader.finish();
      type(catalogue, 0, "5");
      catalogue.workspace.commit(CommitPlan.DEFAULT, event -> {}, report -> {});
      writer.run(); // written, and not settled yet
      fill(catalogue, 1, ROWS - 1, "7");
      reader.finish();
      undo(catalogue);
      reader.run();
      writer.finish();
      reader.finish();
      assertThat(catalogue.workspace.changes().isEmpty()).isTrue();

      redo(catalogue);
      reader.finish();
      assertThat(catalogue.workspace.changes().counts().edits()).isEqualTo(ROWS - 1);
    }
  }

  static IntStream seeds() {
    return IntStream.range(0, Integer.getInteger("pallet.orders", 60));
  }

  /**
   * Two windows get the same actions. In one the background works at once, in the other whenever
   * chance says so. Both end with the same changes and the same steps.
   */
  @ParameterizedTest
  @MethodSource("seeds")
  void anyOrderOfEndingsGivesWhatTheOrderOfActionsGives(int seed) {
    Random chance = new Random(seed);
    StepwiseRunner reader = new StepwiseRunner();
    try (OpenCatalogue quick = open(new DirectRunner());
        OpenCatalogue slow = slow(reader)) {
      for (int step = 0; step < 12; step++) { // so that no undo finds nothing
        int row = step;
        both(quick, slow, catalogue -> type(catalogue, row, "5"));
        reader.finish();
      }
      for (int step = 0; step < 40; step++) {
        Action action = action(chance, seed * 1_000 + step);
        both(quick, slow, action);
        for (int pieces = chance.nextInt(4); pieces > 0; pieces--) {
          if (chance.nextBoolean()) {
            reader.run();
          } else {
            reader.deliver();
          }
        }
      }
      reader.finish();

      assertThat(state(slow)).containsExactlyElementsOf(state(quick));
      for (int step = 0; step < 60; step++) {
        both(quick, slow, step % 7 == 3 ? EditQueueTest::redo : EditQueueTest::undo);
        reader.finish();
        assertThat(state(slow)).containsExactlyElementsOf(state(quick));
      }
      for (int step = 0; step < 60; step++) {
        both(quick, slow, EditQueueTest::redo);
        reader.finish();
        assertThat(state(slow)).containsExactlyElementsOf(state(quick));
      }
    }
  }

  /** Something that the user does, the same in both windows. */
  private interface Action {
    void in(OpenCatalogue catalogue);
  }

  private static void both(OpenCatalogue quick, OpenCatalogue slow, Action action) {
    action.in(quick);
    action.in(slow);
  }

  /** Any action; it always changes something, since values are never given twice. */
  private static Action action(Random chance, int value) {
    int row = chance.nextInt(ROWS - 450);
    int end = row + chance.nextInt(chance.nextInt(8) == 0 ? 400 : 50); // many are done elsewhere
    String text = String.valueOf(value + 10_000);
    return switch (chance.nextInt(10)) {
      case 0, 1 -> catalogue -> type(catalogue, row, text);
      case 2 -> catalogue -> fill(catalogue, row, end, text);
      case 3 -> catalogue -> catalogue.paste(text + "\n" + text + "5\n", row, "price");
      case 4 ->
          catalogue ->
              catalogue.paste(
                  "SKU\tQuantity\nA-%d\t%s\nNEW-%s\t1\n".formatted(row + 1, text, text), 0, "sku");
      case 5 ->
          catalogue ->
              catalogue.paste(text, row, "price", List.of(catalogue.block(row, end + 1, "price")));
      case 6 -> OpenCatalogue::addLater;
      case 7 ->
          catalogue ->
              catalogue
                  .workspace
                  .edits()
                  .duplicate(List.of(catalogue.block(row, row, "sku")), copy -> {});
      case 8 -> EditQueueTest::undo;
      default -> chance.nextBoolean() ? EditQueueTest::undo : EditQueueTest::redo;
    };
  }

  /** What is pending, whatever the numbers of new rows are, and what undo and redo would do. */
  private static List<String> state(OpenCatalogue catalogue) {
    EditQueue queue = catalogue.workspace.queue();
    List<String> state =
        catalogue.workspace.changes().changes().stream()
            .map(change -> change.key() instanceof RowKey.New ? "new " + change.after() : change)
            .map(String::valueOf)
            .sorted()
            .collect(Collectors.toCollection(ArrayList::new));
    state.add("undo " + queue.undoLabel());
    state.add("redo " + queue.redoLabel());
    return state;
  }
}
