package app.pallet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.commit.CommitPlan;
import app.pallet.database.CatalogueDatabase;
import app.pallet.database.file.ConnectionSettings;
import app.pallet.database.file.NewCatalogue;
import app.pallet.schema.CellFormat;
import app.pallet.schema.ProductSchema;
import app.pallet.work.SampledMonitor;
import app.pallet.workspace.imports.ImportSource;
import app.pallet.workspace.imports.ImportWishes;
import app.pallet.workspace.streamed.PreparedImport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An import that comes to nothing leaves no new catalogue; one that wrote something keeps it. */
final class NoNewCatalogueTest {

  @TempDir private Path root;

  private final CommandLineRun pallet = new CommandLineRun();

  private Path folder;
  private Path catalogue;
  private Path source;

  @BeforeEach
  void layFolder() throws IOException {
    folder = Files.createDirectory(root.resolve("shop"));
    catalogue = folder.resolve("new.pallet");
    source = root.resolve("p.csv");
    Files.writeString(source, "sku,name,price\nA,Mug,4\n");
  }

  private List<Path> left() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  private int run(String options) {
    String[] all =
        Stream.concat(
                Stream.of("import", source.toString(), "--into", catalogue.toString()),
                Arrays.stream(options.split(" ")).filter(word -> !word.isEmpty()))
            .toArray(String[]::new);
    return pallet.run(all);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--map colour=name",
        "--key colour",
        "--key nothing --as-new",
        "--mode quickly",
        "--errors /nowhere/errors.csv --as-new --key nothing"
      })
  void aRefusedImport(String options) throws IOException {
    assertThat(run(options)).isNotZero();
    assertThat(left()).isEmpty();
    assertThat(pallet.backups()).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "--as-new", "--new-columns"})
  void aFileThatCanNotBeRead(String options) throws IOException {
    Files.write(source, new byte[] {'P', 'K', 3, 4, 0, 0, 0, 0, 0, 0});
    assertThat(run(options)).isEqualTo(3);
    assertThat(left()).isEmpty();

    Files.delete(source);
    assertThat(run(options)).isEqualTo(3);
    assertThat(left()).isEmpty();
  }

  @Test
  void aFileOfWhichEveryRowIsRejected() throws IOException {
    Files.writeString(source, "sku,name,price\nA,Mug,free\nB,Bowl,dear\n");

    assertThat(run("")).isEqualTo(1);
    assertThat(pallet.out()).contains("0 committed");
    assertThat(left()).isEmpty();
  }

  @Test
  void anEmptyFileStaysEmpty() throws IOException {
    Files.createFile(catalogue);

    assertThat(run("--map colour=name")).isEqualTo(2);

    assertThat(left()).containsExactly(catalogue);
    assertThat(catalogue).isEmptyFile();
  }

  @Test
  void aCancelBeforeAnythingWasCommitted() throws IOException {
    SampledMonitor monitor = new SampledMonitor();
    monitor.cancel();
    ImportSource file = new ImportSource.OfFile(source);
    try (PreparedImport prepared = PreparedImport.into(catalogue, file, ImportWishes.NONE)) {
      prepared.streamed(CellFormat.PLAIN, Optional.of(CommitPlan.DEFAULT), 1).run(monitor);
    }

    assertThat(left()).isEmpty();
  }

  @Test
  void aFileWithNothingButHeadingsMakesACatalogue() throws IOException {
    Files.writeString(source, "sku,name,price\n");

    assertThat(run("")).as(pallet.err()).isZero();
    assertThat(catalogue).exists();
  }

  @Test
  void whatWasCommittedStaysAndIsCounted() throws IOException {
    Files.writeString(source, "sku,name,price\nA,Mug,4\nB,Bowl,free\n");

    assertThat(run("")).isEqualTo(1);

    assertThat(pallet.out()).contains("1 committed");
    assertThat(catalogue).exists();
  }

  /** A quote that is never closed, behind a portion that was committed, is longer than any cell. */
  @Test
  void aFileThatCanNotBeReadToItsEndSaysHowMuchWasCommitted() throws IOException {
    StringBuilder text = new StringBuilder("sku,name,price\n");
    for (int i = 0; i < 25_000; i++) {
      text.append("A-").append(i).append(",Mug,4\n");
    }
    text.append("B,\"").append("x".repeat(20_000_000)).append("\",4\n");
    Files.writeString(source, text);

    assertThat(run("--json")).as(pallet.err()).isEqualTo(3);

    long committed = pallet.json().get("committed").asLong();
    assertThat(committed).isPositive();
    assertThat(pallet.json().get("stopped").asString())
        .contains("The %,d rows that were committed before stay so".formatted(committed));
    assertThat(catalogue).exists();
  }

  @Test
  void aCatalogueThatAnotherProgramHasOpenedMeanwhileStays() {
    NewCatalogue made = NewCatalogue.at(catalogue).orElseThrow();
    try (CatalogueDatabase other =
        CatalogueDatabase.create(catalogue, ProductSchema.create(), ConnectionSettings.DEFAULT)) {
      made.takeAway();
      assertThat(other.file()).exists();
      other.requireInPlace();
    }
    made.takeAway();
    assertThat(catalogue).doesNotExist();
  }
}
