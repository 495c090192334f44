package app.pallet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class PalletTest {
  @Test
  void outsideAJarTheVersionIsDevelopment() {
    assertThat(Pallet.version()).isEqualTo("development");
  }
}
