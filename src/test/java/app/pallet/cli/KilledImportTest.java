package app.pallet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.Pallet;
import app.pallet.database.ShopFile;
import app.pallet.work.ChildJava;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * An import into another program's table, without a history, that is killed on its way. Nothing
 * keeps what it had not written, but the file does: run again, it finds what is in as unchanged.
 */
final class KilledImportTest {

  private static final int ROWS = 8_000;

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"sku TEXT PRIMARY KEY NOT NULL", "sku INTEGER PRIMARY KEY"})
  void isFinishedByRunningItAgain(String key) throws Exception {
    ShopFile shop = new ShopFile(folder.resolve("shop.db"));
    shop.execute(
        "CREATE TABLE t (" + key + ", name TEXT, price NUMERIC)",
        "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < "
            + ROWS
            + ") INSERT INTO t SELECT 2 * i, 'Old', i FROM n WHERE i % 2");
    Path in = folder.resolve("in.csv");
    List<String> lines = new ArrayList<>(List.of("sku,name"));
    for (int i = 1; i <= ROWS; i++) {
      lines.add(i + ",New " + i);
    }
    Files.write(in, lines);
    String[] command = {
      "import", in.toString(), "--into", shop.path().toString(), "--table", "t", "--no-backup"
    };

    kill(shop, command);

    int written = count(shop);
    assertThat(written).as("it was in the middle").isLessThan(ROWS);
    CommandLineRun pallet = new CommandLineRun();
    assertThat(pallet.run(command)).as(pallet.out() + pallet.err()).isZero();
    assertThat(pallet.out()).contains("%d unchanged".formatted(written));
    assertThat(count(shop)).isEqualTo(ROWS);
    assertThat(
            shop.ask(
                "SELECT count(*) FROM t WHERE name = 'New ' || sku AND CAST(sku AS INTEGER) <= "
                    + ROWS))
        .containsExactly(Integer.toString(ROWS));
    assertThat(shop.ask("SELECT count(*), count(DISTINCT sku) FROM t WHERE name = 'Old'"))
        .containsExactly(ROWS / 4 + "|" + ROWS / 4);
    assertThat(shop.ask("PRAGMA integrity_check")).containsExactly("ok");
  }

  private static int count(ShopFile shop) throws Exception {
    return Integer.parseInt(shop.ask("SELECT count(*) FROM t WHERE name <> 'Old'").getFirst());
  }

  /** Kills the process as soon as it has written anything. */
  private void kill(ShopFile shop, String... command) throws Exception {
    Process process =
        ChildJava.start(
            folder,
            List.of(
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED"),
            Pallet.class,
            Stream.concat(Stream.of(command), Stream.of("--batch-size", "50"))
                .toArray(String[]::new));
    try {
      while (count(shop) == 0) {
        assertThat(process.isAlive()).as("it is still at work").isTrue();
      }
      process.toHandle().destroyForcibly();
    } finally {
      process.destroyForcibly();
    }
    assertThat(process.waitFor()).as("ended by SIGKILL").isEqualTo(128 + 9);
  }
}
