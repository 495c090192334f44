package app.pallet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.database.ShopFile;
import app.pallet.engine.sqlite.discovery.GeneratedSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Commands on tables of somebody else's database. */
final class ForeignTableCommandTest {

  @TempDir private Path folder;
  private final CommandLineRun pallet = new CommandLineRun();
  private ShopFile shop;
  private String file;

  @BeforeEach
  void make() throws SQLException {
    shop = ShopFile.create(folder.resolve("shop.db"), "delete");
    file = shop.path().toString();
  }

  private String csv(String text) throws IOException {
    return Files.writeString(folder.resolve("in.csv"), text).toString();
  }

  private List<String> ask(String sql) throws SQLException {
    return shop.ask(sql);
  }

  private void assertNothingMade() throws SQLException {
    assertThat(ask("SELECT name FROM sqlite_schema WHERE name LIKE '%pallet%'")).isEmpty();
    assertThat(ask("PRAGMA integrity_check")).containsExactly("ok");
    assertThat(ask("PRAGMA journal_mode")).containsExactly("delete");
    assertThat(Path.of(file + "-wal")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"batch", "add-all", "one-by-one"})
  void rowsOfAFileAreEditedAndAdded(String mode) throws Exception {
    String in =
        csv("Code,ProductName,UnitPrice,UnitsInStock\nCH-1,Chai,18.75,4\nNEW-1,Mate,7.5,\n");

    int code =
        pallet.run("import", in, "--into", file, "--table", "Products", "--mode", mode, "--json");

    assertThat(code).as(pallet.out() + pallet.err()).isZero();
    assertThat(pallet.json().get("adds").asInt()).isEqualTo(1);
    assertThat(pallet.json().get("edits").asInt()).isEqualTo(1);
    assertThat(
            ask(
                "SELECT ProductID, ProductName, Code, UnitPrice, UnitsInStock, Status, Added ="
                    + " CURRENT_DATE FROM Products ORDER BY ProductID"))
        .containsExactly(
            "1|Chai|CH-1|18.75|4|active|1",
            "2|Chang|CH-2|19.5|0|active|1",
            "3|Ikura|null|31.25|0|active|1",
            "4|Mate|NEW-1|7.5|0|active|1");
    assertNothingMade();
  }

  @Test
  void aDryRunWritesNothing() throws Exception {
    String in = csv("Code,UnitPrice\nCH-1,18.75\n");
    byte[] before = Files.readAllBytes(shop.path());

    assertThat(pallet.run("import", in, "--into", file, "--table", "Products", "--dry-run"))
        .as(pallet.err())
        .isZero();

    assertThat(pallet.out()).contains("0 to add, 1 to change");
    assertThat(shop.path()).hasBinaryContent(before);
    assertThat(pallet.backups()).doesNotExist();
  }

  @Test
  void aFileIsBackedUpBeforeTheFirstImportOfADay() throws Exception {
    String in = csv("Code,UnitPrice\nCH-1,18.75\n");

    pallet.run("import", in, "--into", file, "--table", "Products");

    try (var files = Files.walk(pallet.backups())) {
      Path backup = files.filter(Files::isRegularFile).findFirst().orElseThrow();
      assertThat(new ShopFile(backup).ask("SELECT UnitPrice FROM Products WHERE Code = 'CH-1'"))
          .containsExactly("18");
    }
  }

  @Test
  void aBackupIsMadeOfAnyDatabase() throws Exception {
    byte[] before = Files.readAllBytes(shop.path());

    assertThat(pallet.run("backup", file, "--json")).as(pallet.err()).isZero();

    Path backup = Path.of(pallet.json().get("backups").get(0).get("file").asString());
    assertThat(new ShopFile(backup).ask("SELECT UnitPrice FROM Products WHERE Code = 'CH-1'"))
        .containsExactly("18");
    assertThat(shop.path()).hasBinaryContent(before);
    assertNothingMade();
  }

