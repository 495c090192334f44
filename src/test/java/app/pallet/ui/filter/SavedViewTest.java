package app.pallet.ui.filter;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.rows.query.Condition;
import app.pallet.rows.query.FilterGroup.Join;
import app.pallet.rows.query.Operator;
import app.pallet.rows.query.SortOrder;
import app.pallet.schema.Column;
import app.pallet.schema.ColumnType;
import app.pallet.schema.ProductSchema;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Views on their way into the settings and back, and what becomes of them when columns change. */
final class SavedViewTest {

  private static final List<Column> COLUMNS = ProductSchema.create().columns();

  private static Column column(String name) {
    return ProductSchema.create().require(name);
  }

  static Stream<Condition> conditions() {
    return Stream.of(
        Condition.of(column("name"), Operator.CONTAINS, " 100% \"Größe\"\n"),
        Condition.of(column("name"), Operator.IS_EMPTY),
        new Condition(column("brand"), Operator.IS_ONE_OF, Arrays.asList("Luna", null)),
        Condition.of(column("tax_class"), Operator.IS, "reduced"),
        Condition.of(
            column("price"),
            Operator.BETWEEN,
            new BigDecimal("-1.5000"),
            new BigDecimal("12345678901.1234")),
        Condition.of(column("weight"), Operator.AT_LEAST, new BigDecimal("0.000001")),
        Condition.of(column("quantity"), Operator.IS_NOT, -7L),
        Condition.of(column("reorder_level"), Operator.AT_MOST, -1L),
        Condition.of(column("active"), Operator.IS, false),
        Condition.of(column("available_from"), Operator.IS, LocalDate.of(2026, 12, 31)),
        Condition.of(
            column("updated"), Operator.AT_LEAST, Instant.parse("2026-11-24T13:00:00.123Z")));
  }

  @ParameterizedTest
  @MethodSource("conditions")
  void aConditionComesBackAsItWas(Condition condition) {
    assertThat(SavedView.SavedCondition.of(condition).in(COLUMNS)).contains(condition);
  }

  @Test
  void aViewComesBackAsItWas() {
    FilterState state = new FilterState(RowLimit.PROBLEMS, Join.ANY, conditions().toList());
    Optional<SortOrder> order =
        Optional.of(
            new SortOrder(column("price"), SortOrder.Direction.DESCENDING)
                .with(column("name"), SortOrder.Direction.ASCENDING));

    SavedView view = SavedView.of("Mine", "lamp", state).sortedBy(order);

    assertThat(view.state(COLUMNS)).isEqualTo(state);
    assertThat(view.order(COLUMNS)).isEqualTo(order);
    assertThat(view.search()).isEqualTo("lamp");
  }

  @Test
  void whatWasSelectedIsNotKept() {
    FilterState state = FilterState.NONE.limitedTo(RowLimit.SELECTED);

    assertThat(SavedView.of("Mine", "", state).state(COLUMNS)).isEqualTo(FilterState.NONE);
  }

  @Test
  void whatTheColumnsCannotBeAskedForAnyMoreIsLeftOut() {
    List<Column> changed =
        List.of(
            Column.builder("name", ColumnType.WHOLE_NUMBER).build(),
            Column.builder("quantity", ColumnType.WHOLE_NUMBER).build());
    FilterState state =
        FilterState.NONE
            .with(Condition.of(column("name"), Operator.CONTAINS, "lamp"))
            .with(Condition.of(column("name"), Operator.IS, "lamp"))
            .with(Condition.of(column("brand"), Operator.IS_EMPTY))
            .with(Condition.of(column("quantity"), Operator.IS, 7L));
    SavedView view =
        SavedView.of("Mine", "", state)
            .sortedBy(Optional.of(new SortOrder(column("brand"), SortOrder.Direction.ASCENDING)));

    assertThat(view.state(changed).conditions())
        .containsExactly(Condition.of(changed.get(1), Operator.IS, 7L));
    assertThat(view.order(changed)).isEmpty();
  }

  @Test
  void aConditionThatSomebodyHasWrittenByHandIsLeftOutRatherThanRefused() {
    assertThat(
            Stream.of(
                    new SavedView.SavedCondition("price", Operator.BETWEEN, List.of("1")),
                    new SavedView.SavedCondition("price", Operator.AT_LEAST, List.of("cheap")),
                    new SavedView.SavedCondition("price", Operator.CONTAINS, List.of("1")),
                    new SavedView.SavedCondition("name", Operator.IS_ONE_OF, List.of()),
                    new SavedView.SavedCondition(
                        "'; DROP TABLE product; --", Operator.IS_EMPTY, List.of()))
                .flatMap(condition -> condition.in(COLUMNS).stream()))
        .isEmpty();
  }

  @Test
  void viewsAreKeptForEachCatalogueByTheirNames() {
    SavedView cheap = SavedView.of("Cheap", "", FilterState.NONE);
    SavedView dear = SavedView.of("Dear", "x", FilterState.NONE);
    SavedViews views = SavedViews.NONE.with("/a", cheap).with("/a", dear).with("/b", cheap);

    assertThat(views.of("/a")).containsExactly(cheap, dear);
    assertThat(views.of("/c")).isEmpty();
    assertThat(views.with("/a", dear.named("Cheap")).of("/a"))
        .containsExactly(dear.named("Cheap"), dear);
    assertThat(views.renaming("/a", "Dear", "Cheap").of("/a")).containsExactly(dear.named("Cheap"));
    assertThat(views.renaming("/a", "Dear", "Dear")).isEqualTo(views);
    assertThat(views.without("/a", "Cheap").of("/a")).containsExactly(dear);
    assertThat(views.without("/b", "Cheap").catalogues()).hasSize(1);
  }

  @Test
  void theCataloguesThatWereNotTouchedForLongestAreForgotten() {
    SavedViews views = SavedViews.NONE;
    for (int i = 0; i <= SavedViews.LIMIT; i++) {
      views = views.with("/" + i, SavedView.of("Mine", "", FilterState.NONE));
    }
    assertThat(views.of("/0")).isEmpty();
    assertThat(views.of("/" + SavedViews.LIMIT)).hasSize(1);
  }
}
