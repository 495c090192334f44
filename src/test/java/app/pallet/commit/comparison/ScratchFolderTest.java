package app.pallet.commit.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScratchFolderTest {

  @TempDir Path folder;

  private Path catalogue() throws IOException {
    return Files.writeString(folder.resolve("shop.pallet"), "rows");
  }

  /** The scratch folder itself. */
  private Path made() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(Files::isDirectory).findFirst().orElseThrow();
    }
  }

  @Test
  void a_copy_is_as_the_file_is_and_lies_beside_it() throws IOException {
    Path catalogue = catalogue();
    try (ScratchFolder scratch = ScratchFolder.in(folder)) {
      Path first = scratch.copyOf(catalogue);
      Path second = scratch.copyOf(catalogue);

      assertThat(first).hasContent("rows").isNotEqualTo(second);
      assertThat(second).hasContent("rows");
      assertThat(first).startsWith(folder);
      assertThat(scratch.newFile()).doesNotExist();
    }
    assertThat(folder.toFile().list()).containsExactly("shop.pallet");
  }

  @Test
  void a_copy_goes_with_what_the_database_left_beside_it() throws IOException {
    Path catalogue = catalogue();
    try (ScratchFolder scratch = ScratchFolder.in(folder)) {
      Path copy = scratch.copyOf(catalogue);
      Path other = scratch.copyOf(catalogue);
      for (String suffix : new String[] {"-wal", "-shm", "-journal"}) {
        Files.createFile(Path.of(copy + suffix));
      }

      scratch.delete(copy);
      scratch.delete(copy); // nothing is left to be deleted

      assertThat(made().toFile().list()).containsExactly(String.valueOf(other.getFileName()));
    }
  }

  @Test
  void what_can_not_be_made_copied_or_deleted_is_told() throws IOException {
    Path gone = folder.resolve("gone");
    assertThatThrownBy(() -> ScratchFolder.in(gone))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage("No scratch folder can be made in " + gone);
    ScratchFolder scratch = ScratchFolder.in(folder);
    assertThatThrownBy(() -> scratch.copyOf(gone))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageStartingWith("No scratch copy can be made at ");
    Path made = made();
    Path full = scratch.newFile();
    Files.createDirectories(full.resolve("something"));
    assertThatThrownBy(() -> scratch.delete(full))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage("Can't delete the scratch copy " + full);
    scratch.close();
    assertThatThrownBy(scratch::close)
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage("Can't delete the scratch folder " + made);
  }
}
