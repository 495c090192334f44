package app.pallet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.database.CatalogueDatabase;
import app.pallet.database.file.ConnectionSettings;
import app.pallet.database.file.DamagedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** {@code pallet check} and {@code pallet backup}, and what {@code pallet import} warns of. */
final class SafetyCommandsTest {

  @TempDir private Path folder;

  private final CommandLineRun pallet = new CommandLineRun();

  @Test
  void aSoundCatalogueIsSaidToBeSound() throws SQLException {
    Path file = catalogue();

    assertThat(pallet.run("check", file.toString())).isZero();
    assertThat(pallet.out()).isEqualToIgnoringNewLines(file + " is sound");
    assertThat(pallet.run("check", file.toString(), "--json")).isZero();
    assertThat(pallet.json().get("sound").asBoolean()).isTrue();
  }

  @Test
  void aDamagedCatalogueIsSaidToBeDamagedAndSaved() throws Exception {
    Path file = catalogue();
    DamagedFile.damage(file, DamagedFile.leaves(file, "product").subList(3, 4));
    Path saved = folder.resolve("saved.pallet");

    assertThat(pallet.run("check", file.toString())).isEqualTo(3);
    assertThat(pallet.out()).contains("is damaged").contains("--salvage NEW");
    assertThat(pallet.run("check", file.toString(), "--salvage", saved.toString(), "--json"))
        .isEqualTo(3);

    JsonNode answer = pallet.json();
    assertThat(answer.get("sound").asBoolean()).isFalse();
    assertThat(answer.get("findings").size()).isPositive();
    assertThat(answer.get("saved").asLong() + answer.get("lost").asLong()).isEqualTo(1_000);
    CatalogueDatabase.open(saved, ConnectionSettings.DEFAULT).close();
  }

  @Test
  void aFileThatCanNotBeOpenedIsDamagedToo() throws Exception {
    Path file = catalogue();
    DamagedFile.damage(file, DamagedFile.leaves(file, "pallet_column"));

    assertThat(pallet.run("check", file.toString())).isEqualTo(3);
    assertThat(pallet.out()).contains("is damaged");
  }

  @Test
  void aFileThatIsCutOffIsSaidToBeSoAndSaved() throws Exception {
    Path file = catalogue();
    Path cut = folder.resolve("cut.pallet");
    byte[] bytes = Files.readAllBytes(file);
    Files.write(cut, Arrays.copyOf(bytes, bytes.length - 5_000));
    Path saved = folder.resolve("saved.pallet");

    assertThat(pallet.run("check", cut.toString(), "--salvage", saved.toString())).isEqualTo(3);
    assertThat(pallet.out())
        .contains(
            "is cut off: it has %,d of %,d bytes".formatted(bytes.length - 5_000, bytes.length))
        .contains("products saved to " + saved);
    CatalogueDatabase.open(saved, ConnectionSettings.DEFAULT).close();
  }

  @Test
  void cellsThatNobodyCanReadAreNamedByCheckAndExport() throws Exception {
    Path file = catalogue();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute("UPDATE product SET available_from = '' WHERE sku IN ('A-5', 'A-7')");
    }

    assertThat(pallet.run("check", file.toString())).isEqualTo(1);
    assertThat(pallet.out())
        .contains("2 cells hold what their columns can't")
        .contains("SKU A-5: Available from holds ''; accepted is a date");
    assertThat(pallet.run("check", file.toString(), "--json")).isEqualTo(1);
    assertThat(pallet.json().get("unreadable").asLong()).isEqualTo(2);
    assertThat(pallet.run("export", file.toString(), folder.resolve("out.csv").toString()))
        .isZero();
    assertThat(pallet.out()).contains("1,000 rows").contains("SKU A-7: Available from holds ''");
  }

  @Test
  void backupsAreMadeAndListed() throws SQLException {
    Path file = catalogue();

    assertThat(pallet.run("backup", file.toString(), "--list")).isZero();
    assertThat(pallet.out()).contains("There is no backup of " + file);
    assertThat(pallet.run("backup", file.toString())).isZero();
    assertThat(pallet.run("backup", file.toString(), "--list", "--json")).isZero();

    JsonNode backups = pallet.json().get("backups");
    assertThat(backups.size()).isEqualTo(1);
    assertThat(Path.of(backups.get(0).get("file").asString()))
        .hasSize(backups.get(0).get("bytes").asLong());
  }

  @Test
  void theFirstImportOfADayMakesABackup() throws Exception {
    Path file = catalogue();
    String rows = csv("sku,name\nA-1,Other\n");

    assertThat(pallet.run("import", rows, "--into", file.toString())).isZero();
    assertThat(pallet.run("import", rows, "--into", file.toString())).isZero();

    pallet.run("backup", file.toString(), "--list", "--json");
    assertThat(pallet.json().get("backups").size()).isEqualTo(1);
  }

  @Test
  void pricesThatJumpAreWarnedOfAndStrictWritesNothing() throws Exception {
    Path file = catalogue();
    String rows = csv("sku,price\nA-1,950\nA-2,2.10\n");

    assertThat(pallet.run("import", rows, "--into", file.toString(), "--strict")).isEqualTo(1);
    assertThat(pallet.out())
        .contains(
            "warning: Price moves by more than 50 % in 1 row, the worst A-1 from 1.00 to"
                + " 950.00")
        .contains("0 committed");
    assertThat(pallet.run("import", rows, "--into", file.toString(), "--json")).isZero();
    assertThat(pallet.json().get("warnings").size()).isEqualTo(1);
    assertThat(pallet.json().get("committed").asInt()).isEqualTo(2);
  }

  @Test
  void strictWritesWhatIsNoSlip() throws Exception {
    Path file = catalogue();
    String rows = csv("sku,price\nA-1,1.10\n");

    assertThat(pallet.run("import", rows, "--into", file.toString(), "--strict")).isZero();
    assertThat(pallet.out()).contains("1 committed");
  }

  private String csv(String text) throws IOException {
    return Files.writeString(folder.resolve("rows.csv"), text).toString();
  }

  private Path catalogue() throws SQLException {
    return DamagedFile.catalogue(folder.resolve("shop.pallet"), 1_000);
  }
}
