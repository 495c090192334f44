package app.pallet.operation;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.schema.CellFormat;
import app.pallet.schema.Column;
import app.pallet.schema.ProductSchema;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What operations make of a cell, without a table. */
final class OperationTest {

  private final Column name = ProductSchema.create().require("name");
  private final Column price = ProductSchema.create().require("price");
  private final Column quantity = ProductSchema.create().require("quantity");

  private static Cells cells(Map<Column, Object> values) {
    return new Cells(values, Map.of());
  }

  @Test
  void aTextBecomesTheValueOfEachColumn() {
    Operation fill = SetTo.of("7", List.of(name, price), CellFormat.PLAIN);
    Cells row = cells(Map.of());

    assertThat(fill.writes()).containsExactly(name, price);
    assertThat(fill.reads()).isEmpty();
    assertThat(fill.apply(row, name, row)).isEqualTo(new CellResult.Value("7"));
    assertThat(fill.apply(row, price, row))
        .isEqualTo(new CellResult.Value(new BigDecimal("7.0000")));
    assertThat(fill.apply(row, quantity, row)).isEqualTo(new CellResult.Untouched());
  }

  @Test
  void aTextThatIsNoPriceIsKeptAsItWasTyped() {
    Cells row = cells(Map.of());

    assertThat(SetTo.of(" cheap", List.of(price), CellFormat.PLAIN).apply(row, price, row))
        .isInstanceOfSatisfying(
            CellResult.Rejected.class, rejected -> assertThat(rejected.text()).isEqualTo(" cheap"));
  }

  @Test
  void anEmptyTextEmptiesACellUnlessItIsRequired() {
    Operation clear = SetTo.of("", List.of(name, quantity), CellFormat.PLAIN);
    Cells row = cells(Map.of(name, "Jug", quantity, 5L));

    assertThat(clear.apply(row, quantity, row)).isEqualTo(new CellResult.Value(null));
    assertThat(clear.apply(row, name, row)).isInstanceOf(CellResult.Rejected.class);
  }

  @Test
  void aFillDownRepeatsTheValueOfTheFirstRowWhateverItsTextLooksLike() {
    Operation down = new FillDown(List.of(name, price), CellFormat.PLAIN);
    Cells first = cells(Map.of(name, " two  blanks ", price, new BigDecimal("1234.5000")));

    assertThat(down.readsFirstRow()).isTrue();
    assertThat(down.apply(cells(Map.of()), name, first))
        .isEqualTo(new CellResult.Value(" two  blanks "));
    assertThat(down.apply(cells(Map.of()), price, first))
        .isEqualTo(new CellResult.Value(new BigDecimal("1234.5000")));
  }

  @Test
  void aFillDownRepeatsARejectedTextAndLeavesItsFirstRowAlone() {
    Operation down = new FillDown(List.of(price), CellFormat.PLAIN);
    Cells first = new Cells(Map.of(price, BigDecimal.ONE), Map.of(price, "cheap"));

    assertThat(down.apply(cells(Map.of()), price, first))
        .isInstanceOfSatisfying(
            CellResult.Rejected.class, rejected -> assertThat(rejected.text()).isEqualTo("cheap"));
    assertThat(down.apply(first, price, first)).isEqualTo(new CellResult.Untouched());
  }
}
