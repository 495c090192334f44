package app.pallet.commit.order;

import static app.pallet.commit.writing.TestCatalogue.NAME;
import static app.pallet.commit.writing.TestCatalogue.QUANTITY;
import static app.pallet.commit.writing.TestCatalogue.SKU;
import static app.pallet.commit.writing.TestCatalogue.VERSIONED;
import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import app.pallet.change.RowOrigin;
import app.pallet.change.RowStamp;
import app.pallet.change.RowValues;
import java.util.List;
import org.junit.jupiter.api.Test;

class UniqueClaimsTest {

  private static RowChange edit(RowValues before, RowValues after) {
    return new RowChange.Edit(new RowKey.Id(1), before, after, RowStamp.Counted.FIRST, List.of());
  }

  @Test
  void only_columns_that_forbid_doubles_are_asked() {
    assertThat(UniqueClaims.columns(VERSIONED)).containsExactly(SKU);
  }

  @Test
  void an_edit_wants_the_new_value_and_gives_up_the_old_one() {
    RowChange rename = edit(RowValues.of(SKU, "A"), RowValues.of(SKU, "B"));

    assertThat(UniqueClaims.wanted(rename, SKU)).isEqualTo("B");
    assertThat(UniqueClaims.givesUp(rename, SKU)).isTrue();
  }

  @Test
  void an_edit_of_something_else_neither_wants_nor_gives_up_anything() {
    RowChange same =
        edit(RowValues.of(SKU, "A").with(QUANTITY, 1L), RowValues.of(SKU, "A").with(QUANTITY, 2L));

    assertThat(UniqueClaims.wanted(same, SKU)).isNull();
    assertThat(UniqueClaims.givesUp(same, SKU)).isFalse();
    assertThat(UniqueClaims.givesUp(edit(RowValues.of(NAME, "x"), RowValues.of(NAME, "y")), SKU))
        .isFalse();
  }

  @Test
  void an_added_row_wants_its_value_and_a_deleted_one_gives_its_value_up() {
    RowChange add =
        new RowChange.Add(new RowKey.New(1), RowValues.of(SKU, "A"), RowOrigin.TYPED, List.of());
    RowChange delete =
        new RowChange.Delete(
            new RowKey.Id(1), RowValues.of(SKU, "A"), RowStamp.Counted.FIRST, List.of());

    assertThat(UniqueClaims.wanted(add, SKU)).isEqualTo("A");
    assertThat(UniqueClaims.givesUp(add, SKU)).isFalse();
    assertThat(UniqueClaims.wanted(delete, SKU)).isNull();
    assertThat(UniqueClaims.givesUp(delete, SKU)).isTrue();
  }

  @Test
  void texts_that_a_collation_may_take_as_equal_have_one_key() {
    assertThat(UniqueClaims.key("Mug \u00c9 ")).isEqualTo(UniqueClaims.key("mug \u00e9"));
    assertThat(UniqueClaims.key("A")).isNotEqualTo(UniqueClaims.key(" A"));
    assertThat(UniqueClaims.key(5L)).isEqualTo(5L);
  }
}
