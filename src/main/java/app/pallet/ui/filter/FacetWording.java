package app.pallet.ui.filter;

import app.pallet.rows.Facet;
import app.pallet.rows.FacetValue;
import app.pallet.text.Counted;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Counted values as they are listed. Stateless. */
final class FacetWording {

  private FacetWording() {}

  /** The values to list. Chosen values stay in the list, even if no row has them. */
  static List<FacetValue> listed(Facet facet, List<@Nullable Object> chosen) {
    List<FacetValue> listed = new ArrayList<>();
    for (Object value : chosen) {
      if (facet.values().stream().noneMatch(each -> Objects.equals(each.value(), value))) {
        listed.add(new FacetValue(value, 0));
      }
    }
    listed.addAll(facet.values());
    return listed;
  }

  /** The text under the list: how many values it leaves out, or how many it has. */
  static String remark(Facet facet) {
    long others = facet.otherValues();
    return others > 0
        ? "%s in %s not listed"
            .formatted(
                Counted.of(others, "rarer value", "rarer values"),
                Counted.of(facet.otherRows(), "row", "rows"))
        : Counted.of(facet.distinct(), "value", "values")
            + " in "
            + Counted.of(facet.rows(), "row", "rows");
  }
}