  @Test
  void whatTheDatabaseRefusesIsAProblemOfItsCell() throws Exception {
    String in =
        csv(
            "Code,ProductName,UnitPrice,Status,CategoryID\nCH-1,Chai,-1,active,1\n"
                + "CH-2,Chang,20,sold,1\nN-1,Mate,1,active,99\n");

    assertThat(pallet.run("import", in, "--into", file, "--table", "Products", "--json"))
        .isEqualTo(1);

    assertThat(pallet.json().get("problems"))
        .extracting(problem -> problem.get("column").asString())
        .contains("UnitPrice", "Status");
    assertThat(ask("SELECT UnitPrice, Status, CategoryID FROM Products"))
        .containsExactly("18|active|1", "19.5|active|1", "31.25|active|null");
    assertNothingMade();
  }

  /** A column that the database works out is told of, and not written. */
  @Test
  void aColumnThatCanNotBeWrittenIsLeftOut() throws Exception {
    String in = csv("Code,UnitPrice,Margin\nCH-1,18.75,1000\n");

    assertThat(pallet.run("import", in, "--into", file, "--table", "Products"))
        .as(pallet.err())
        .isZero();

    assertThat(pallet.out()).contains("Margin is not taken, because it can't be written");
    assertThat(ask("SELECT Margin FROM Products WHERE Code = 'CH-1'")).containsExactly("9.375");
  }

  @Test
  void aTextKeyFindsRowsAndIsWrittenInNewOnesOnly() throws Exception {
    String in =
        csv("CustomerID,CompanyName,City\nALFKI,Alfreds Futterkiste,Berlin\nNEWCO,New,Bonn\n");

    assertThat(pallet.run("import", in, "--into", file, "--table", "customers"))
        .as(pallet.out() + pallet.err())
        .isZero();

    assertThat(ask("SELECT * FROM Customers ORDER BY 1"))
        .containsExactly("ALFKI|Alfreds Futterkiste|Berlin", "ANATR|Ana|México", "NEWCO|New|Bonn");
  }

  static IntStream seeds() {
    int first = Integer.getInteger("pallet.sweep.seed", 0);
    return IntStream.range(first, first + Integer.getInteger("pallet.sweep", 20));
  }

