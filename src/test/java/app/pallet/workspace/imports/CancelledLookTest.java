package app.pallet.workspace.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.pallet.rows.references.ReferenceTexts;
import app.pallet.schema.CellFormat;
import app.pallet.spreadsheet.source.SourceOptions;
import app.pallet.spreadsheet.source.TabularSource;
import app.pallet.work.WorkMonitor;
import app.pallet.workspace.OpenCatalogue;
import app.pallet.workspace.Workspace;
import app.pallet.workspace.input.ImportRehearsal;
import app.pallet.workspace.streamed.PreparedImport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An import that is cancelled while its source is looked at, before anything of it is taken. */
final class CancelledLookTest {

  private static final int ROWS = 10_000;

  /** As many as are read before it looks whether it is cancelled. */
  private static final int A_FEW = ROWS / 4;

  @TempDir private Path folder;

  private Path file = Path.of("products.csv");

  @BeforeEach
  void write() throws IOException {
    file = folder.resolve(file);
    Files.write(
        file,
        IntStream.rangeClosed(0, ROWS)
            .mapToObj(n -> n == 0 ? "sku,name" : "A-%d,Product %d".formatted(n, n))
            .toList());
  }

  /** Was cancelled when the first rows were read. */
  private static final class Impatient implements WorkMonitor {
    private long done;

    @Override
    public void begin(String task, long total) {}

    @Override
    public void worked(long units) {
      done += units;
    }

    @Override
    public void message(String text) {}

    @Override
    public boolean isCancelled() {
      return done > 0;
    }
  }

  @Test
  void noCatalogueIsMadeOfASource() {
    Path catalogue = folder.resolve("new.pallet");
    Impatient monitor = new Impatient();

    assertThatExceptionOfType(CancellationException.class)
        .isThrownBy(() ->
            PreparedImport.asNew(
                catalogue, new ImportSource.OfFile(file), ImportWishes.NONE, monitor));

    assertThat(monitor.done).isLessThanOrEqualTo(A_FEW);
    assertThat(catalogue).doesNotExist();
  }

  @Test
  void theRestOfASourceIsNotPreviewed() {
    try (OpenCatalogue catalogue = new OpenCatalogue(folder.resolve("shop.pallet"))) {
      Workspace workspace = catalogue.workspace;
      ImportSource source = new ImportSource.OfFile(file);
      ImportChoices choices;
      try (TabularSource texts = source.open(SourceOptions.DETECT)) {
        choices = ImportSuggestion.choices(texts, workspace.schema(), ImportWishes.NONE, Map.of());
      }
      ImportRehearsal rehearsal =
          new ImportRehearsal(
              "Import",
              source,
              choices,
              CellFormat.PLAIN,
              new StoredProducts(
                  workspace.reader(), new ReferenceTexts(workspace.database(), CellFormat.PLAIN)),
              workspace.changes(),
              workspace.schema());
      Impatient monitor = new Impatient();

      assertThatExceptionOfType(CancellationException.class)
          .isThrownBy(() -> rehearsal.run(monitor));

      assertThat(monitor.done).isLessThanOrEqualTo(A_FEW);
    }
  }
}
