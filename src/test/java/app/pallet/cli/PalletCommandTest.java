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
              public int edit(Optional<Path> catalogue) {
                asked.add("edit " + catalogue.map(Path::toString).orElse("whatever"));
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
