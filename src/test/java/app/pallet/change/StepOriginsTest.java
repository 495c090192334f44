package app.pallet.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Where pending edits come from, through all that may happen to them. */
final class StepOriginsTest {

  private final ChangeSet changes = new ChangeSet(Products.SCHEMA);

  @Provide
  Arbitrary<List<Optional<RowOrigin>>> rows() {
    Arbitrary<RowOrigin> origin =
        Combinators.combine(Arbitraries.of("a.csv", "b.csv"), Arbitraries.longs().between(1, 4))
            .as(RowOrigin::new);
    return origin.optional(0.8).list().ofMaxSize(30);
  }

  @Property
  void everyRowHasTheOriginItWasGiven(@ForAll("rows") List<Optional<RowOrigin>> rows) {
    StepOrigins origins = StepOrigins.of(rows.size(), rows::get);

    assertThat(IntStream.range(0, rows.size()).mapToObj(origins::at).toList()).isEqualTo(rows);
    assertThat(origins.at(rows.size())).isEmpty();
    assertThat(origins.isEmpty()).isEqualTo(rows.stream().allMatch(Optional::isEmpty));
  }

  @Example
  void linesThatFollowOneAnotherAreOneRun() {
    StepOrigins origins = StepOrigins.of(100_000, row -> Optional.of(line(row + 2L)));

    assertThat(origins.runs()).containsExactly(new StepOrigins.Run(0, 100_000, line(2)));
  }

  @Example
  void anEditIsOfItsFileUntilAllThatTheFileSaidIsTypedOver() {
    take(Map.of(1L, line(2), 2L, line(3)), edit(1, "One"), edit(2, "Two"));
    changes.record("Edit", List.of(Products.edit(1, Products.STOCK, 5L), edit(2, "Mine")));

    assertThat(origins()).containsOnly(Map.entry(key(1), line(2)));
  }

  @Example
  void undoAndRedoTakeItAwayAndBringItBack() {
    take(Map.of(1L, line(2)), edit(1, "One"));

    changes.undo();
    assertThat(origins()).isEmpty();
    changes.redo();
    assertThat(origins()).containsOnly(Map.entry(key(1), line(2)));
    changes.record("Edit", List.of(edit(1, "Mine")));
    assertThat(origins()).isEmpty();
    changes.undo();
    assertThat(origins()).containsOnly(Map.entry(key(1), line(2)));
  }

  @Example
  void whatIsCommittedIsForgottenAndTheRestIsNot() {
    take(
        Map.of(1L, line(2), 2L, line(3), 3L, line(4)),
        edit(1, "One"),
        edit(2, "Two"),
        edit(3, "Three"));

    changes.settle(Set.of(key(2)), List.of());
    changes.record("Edit", List.of(edit(2, "Two")));

    assertThat(origins()).containsOnly(Map.entry(key(1), line(2)), Map.entry(key(3), line(4)));
  }

  @Example
  void ofTwoFilesTheLaterOneCountsWhereItSaidSomethingNew() {
    take(Map.of(1L, line(2), 2L, line(3)), edit(1, "One"), edit(2, "Two"));
    RowOrigin later = new RowOrigin("stock.csv", 9);
    take(
        Map.of(1L, later, 2L, new RowOrigin("stock.csv", 10)),
        Products.edit(1, Products.STOCK, 5L),
        edit(2, "Two"));

    assertThat(origins()).containsOnly(Map.entry(key(1), later), Map.entry(key(2), line(3)));
  }

  @Example
  void aRowOfWhichNothingCouldBeTakenIsOfItsFileToo() {
    RowProblem problem = Products.problem(Products.STOCK);
    take(Map.of(1L, line(2)), Products.badEdit(1, problem));

    assertThat(origins()).containsOnly(Map.entry(key(1), line(2)));
    changes.record("Edit", List.of(Products.edit(1, Products.STOCK, 5L)));
    assertThat(origins()).isEmpty();
  }

  @Example
  void whatTheDatabaseSaidDoesNotComeFromTheFile() {
    changes.record("Edit", List.of(Products.edit(1, Products.SKU, "S9")));
    RowProblem refusal = Products.problem("sku", RowProblem.Severity.REFUSED);
    changes.refuse(Map.of(key(1), List.of(refusal)));
    take(Map.of(1L, line(2)), edit(1, "One"));
    assertThat(origins()).containsOnly(Map.entry(key(1), line(2)));

    changes.record("Edit", List.of(edit(1, "Mine")));

    assertThat(changes.get(key(1)).orElseThrow().problems()).containsExactly(refusal);
    assertThat(origins()).isEmpty();
  }

  @Example
  void whatHappenedMeanwhileTakesNoOriginAway() {
    PreparedChanges prepared = prepare(Map.of(1L, line(2)), edit(1, "One"));
    changes.record("Edit", List.of(Products.edit(1, Products.STOCK, 5L)));

    changes.record(changes.current().again(prepared));

    assertThat(origins()).containsOnly(Map.entry(key(1), line(2)));
  }

  @Example
  void aTableWithMoreColumnsKnowsThemToo() {
    take(Map.of(1L, line(2)), edit(1, "One"));

    ChangeSet wider = new ChangeSet(Products.SCHEMA, changes);

    assertThat(wider.snapshot().origins()).containsOnly(Map.entry(key(1), line(2)));
  }

  private void take(Map<Long, RowOrigin> origins, RowChange... wanted) {
    changes.record(prepare(origins, wanted));
  }

  private PreparedChanges prepare(Map<Long, RowOrigin> origins, RowChange... wanted) {
    Map<RowKey, RowOrigin> byKey = new HashMap<>();
    origins.forEach((id, origin) -> byKey.put(key(id), origin));
    return changes.snapshot().merged("Import", List.of(wanted), byKey);
  }

  private Map<RowKey, RowOrigin> origins() {
    return changes.snapshot().origins();
  }

  private static RowChange edit(long id, String name) {
    return Products.edit(id, Products.NAME, name);
  }

  private static RowKey key(long id) {
    return new RowKey.Id(id);
  }

  private static RowOrigin line(long line) {
    return new RowOrigin("prices.csv", line);
  }
}
