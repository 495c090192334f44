package app.pallet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class PalletCommandTest {
  @Test
  void anUnknownOptionIsWrongUsage() {
    assertThat(new PalletCommand().execute("--no-such-option")).isEqualTo(2);
  }

  @Test
  void askingForTheVersionSucceeds() {
    assertThat(new PalletCommand().execute("--version")).isZero();
  }
}
