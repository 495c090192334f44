package app.pallet.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ColumnHeadingsTest {

  private final Column price =
      Column.builder("price", ColumnType.MONEY).aliases("Unit price | Unit | Sum").build();
  private final Column unit = Column.builder("unit", ColumnType.TEXT).label("Sold by").build();
  private final Column total =
      Column.builder("total", ColumnType.MONEY).label("Sum").aliases("sold BY | Total (€)").build();
  private final ColumnHeadings headings = new ColumnHeadings(List.of(price, unit, total));

  @Test
  void findsAColumnByNameLabelAndAlias() {
    assertThat(headings.find("UNIT")).contains(unit);
    assertThat(headings.find("sold-by")).contains(unit);
    assertThat(headings.find("unit_price *")).contains(price);
  }

  @Test
  void aNameBeatsAnAliasOfAnEarlierColumn() {
    assertThat(headings.find("Unit")).contains(unit);
  }

  @Test
  void aLabelBeatsAnAliasOfAnyColumn() {
    assertThat(headings.find("Sum")).contains(total);
    assertThat(headings.find("Sold by")).contains(unit);
  }

  @Test
  void findsNothingForAnUnknownOrAnEmptyHeading() {
    assertThat(headings.find("Colour")).isEmpty();
    assertThat(headings.find(" * ")).isEmpty();
  }
}
