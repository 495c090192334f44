package app.pallet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.database.ShopFile;
import app.pallet.rows.references.ShopTables;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recipes and conditions that call rows of other tables by their names. */
final class NamesOfRowsCommandTest {

  @TempDir private Path folder;
  private final CommandLineRun pallet = new CommandLineRun();
  private Path file;

  @BeforeEach
  void make() throws SQLException {
    file = ShopTables.in(folder);
  }

  private int apply(String step, String where) throws Exception {
    Path recipe =
        Files.writeString(
            folder.resolve("recipe.json"),
            "{\"recipe\":\"Move\",\"version\":1,\"steps\":[%s]}".formatted(step));
    return pallet.run(
        "apply",
        recipe.toString(),
        "--to",
        file.toString(),
        "--table",
        "Products",
        "--where",
        where);
  }

  @Test
  void aRecipeMovesRowsByNames() throws Exception {
    int code =
        apply(
            "{\"do\":\"set\",\"column\":\"CategoryID\",\"to\":\"condiments\","
                + "\"where\":\"Supplier = 'Exotic Liquids'\"}",
            "CategoryID in (Beverages, 77)");
    assertThat(code).as(pallet.out() + pallet.err()).isZero();
    assertThat(new ShopFile(file).ask("SELECT ProductID, CategoryID FROM Products ORDER BY 1"))
        .containsExactly("1|2", "2|2", "3|2", "4|77");
  }

  @Test
  void aNameOfNoRowOrOfSeveralIsRefusedWithItsPlace() throws Exception {
    String step = "{\"do\":\"set\",\"column\":\"CategoryID\",\"to\":\"1\"}";
    assertThat(apply(step, "CategoryID = Dairy")).isEqualTo(ExitCode.USAGE);
    assertThat(pallet.err()).contains("Is the CategoryName of several rows of Categories");
    assertThat(apply(step, "CategoryID = Cars")).isEqualTo(ExitCode.USAGE);
    assertThat(pallet.err())
        .contains("\"Cars\" can't be taken for CategoryID")
        .contains("character");
    assertThat(apply("{\"do\":\"set\",\"column\":\"CategoryID\",\"to\":\"Cars\"}", "ProductID = 1"))
        .isEqualTo(ExitCode.USAGE);
    assertThat(pallet.err()).contains("Step 1").contains("Cars");
  }

  @Test
  void anExportFindsRowsByNames() throws Exception {
    Path out = folder.resolve("out.csv");
    int code =
        pallet.run(
            "export",
            file.toString(),
            out.toString(),
            "--table",
            "Products",
            "--where",
            "CategoryID = beverages",
            "--columns",
            "ProductName");
    assertThat(code).as(pallet.err()).isZero();
    assertThat(out).content().contains("Chai").contains("Chang").doesNotContain("Syrup");
  }
}
