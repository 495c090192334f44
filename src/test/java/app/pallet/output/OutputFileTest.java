package app.pallet.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OutputFileTest {

  private static final byte[] NEW = "new".getBytes(StandardCharsets.UTF_8);

  @TempDir private Path folder;

  private static void write(OutputFile output) throws IOException {
    output.write(out -> out.write(NEW));
  }

  private Path file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  private static void refuses(OutputFile output, String why) {
    assertThatThrownBy(() -> write(output))
        .isInstanceOf(RefusedOutputException.class)
        .hasMessageContaining(output.path().toString())
        .hasMessageContaining(why);
  }

  @Test
  void aLinkStaysAndItsTargetIsReplaced() throws IOException {
    Path target = file("target.csv", "old");
    Path second = Files.createSymbolicLink(folder.resolve("second.csv"), Path.of("target.csv"));
    Path first = Files.createSymbolicLink(folder.resolve("first.csv"), second);
    write(OutputFile.at(first));
    assertThat(first).isSymbolicLink();
    assertThat(second).isSymbolicLink();
    assertThat(target).hasContent("new");
  }

  @Test
  void aLinkToNothingGetsItsTarget() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link.csv"), Path.of("target.csv"));
    write(OutputFile.at(link));
    assertThat(link).isSymbolicLink();
    assertThat(folder.resolve("target.csv")).hasContent("new");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-------", "rw-rw-rw-", "rwxr-x---"})
  void permissionsAreKept(String permissions) throws IOException {
    Path file = file("shop.csv", "old");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    write(OutputFile.at(file));
    assertThat(file).hasContent("new");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo(permissions);
  }

  @Test
  void aPipeIsWrittenInto() throws Exception {
    Path pipe = folder.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    CompletableFuture<String> read =
        CompletableFuture.supplyAsync(() -> {
          try {
            return Files.readString(pipe);
          } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
          }
        });
    write(OutputFile.at(pipe));
    assertThat(read.join()).isEqualTo("new");
    assertThat(Files.isRegularFile(pipe)).isFalse();
  }

  @Test
  void whatIsSparedIsRefusedUnderAnyName() throws IOException {
    Path spared = file("shop", "data");
    Path link = Files.createSymbolicLink(folder.resolve("link"), spared);
    Path twin = Files.createLink(folder.resolve("twin"), spared);
    for (Path each : new Path[] {spared, link, twin}) {
      refuses(OutputFile.at(each).sparing(spared, "the catalogue"), "it is the catalogue");
    }
    refuses(
        OutputFile.at(folder.resolve("shop-journal")).sparing(link, "the catalogue"),
        "it is a log beside the catalogue");
    assertThat(spared).hasContent("data");
  }

  @Test
  void databasesTheirLogsAndDraftsAreRefused() throws IOException {
    Path database = file("shop.csv", "SQLite format 3\0and more");
    refuses(OutputFile.at(database), "a catalogue or another database");
    refuses(OutputFile.at(folder.resolve("shop.csv-wal")), "log of");
    refuses(OutputFile.at(folder.resolve("shop.csv-journal")), "log of");
    refuses(OutputFile.at(file("damaged.pallet", "no header")), "a catalogue");
    refuses(OutputFile.at(file("shop-ab12-3.draft", "PALDRFT")), "a draft");
    refuses(OutputFile.at(file("renamed.csv", "PALDRFT1")), "a draft");
    refuses(OutputFile.at(folder), "a folder");
  }

  @Test
  void whatFailsLeavesWhatWasThereAndNothingElse() throws IOException {
    Path file = file("shop.csv", "old");
    assertThatThrownBy(() ->
            OutputFile.at(file)
                .write(out -> {
                  out.write(NEW);
                  throw new IOException("full");
                }))
        .hasMessage("full");
    assertThat(file).hasContent("old");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }
}
