package app.pallet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.database.file.CatalogueBackups;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class PalletCommandTest {

  private final List<String> asked = new ArrayList<>();
  private final StringWriter printed = new StringWriter();

  private PalletCommand command(boolean display) {
    PalletCommand command =
        new PalletCommand(
            new Windows() {
              @Override
              public boolean hasDisplay() {
                return display;
              }

              @Override
              public int edit(Optional<Path> file, Optional<String> table) {
                asked.add(
                    "edit "
                        + file.map(Path::toString).orElse("whatever")
                        + table.map(name -> " table " + name).orElse(""));
                return 0;
              }

              @Override
              public int demo(DemoRequest request) {
                asked.add("demo " + request.rows());
                return 0;
              }
            },
            CatalogueBackups.in(Path.of("target", "backups")));
    command.commandLine().setOut(new PrintWriter(printed));
    command.commandLine().setErr(new PrintWriter(printed));
    return command;
  }

  @Test
  void anUnknownOptionIsWrongUsage() {
    assertThat(command(true).execute("--no-such-option")).isEqualTo(2);
  }

  @Test
  void askingForTheVersionSucceeds() {
    assertThat(command(true).execute("--version")).isZero();
  }

  @Test
  void withoutASubcommandTheEditorOpens() {
    assertThat(command(true).execute()).isZero();
    assertThat(command(true).execute("shop.pallet")).isZero();
    assertThat(asked)
        .containsExactly("edit whatever", "edit " + Path.of("shop.pallet").toAbsolutePath());
  }

  @Test
  void aTableOfADatabaseIsNamedWithItsFile() {
    assertThat(command(true).execute("edit", "shop.db", "--table", "Order Details")).isZero();
    assertThat(asked)
        .containsExactly("edit " + Path.of("shop.db").toAbsolutePath() + " table Order Details");

    assertThat(command(true).execute("edit", "--table", "Products")).isEqualTo(2);
    assertThat(printed.toString()).contains("--table needs the file that holds the table");
    assertThat(asked).hasSize(1);
  }

  @Test
  void whereNobodyCouldSeeAWindowTheDemoRuns() {
    assertThat(command(false).execute()).isZero();
    assertThat(command(false).execute("edit")).isZero();
    assertThat(asked).containsExactly("demo 10000", "demo 10000");
  }

  @Test
  void aBenchTakesFewerEditsThanRows() {
    assertThat(command(false).execute("bench", "--rows=60", "--edits=20", "--rounds=1")).isZero();
    assertThat(printed.toString()).contains("60 products").containsPattern("edit +batch +20 ");
  }
}
