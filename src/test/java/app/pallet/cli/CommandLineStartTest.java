package app.pallet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineStartTest {

  @Test
  void nothingOrACatalogueAsksForTheWindow() {
    assertThat(CommandLineStart.isWindow()).isTrue();
    assertThat(CommandLineStart.isWindow("my products.pallet")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"edit", "--help", "import", "--catalogue=a.pallet", "@a.pallet", "a.csv"})
  void everythingElseIsLeftToTheCommands(String argument) {
    assertThat(CommandLineStart.isWindow(argument)).isFalse();
  }

  @Test
  void twoWordsAreACommand() {
    assertThat(CommandLineStart.isWindow("edit", "a.pallet")).isFalse();
  }
}
