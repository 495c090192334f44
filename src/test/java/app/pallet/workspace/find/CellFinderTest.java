package app.pallet.workspace.find;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.pallet.operation.text.TextSearch;
import app.pallet.operation.text.TextSearch.Options;
import app.pallet.schema.Column;
import app.pallet.workspace.OpenCatalogue;
import app.pallet.workspace.StepwiseRunner;
import app.pallet.workspace.find.FoundCells.Cell;
import app.pallet.workspace.find.FoundCells.Outcome;
import app.pallet.workspace.view.CellBlock;
import app.pallet.workspace.view.CellState;
import app.pallet.workspace.view.RowSelection;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is found in cells is exactly what is replaced there. */
final class CellFinderTest {

  private static final List<String> SHOWN = List.of("sku", "name", "price", "quantity");

  @TempDir private Path folder;

  private OpenCatalogue catalogue() {
    return new OpenCatalogue(folder.resolve("c.pallet"));
  }

  private static CellFinder finder(OpenCatalogue catalogue) {
    return new CellFinder(
        catalogue.workspace.proposals(),
        catalogue.workspace.queue(),
        catalogue.workspace.queue()::glance);
  }

  private static FindQuestion question(
      OpenCatalogue catalogue,
      String find,
      Options options,
      Optional<String> with,
      List<CellBlock> cells) {
    return new FindQuestion(
        TextSearch.of(find, options),
        with,
        new RowSelection(catalogue.workspace.view().order()::keyAt, cells),
        SHOWN.stream().map(catalogue::column).toList());
  }

  private static FoundCells find(OpenCatalogue catalogue, FindQuestion question) {
    List<FoundCells> found = new ArrayList<>();
    finder(catalogue).find(question, found::add);
    return found.getFirst();
  }

  private static FoundCells replace(OpenCatalogue catalogue, FindQuestion question) {
    List<FoundCells> done = new ArrayList<>();
    finder(catalogue).replace("Replace", question, done::add);
    return done.getFirst();
  }

  private static List<Cell> cells(FoundCells found) {
    return IntStream.range(0, found.count()).mapToObj(found::cell).toList();
  }

  /** What a search shall do, written as simply as can be. */
  private static String reference(String text, String find, Options options, String with) {
    String expression = options.expression() ? find : Pattern.quote(find);
    String put = options.expression() ? with : Matcher.quoteReplacement(with);
    int flags = options.matchCase() ? 0 : Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    Matcher matcher = Pattern.compile(expression, flags).matcher(text);
    if (options.wholeText()) {
      return matcher.matches() ? matcher.replaceFirst(put) : text;
    }
    return matcher.replaceAll(put);
  }

  @Test
  void asManyCellsAreReplacedAsWereFoundWhateverIsLookedFor() {
    Random random = new Random(20261130);
    try (OpenCatalogue catalogue = catalogue().withProducts(30)) {
      for (int round = 0; round < 60; round++) {
        mess(catalogue, random);
        boolean expression = random.nextInt(3) == 0;
        Options options = new Options(random.nextBoolean(), random.nextInt(4) == 0, expression);
        String find =
            expression
                ? pick(random, "[a-c]+", "(\\d)1?", "P\\w", "x|y", "^A", "9$")
                : pick(random, "a", "A-1", "1", "AB", "5", "abc", "duct", "É");
        String with =
            expression ? pick(random, "<$0>", "", "z") : pick(random, "", "Zz", "7", "$1");
        List<CellBlock> cells =
            List.of(
                catalogue.block(random.nextInt(5), 29, "name", "price"),
                catalogue.block(3, 10 + random.nextInt(20), "sku", "name"));
        FindQuestion question = question(catalogue, find, options, Optional.of(with), cells);

        List<Cell> expected = expected(catalogue, find, options, cells);
        FoundCells found = find(catalogue, question);
        assertThat(cells(found)).as(find + options).isEqualTo(expected);

        List<String> before = catalogue.texts("name");
        Outcome outcome = replace(catalogue, question).outcome();
        assertThat(outcome).isEqualTo(found.outcome());
        assertThat(
                outcome.changed()
                    + outcome.same()
                    + outcome.problems()
                    + outcome.deleted()
                    + outcome.readOnly())
            .isEqualTo(found.count());
        for (int row = 0; row < 30; row++) {
          boolean isFound = found.numberOf(row, catalogue.column("name")) >= 0;
          boolean stays = !isFound || catalogue.state(row, "name") == CellState.DELETED;
          String after = stays ? before.get(row) : reference(before.get(row), find, options, with);
          assertThat(catalogue.text(row, "name")).as(find + options + with).isEqualTo(after);
        }
        if (outcome.changed() + outcome.problems() > 0) {
          catalogue.workspace.queue().undo(taken -> {});
        }
        assertThat(catalogue.texts("name")).isEqualTo(before); // it was one step
      }
    }
  }

  private static List<Cell> expected(
      OpenCatalogue catalogue, String find, Options options, List<CellBlock> cells) {
    List<Cell> expected = new ArrayList<>();
    for (int row = 0; row < 30; row++) {
      for (String name : SHOWN) {
        Column column = catalogue.column(name);
        int index = row;
        boolean isAsked =
            cells.stream()
                .anyMatch(block ->
                    block.firstRow() <= index
                        && index <= block.lastRow()
                        && block.columns().contains(column));
        String text = catalogue.text(row, name);
        if (isAsked && !text.isEmpty() && !reference(text, find, options, "\u0001").equals(text)) {
          expected.add(new Cell(row, column));
        }
      }
    }
    return expected;
  }

  private static String pick(Random random, String... texts) {
    return texts[random.nextInt(texts.length)];
  }

