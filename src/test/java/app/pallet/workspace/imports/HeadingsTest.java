package app.pallet.workspace.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import app.pallet.database.CatalogueDatabase;
import app.pallet.database.file.ConnectionSettings;
import app.pallet.schema.Column;
import app.pallet.schema.ProductSchema;
import app.pallet.work.WorkMonitor;
import app.pallet.workspace.streamed.PreparedImport;
import app.pallet.workspace.streamed.StreamedReport;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * Every heading that Pallet knows, and the column whose values stand below it. The list is written
 * down in {@code headings.csv} on its own, so that the program's one can't lose a word unseen.
 */
final class HeadingsTest {

  private static final String LIST = "headings.csv";

  @TempDir private static Path folder;

  @SuppressWarnings("NullAway.Init") // before all
  private static CatalogueDatabase database;

  @BeforeAll
  static void create() {
    database =
        CatalogueDatabase.create(
            folder.resolve("shop.pallet"), ProductSchema.create(), ConnectionSettings.DEFAULT);
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @ParameterizedTest
  @CsvFileSource(resources = LIST, delimiter = ';', numLinesToSkip = 1)
  void anImportFindsTheColumn(String heading, String column) throws IOException {
    String key = column.equals("sku") ? "name" : "sku";
    Path file = folder.resolve("products.csv");
    Files.writeString(file, "\"%s\",%s\n1,A\n".formatted(heading, key));

    StreamedReport report =
        PreparedImport.rehearse(
            database, new ImportSource.OfFile(file), wishes(key), WorkMonitor.NONE);

    assertThat(report.mapping().columns()).extracting(Column::name).containsExactly(column, key);
  }

  private static ImportWishes wishes(String key) {
    ImportWishes none = ImportWishes.NONE;
    return new ImportWishes(
        none.options(),
        Optional.of(key),
        none.mappings(),
        none.unmapped(),
        none.emptyCells(),
        none.duplicates(),
        none.folding(),
        false);
  }

  /** The order counts, too: of two headings of one column the one that is listed first is taken. */
  @Test
  void theListIsWhole() throws IOException {
    List<Tuple> listed;
    try (InputStream list = Objects.requireNonNull(HeadingsTest.class.getResourceAsStream(LIST))) {
      listed =
          new String(list.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .skip(1)
              .map(line -> tuple((Object[]) line.split(";")))
              .toList();
    }
    List<Tuple> known =
        ProductSchema.create().columns().stream()
            .flatMap(
                column -> column.aliases().stream().map(heading -> tuple(heading, column.name())))
            .toList();

    assertThat(known).isEqualTo(listed);
  }
}
