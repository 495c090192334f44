package app.pallet.ui.paste;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.spreadsheet.mapping.ColumnOverride;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class RememberedMappingsTest {

  @Test
  void theNewestWordOnAHeadingCountsAndComesFirst() {
    RememberedMappings mappings =
        new RememberedMappings(
            List.of(new ColumnOverride("Preis", "price"), new ColumnOverride("Notiz", "")));

    RememberedMappings more = mappings.with(Map.of("Notiz", "description"));

    assertThat(more.columns())
        .containsExactly(
            new ColumnOverride("Notiz", "description"), new ColumnOverride("Preis", "price"));
    assertThat(more.byHeading()).containsEntry("Notiz", "description").hasSize(2);
  }

  @Test
  void theOldestHeadingsAreForgottenBeyondTheLimit() {
    Map<String, String> first = new LinkedHashMap<>();
    IntStream.range(0, RememberedMappings.LIMIT).forEach(i -> first.put("old " + i, "name"));

    RememberedMappings mappings = RememberedMappings.NONE.with(first).with(Map.of("new", "price"));

    assertThat(mappings.columns()).hasSize(RememberedMappings.LIMIT);
    assertThat(mappings.byHeading()).containsKey("new").doesNotContainKey("old 499");
  }
}