  /** Edits, texts that don't fit, empty cells and rows to be deleted. */
  private static void mess(OpenCatalogue catalogue, Random random) {
    int row = random.nextInt(30);
    switch (random.nextInt(4)) {
      case 0 -> catalogue.paste("abc Ab caf\u00c9 " + row, row, "name");
      case 1 -> catalogue.paste("cheap 1", row, "price");
      case 2 -> catalogue.workspace.edits().clear(List.of(catalogue.block(row, row, "name")));
      default -> {
        if (random.nextInt(4) == 0) {
          catalogue.workspace.edits().delete(List.of(catalogue.block(row, row, "sku")));
        }
      }
    }
  }

  @Test
  void whatDoesNotFitStaysAsAProblemAndRowsToBeDeletedStay() {
    try (OpenCatalogue catalogue = catalogue().withProducts(3)) {
      catalogue.workspace.edits().delete(List.of(catalogue.block(2, 2, "sku")));
      FindQuestion question =
          question(
              catalogue,
              ".50",
              Options.NONE,
              Optional.of("x"),
              List.of(catalogue.block(0, 2, "price")));
      assertThat(find(catalogue, question).outcome()).isEqualTo(new Outcome(0, 0, 2, 1, 0));
      replace(catalogue, question);
      assertThat(catalogue.texts("price")).containsExactly("1x", "2x", "3.50");
      assertThat(catalogue.state(0, "price")).isEqualTo(CellState.PROBLEM);

      FindQuestion back =
          question(
              catalogue,
              "x",
              Options.NONE,
              Optional.of(".75"),
              List.of(catalogue.block(0, 2, "price")));
      assertThat(replace(catalogue, back).outcome()).isEqualTo(new Outcome(2, 0, 0, 0, 0));
      assertThat(catalogue.state(0, "price")).isEqualTo(CellState.EDITED);
    }
  }

  @Test
  void whereNothingIsFoundOtherColumnsThatHaveItAreNamed() {
    try (OpenCatalogue catalogue = catalogue().withProducts(12)) {
      FoundCells found =
          find(
              catalogue,
              question(
                  catalogue,
                  "product 1",
                  Options.NONE,
                  Optional.empty(),
                  List.of(catalogue.block(0, 11, "sku"))));
      assertThat(found.count()).isZero();
      assertThat(found.elsewhere()).isEqualTo(Map.of(catalogue.column("name"), 4L));
    }
  }

  @Test
  void anExpressionThatRunsAwayIsCountedAndNothingIsReplacedThere() {
    try (OpenCatalogue catalogue = catalogue().withProducts(2)) {
      catalogue.paste("a".repeat(60) + "c", 0, "name");
      FindQuestion question =
          question(
              catalogue,
              "a*a*a*a*a*a*a*a*b|Prod",
              new Options(true, false, true),
              Optional.of("Pro"),
              List.of(catalogue.block(0, 1, "name")));
      FoundCells found = find(catalogue, question);
      assertThat(found.undecided()).isEqualTo(1);
      assertThat(cells(found)).containsExactly(new Cell(1, catalogue.column("name")));
      assertThat(replace(catalogue, question).outcome().changed()).isEqualTo(1);
      assertThatThrownBy(() ->
              question(catalogue, "(", new Options(true, false, true), Optional.empty(), List.of()))
          .hasMessageContaining("can't be read");
    }
  }

  @Test
  void hitsAreGoneRound() {
    try (OpenCatalogue catalogue = catalogue().withProducts(5)) {
      Column name = catalogue.column("name");
      FoundCells found =
          find(
              catalogue,
              question(
                  catalogue,
                  "[24]",
                  new Options(false, false, true),
                  Optional.empty(),
                  List.of(catalogue.block(0, 4, "sku", "name"))));
      assertThat(cells(found)).extracting(Cell::row).containsExactly(1, 1, 3, 3);
      assertThat(found.numberOf(3, name)).isEqualTo(3);
      assertThat(found.numberOf(2, name)).isEqualTo(-1);
      assertThat(found.next(3, name, 1)).isZero();
      assertThat(found.next(1, catalogue.column("sku"), -1)).isEqualTo(3);
      assertThat(found.next(2, catalogue.column("price"), 1)).isEqualTo(2);
      assertThat(found.next(2, catalogue.column("price"), -1)).isEqualTo(1);
    }
  }

  @Test
  void aNewerQuestionWinsAndNothingIsLookedForOnTheOwnersThread() {
    try (OpenCatalogue filled = catalogue().withProducts(3)) {
      assertThat(filled.workspace.view().size()).isEqualTo(3);
    }
    StepwiseRunner reader = new StepwiseRunner();
    StepwiseRunner writer = new StepwiseRunner();
    OpenCatalogue catalogue = new OpenCatalogue(folder.resolve("c.pallet"), reader, writer);
    reader.finish();
    CellFinder finder = finder(catalogue);
    List<Integer> counts = new ArrayList<>();
    List<CellBlock> cells = List.of(catalogue.block(0, 2, "name"));
    finder.find(
        question(catalogue, "Product", Options.NONE, Optional.empty(), cells),
        found -> counts.add(found.count()));
    finder.find(
        question(catalogue, "2", Options.NONE, Optional.empty(), cells),
        found -> counts.add(found.count()));
    assertThat(counts).isEmpty();
    reader.finish();
    assertThat(counts).containsExactly(1);
    finder.find(
        question(catalogue, "3", Options.NONE, Optional.empty(), cells),
        found -> counts.add(found.count()));
    reader.run(); // it is found already, but not delivered
    finder.end();
    reader.finish();
    assertThat(counts).containsExactly(1);
    catalogue.workspace.stop();
  }
}