  /** Whatever the cells hold: what was exported says nothing new. */
  @ParameterizedTest
  @MethodSource("seeds")
  void whatWasExportedChangesNothingWhenItIsImported(int seed) throws Exception {
    GeneratedSchema schema = new GeneratedSchema(seed);
    ShopFile other = new ShopFile(folder.resolve("other.db"));
    other.execute(schema.statements.toArray(String[]::new));
    String path = other.path().toString();
    String out = folder.resolve("out.csv").toString();
    byte[] before = Files.readAllBytes(other.path());

    assertThat(pallet.run("export", path, out, "--table", schema.table)).as(pallet.err()).isZero();
    if (schema.key().isPresent()) {
      pallet.run(
          "import",
          out,
          "--into",
          path,
          "--table",
          schema.table,
          "--no-backup",
          "--json",
          "--header-row",
          "1");

      JsonNode report = pallet.json();
      if (report.has("adds")) { // a row without a key is one, with a problem
        assertThat(report.get("committed").asInt()).as(pallet.out()).isZero();
      } else { // a heading of white space alone can't be told from none
        assertThat(schema.key().get()).anyMatch(String::isBlank);
        assertThat(pallet.err()).contains("No column of the source is");
      }
    }
    assertThat(other.path()).hasBinaryContent(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--no-backup", "--dry-run"})
  void nothingIsWrittenIntoWhatCanOnlyBeRead(String option) throws Exception {
    String in = csv("Code,ProductName\nCH-1,Mate\n");
    shop.execute("CREATE TABLE keyless (Code TEXT, ProductName TEXT)");

    assertThat(pallet.run("import", in, "--into", file, "--table", "Current", option)).isEqualTo(3);
    assertThat(pallet.err())
        .contains("Nothing can be written into Current of")
        .contains("It is a view");
    assertThat(pallet.run("import", in, "--into", file, "--table", "keyless", option)).isEqualTo(3);
    assertThat(pallet.err()).contains("No column tells its rows apart for sure");
    Path recipe =
        Files.writeString(
            folder.resolve("recipe.json"),
            "{'recipe': 'R', 'steps': [{'do': 'clear', 'column': 'ProductName'}]}"
                .replace('\'', '"'));
    assertThat(pallet.run("apply", recipe.toString(), "--to", file, "--table", "keyless", option))
        .isEqualTo(3);
    assertThat(pallet.err()).contains("Nothing can be written into keyless of");
  }

  /** More rows than are committed together: the number that one is given is typed much later. */
  @Test
  void aRowIsGivenNoNumberThatALaterRowOfTheFileHas() throws Exception {
    shop.execute(
        "CREATE TABLE n (id INTEGER PRIMARY KEY, name TEXT, mother INTEGER REFERENCES n (id))");
    StringBuilder lines = new StringBuilder("id,name,mother\n,first,\n4999,child,first\n");
    for (int id = 5_000; id < 45_000; id++) {
      if (id != 24_998) {
        lines.append(id).append(",x,\n");
      }
    }
    lines.append("24998,late,\n");
    Path csv = Files.writeString(folder.resolve("n.csv"), lines);

    assertThat(pallet.run("import", csv.toString(), "--into", file, "--table", "n"))
        .as(pallet.out() + pallet.err())
        .isZero();

    assertThat(
            ask(
                "SELECT a.name || coalesce(b.name, '') FROM n a LEFT JOIN n b ON b.id = a.mother"
                    + " WHERE a.name <> 'x' ORDER BY 1"))
        .containsExactly("childfirst", "first", "late");
  }

  @Test
  void aRecipeCannotChangeTheKeysOfRows() throws Exception {
    Path recipe =
        Files.writeString(
            folder.resolve("keys.json"),
            "{'recipe': 'R', 'steps': [{'do': 'suffix', 'column': 'CustomerID', 'text': 'X'}]}"
                .replace('\'', '"'));
    assertThat(pallet.run("apply", recipe.toString(), "--to", file, "--table", "Customers"))
        .isNotZero();
    assertThat(pallet.err()).contains("CustomerID can't be changed in rows that are there");
  }

  /** White space belongs to a key of another program, if a row has it there. */
  @Test
  void aKeyThatEndsWithWhiteSpaceFindsItsOwnRow() throws Exception {
    shop.execute("INSERT INTO Customers VALUES ('PAD ', 'Padded', NULL)");
    Path out = folder.resolve("out.csv");
    assertThat(pallet.run("export", file, out.toString(), "--table", "Customers")).isZero();
    Files.writeString(out, Files.readString(out).replace("ALFKI", "ALFKI "));

    assertThat(pallet.run("import", out.toString(), "--into", file, "--table", "Customers"))
        .as(pallet.out() + pallet.err())
        .isZero();

    assertThat(pallet.out()).contains("0 to add, 0 to change, 3 unchanged");
    assertThat(ask("SELECT CustomerID FROM Customers ORDER BY 1"))
        .containsExactly("ALFKI", "ANATR", "PAD ");
  }

  @Test
  void rowsAreFoundByAKeyOfTwoColumns() throws Exception {
    String in =
        csv("ProductID,OrderID,Quantity\n1,10248,13\n2,10248,10\n2,10249,7\n,10249,1\n1,10248,5\n");

    int code = pallet.run("import", in, "--into", file, "--table", "Order Details", "--json");

    assertThat(code).as(pallet.out() + pallet.err()).isEqualTo(1);
    assertThat(pallet.json().get("unchanged").asInt()).isEqualTo(1);
    assertThat(pallet.json().get("problems"))
        .extracting(problem -> problem.get("message").asString())
        .containsExactly(
            "Has no ProductID",
            "Lines 2 and 6 have the same OrderID and ProductID; line 2 is taken; accepted is one"
                + " line for each OrderID and ProductID");
    assertThat(ask("SELECT * FROM \"Order Details\" ORDER BY 1, 2"))
        .containsExactly("10248|1|14|13", "10248|2|9.8|10", "10249|1|18|9", "10249|2|0|7");
    assertThat(
            pallet.run(
                "import",
                in,
                "--into",
                file,
                "--table",
                "Order Details",
                "--dry-run",
                "--key",
                "ProductID,OrderID"))
        .isEqualTo(1);
    assertThat(
            pallet.run(
                "import",
                in,
                "--into",
                file,
                "--table",
                "Order Details",
                "--key",
                "OrderID,Quantity"))
        .isEqualTo(2);
    assertThat(pallet.err()).contains("the table's key, which is OrderID, ProductID");
  }

  /** What was exported finds its rows again, by the number that the database gave them. */
  @Test
  void anExportComesBackByItsOwnKey() throws Exception {
    String out = folder.resolve("out.csv").toString();
    assertThat(
            pallet.run(
                "export",
                file,
                out,
                "--table",
                "Suppliers",
                "--columns",
                "SupplierID,CompanyName,Country"))
        .as(pallet.err())
        .isZero();
    Files.writeString(Path.of(out), Files.readString(Path.of(out)).replace("Tokyo", "Osaka"));

    assertThat(pallet.run("import", out, "--into", file, "--table", "Suppliers"))
        .as(pallet.out() + pallet.err())
        .isZero();

    assertThat(ask("SELECT * FROM Suppliers"))
        .containsExactly("1|Exotic Liquids|UK", "2|Osaka Traders|Japan");
  }

  @Test
  void aTableOrAViewIsExported() throws Exception {
    Path out = folder.resolve("out.csv");

    assertThat(pallet.run("export", file, out.toString(), "--table", "Order Details"))
        .as(pallet.err())
        .isZero();
    assertThat(out)
        .hasContent(
            "OrderID,ProductID,UnitPrice,Quantity\n10248,1,14,12\n10248,2,9.8,10\n10249,1,18,9\n");

    assertThat(pallet.run("export", file, out.toString(), "--table", "Current"))
        .as(pallet.err())
        .isZero();
    assertThat(out).content().contains("Chang");
    assertNothingMade();
  }

  @ParameterizedTest
  @ValueSource(strings = {"export F O", "history list F", "import I --into F"})
  void withoutATableTheMessageNamesThoseThereAre(String command) throws Exception {
    String in = csv("Code\nCH-1\n");
    String[] arguments =
        command
            .replace("F", file)
            .replace("O", folder.resolve("out.csv").toString())
            .replace("I", in)
            .split(" ");

    assertThat(pallet.run(arguments)).isEqualTo(3);

    assertThat(pallet.err())
        .contains("no Pallet catalogue; say which table is meant: --table with \"Categories\",")
        .contains("\"Order Details\"")
        .contains("\"Current\"");
  }

  @Test
  void aNameThatIsNotThereBringsNearOnes() {
    String out = folder.resolve("out.csv").toString();

    assertThat(pallet.run("export", file, out, "--table", "Prodcuts")).isEqualTo(3);
    assertThat(pallet.err()).contains("has no table \"Prodcuts\"; did you mean \"Products\"?");

    assertThat(pallet.run("export", file, out, "--table", "orders")).isEqualTo(3);
    assertThat(pallet.err()).contains("there are \"Categories\", \"Customers\"");
  }

  @Test
  void columnsAreNotAddedToSomebodysTable() throws Exception {
    String in = csv("Code,Colour\nCH-1,red\n");

    assertThat(pallet.run("import", in, "--into", file, "--table", "Products", "--new-columns"))
        .isEqualTo(2);

    assertThat(pallet.err()).contains("keeps its columns; leave out --new-columns");
  }

  @Test
  void checkLooksAtTheFileAndSaysWhatIsPromised() throws Exception {
    assertThat(pallet.run("check", file)).as(pallet.err()).isZero();
    assertThat(pallet.out())
        .contains("shop.db is sound")
        .contains("Products: table, 3 rows, key ProductID")
        .contains("No history is kept, so a commit can't be taken back later")
        .contains("Current: view");

    shop.execute("UPDATE Products SET UnitPrice = 'ask' WHERE Code = 'CH-2'");
    assertThat(pallet.run("check", file, "--table", "Products", "--json")).isEqualTo(1);
    JsonNode answer = pallet.json();
    assertThat(answer.get("sound").asBoolean()).isTrue();
    assertThat(answer.get("unreadable").asLong()).isEqualTo(1);
    assertThat(answer.get("unreadableCells").get(0).asString()).contains("UnitPrice holds 'ask'");
    assertThat(answer.get("tables")).hasSize(1);
    assertThat(answer.get("tables").get(0).get("promises").get(2).asString())
        .contains("No history is kept");
    assertNothingMade();
  }

  @Test
  void aCataloguesOwnTableMayBeNamed() throws Exception {
    String catalogue = folder.resolve("c.pallet").toString();
    String in = csv("sku,name,price\nA,Mug,4\n");
    assertThat(pallet.run("import", in, "--into", catalogue)).as(pallet.err()).isZero();
    String out = folder.resolve("out.csv").toString();

    assertThat(pallet.run("export", catalogue, out, "--table", "product"))
        .as(pallet.err())
        .isZero();
    assertThat(pallet.run("export", catalogue, out, "--table", "pallet_ledger")).isEqualTo(3);
    assertThat(pallet.err()).contains("has no table \"pallet_ledger\"");
  }

  @Test
  void aHistoryIsKeptOnlyWhereItIsAskedFor() throws Exception {
    String in = csv("Code,UnitPrice\nCH-1,18.75\n");
    List<String> schema = ask("SELECT sql FROM sqlite_schema");

    assertThat(pallet.run("history", "list", file, "--table", "Products")).isEqualTo(2);
    assertThat(pallet.err()).contains("No history of Products is kept; pallet history keep ");
    assertThat(pallet.run("history", "keep", file, "--table", "Current")).isEqualTo(2);
    assertThat(pallet.err()).contains("Current can only be read");

    assertThat(pallet.run("history", "keep", file, "--table", "Products", "--dry-run")).isZero();
    String said = pallet.out();
    assertThat(said).contains("CREATE TABLE pallet_ledger");
    assertThat(ask("SELECT sql FROM sqlite_schema")).isEqualTo(schema);

    assertThat(pallet.run("history", "keep", file, "--table", "Products")).isZero();
    assertThat(pallet.out()).startsWith(said).contains("A history of Products is kept in");
    assertThat(pallet.run("history", "keep", file, "--table", "Products")).isZero();
    assertThat(pallet.out()).contains("is kept in " + file + " already");

    assertThat(pallet.run("import", in, "--into", file, "--table", "Products"))
        .as(pallet.out() + pallet.err())
        .isZero();
    assertThat(pallet.run("history", "show", file, "last", "--table", "Products"))
        .as(pallet.err())
        .isZero();
    assertThat(pallet.out()).contains("18.75");
    assertThat(pallet.run("history", "undo", file, "last", "--table", "Products"))
        .as(pallet.err())
        .isZero();
    assertThat(ask("SELECT UnitPrice FROM Products WHERE Code = 'CH-1'")).containsExactly("18");
    assertThat(ask("PRAGMA integrity_check")).containsExactly("ok");
  }
}
