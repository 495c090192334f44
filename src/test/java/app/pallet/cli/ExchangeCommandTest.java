package app.pallet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Article numbers that change hands in one import, and back, as a script lets them. */
final class ExchangeCommandTest {

  /** More than an import commits at once. */
  private static final int LONG = 20_050;

  @TempDir private Path folder;

  private final CommandLineRun pallet = new CommandLineRun();

  private String catalogue() {
    return folder.resolve("c.pallet").toString();
  }

  /** A file in which each product, told by its barcode, gets the article number of another one. */
  private String file(int rows, IntUnaryOperator skuOf) throws IOException {
    List<String> lines = new ArrayList<>(List.of("barcode,sku,name,price"));
    for (int i = 1; i <= rows; i++) {
      lines.add("B-%05d,%s,Mug,1".formatted(i, sku(skuOf.applyAsInt(i))));
    }
    return Files.write(folder.resolve("products.csv"), lines).toString();
  }

  private static String sku(int number) {
    return "S-%05d".formatted(number);
  }

  private void fill(int rows) throws IOException {
    assertThat(pallet.run("import", file(rows, i -> i), "--into", catalogue())).isZero();
  }

  private int exchange(String file, String... more) {
    List<String> arguments =
        new ArrayList<>(List.of("import", file, "--into", catalogue(), "--key", "barcode"));
    Collections.addAll(arguments, more);
    return pallet.run(arguments.toArray(String[]::new));
  }

  /** The article numbers in the order of the barcodes, as SQLite itself reads them. */
  private List<String> skus() throws SQLException {
    List<String> skus = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + catalogue());
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("SELECT sku FROM product ORDER BY barcode")) {
      while (result.next()) {
        skus.add(result.getString(1));
      }
    }
    return skus;
  }

  @Test
  void theFirstAndTheLastRowOfALongFileSwap() throws Exception {
    fill(LONG);

    int exit = exchange(file(LONG, i -> i == 1 ? LONG : i == LONG ? 1 : i), "--json");

    assertThat(exit).as(pallet.out() + pallet.err()).isZero();
    assertThat(pallet.json().get("committed").asInt()).isEqualTo(2);
    assertThat(skus()).hasSize(LONG).startsWith(sku(LONG), sku(2)).endsWith(sku(LONG - 1), sku(1));
  }

  @Test
  void allRowsOfALongFileMoveByOneEitherWayAndTheHistoryTakesItBack() throws Exception {
    fill(LONG);
    for (int step : List.of(1, -1)) {
      List<String> before = skus();

      int exit = exchange(file(LONG, i -> i + (step > 0 ? 1 : 0)));

      assertThat(exit).as(pallet.out() + pallet.err()).isZero();
      assertThat(skus()).startsWith(sku(step > 0 ? 2 : 1)).endsWith(sku(LONG + (step > 0 ? 1 : 0)));
      if (step < 0) {
        assertThat(pallet.run("history", "undo", catalogue(), "last")).as(pallet.err()).isZero();
        assertThat(skus()).isEqualTo(before);
      }
    }
  }

  @Test
  void whatNoRowGivesUpIsRefusedByNameAndTheRestIsWritten() throws Exception {
    fill(LONG);
    Path two = folder.resolve("long.csv");
    List<String> lines = new ArrayList<>(Files.readAllLines(Path.of(file(LONG, i -> i))));
    lines.set(1, "B-00001,S-20050,Mug,1"); // which the last product keeps
    lines.set(2, "B-00002,S-00001,Mug,1"); // which is therefore not free either
    lines.set(LONG, "B-20050,S-20050,Cup,1");
    Files.write(two, lines);

    int exit = exchange(two.toString(), "--json");

    assertThat(exit).isEqualTo(1);
    assertThat(pallet.json().get("committed").asInt()).isEqualTo(1);
    assertThat(pallet.out()).contains("S-20050 is already taken").contains("\"line\" : 2");
    assertThat(skus()).startsWith("S-00001", "S-00002").endsWith("S-20050");
  }
}
