package app.pallet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The script that starts the packaged folder, with a Java that tells what it was given. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {

  @TempDir private Path folder;

  @BeforeEach
  void layFolder() throws IOException {
    Path script = folder.resolve("bin/pallet");
    Files.createDirectories(script.getParent());
    Files.copy(Path.of("src/main/dist/bin/pallet"), script);
    Files.createDirectories(folder.resolve("lib"));
    Files.createFile(folder.resolve("lib/pallet-1.jar"));
    Path java = folder.resolve("java/bin/java");
    Files.createDirectories(java.getParent());
    Files.writeString(folder.resolve("java/release"), "JAVA_VERSION=\"25.0.1\"\n");
    Files.writeString(java, "#!/bin/sh\nprintf '%s\\n' \"$@\"\n");
    assertThat(java.toFile().setExecutable(true)).isTrue();
  }

  @Test
  void namesTheCacheThatLiesBesideTheJars() throws Exception {
    Path cache = Files.createFile(folder.resolve("lib/pallet.aot"));
    madeHere();

    assertThat(start("edit"))
        .contains("-XX:AOTCache=" + cache.toRealPath(), "-XX:AOTMode=auto", "-XX:+UseZGC");
  }

  private void madeHere() throws IOException {
    Files.writeString(folder.resolve("lib/pallet.aot.home"), folder.toRealPath() + "\n");
  }

  @Test
  void leavesOutACacheThatWasMadeForAnotherPlace() throws Exception {
    Files.createFile(folder.resolve("lib/pallet.aot"));
    Files.writeString(folder.resolve("lib/pallet.aot.home"), "/somewhere/else\n");

    assertThat(start("edit")).noneMatch(argument -> argument.startsWith("-XX:AOT"));
  }

  @Test
  void startsWithoutACache() throws Exception {
    assertThat(start("edit", "a file.pallet"))
        .noneMatch(argument -> argument.startsWith("-XX:AOT"))
        .endsWith("app.pallet.Pallet", "edit", "a file.pallet");
  }

  @Test
  void leavesTheCacheOfTheWindowToTheWindow() throws Exception {
    Files.createFile(folder.resolve("lib/pallet.aot"));
    madeHere();

    assertThat(start("bench")).noneMatch(argument -> argument.startsWith("-XX:"));
  }

  @Test
  void aCacheThatIsNoneDoesNotStopTheStart() throws Exception {
    Path cache = Files.writeString(folder.resolve("lib/pallet.aot"), "no cache at all");
    madeHere();
    List<String> options =
        start("edit").stream()
            .filter(argument -> argument.startsWith("-XX:AOT") || argument.startsWith("-Xlog"))
            .toList();
    assertThat(options).contains("-XX:AOTCache=" + cache.toRealPath());
    Process process = new ProcessBuilder(command(options)).redirectErrorStream(true).start();

    List<String> said = process.inputReader().lines().toList();

    assertThat(process.waitFor()).isZero();
    assertThat(said).isNotEmpty().noneMatch(line -> line.startsWith("["));
  }

  @Test
  void tellsTheFileDialogWhatCataloguesAreBesideWhatItKnows() throws Exception {
    Files.writeString(folder.resolve("java/bin/java"), "#!/bin/sh\necho \"$XDG_DATA_DIRS\"\n");

    assertThat(start("edit"))
        .containsExactly(
            folder.toRealPath().resolve("share") + ":" + "/usr/local/share:/usr/share");
  }

  @Test
  void theFileDialogNeedNotOpenACatalogueOrTheFilesBesideIt() throws Exception {
    String cache =
        Files.readString(
            Path.of("src/main/dist/share/mime/mime.cache"), StandardCharsets.ISO_8859_1);

    assertThat(cache)
        .contains("application/x-pallet", "application/x-sqlite-shm", "application/x-sqlite-wal");
  }

  private static List<String> command(List<String> options) {
    return Stream.of(
            List.of(Path.of(System.getProperty("java.home"), "bin/java").toString()),
            options,
            List.of("--version"))
        .flatMap(List::stream)
        .toList();
  }

  private List<String> start(String... arguments) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(folder.resolve("bin/pallet").toString());
    builder.command().addAll(List.of(arguments));
    builder.environment().put("JAVA_HOME", folder.resolve("java").toString());
    builder.environment().remove("PALLET_JAVA_OPTIONS");
    builder.environment().remove("XDG_DATA_DIRS");
    Process process = builder.redirectErrorStream(true).start();
    List<String> given = process.inputReader().lines().toList();
    assertThat(process.waitFor()).isZero();
    return given;
  }
}
