package app.pallet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class FoldersTest {
  private static final Path HOME = Path.of("/home/ann");

  @Test
  void linuxUsesTheFoldersOfTheDesktopStandard() {
    assertThat(Folders.of("Linux", Map.of(), HOME))
        .isEqualTo(
            new Folders(HOME.resolve(".config/pallet"), HOME.resolve(".local/share/pallet")));
  }

  @Test
  void linuxLetsTheEnvironmentMoveThem() {
    Map<String, String> environment =
        Map.of("XDG_CONFIG_HOME", "/etc/ann", "XDG_DATA_HOME", "/var/ann");
    assertThat(Folders.of("Linux", environment, HOME))
        .isEqualTo(new Folders(Path.of("/etc/ann/pallet"), Path.of("/var/ann/pallet")));
  }

  @Test
  void windowsKeepsDataOutOfTheRoamingProfile() {
    Map<String, String> environment = Map.of("APPDATA", "/roaming", "LOCALAPPDATA", "/local");
    assertThat(Folders.of("Windows 11", environment, HOME))
        .isEqualTo(new Folders(Path.of("/roaming/pallet"), Path.of("/local/pallet")));
  }

  @Test
  void macHasOneFolderForBoth() {
    Path folder = HOME.resolve("Library/Application Support/pallet");
    assertThat(Folders.of("Mac OS X", Map.of(), HOME)).isEqualTo(new Folders(folder, folder));
  }
}
