package app.pallet.draft;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.schema.TableId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the name of a draft tells, and what its header tells of the database. */
final class DraftPathTest {

  @TempDir private Path folder;

  @Test
  void aFileIsFoundByTheNameItWasGiven() {
    DraftPath path = new DraftPath(folder, "0123456789abcdef", "window7", 12);
    assertThat(path.file()).isEqualTo(folder.resolve("0123456789abcdef-window7-12.draft"));
    assertThat(DraftPath.of(path.file())).contains(path);
    assertThat(path.next()).isEqualTo(new DraftPath(folder, "0123456789abcdef", "window7", 13));
    assertThat(DraftPath.of(path.unfinished())).isEmpty();
    assertThat(DraftPath.of(path.aside())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0123456789abcdef-a-1234567890.draft",
        "0123456789abcde-a-1.draft",
        "0123456789abcdef-A-1.draft",
        "0123456789abcdef-a-1.draft2"
      })
  void otherFilesAreNoDrafts(String name) {
    assertThat(DraftPath.of(folder.resolve(name))).isEmpty();
  }

  @Test
  void aNameWithoutAFolderIsNoDraft() {
    assertThat(DraftPath.of(Path.of("0123456789abcdef-a-1.draft"))).isEmpty();
  }

  @Test
  void damagedFilesAreKeptBesideOneAnother() throws IOException {
    DraftPath path = new DraftPath(folder, "0123456789abcdef", "a", 1);
    for (String end : new String[] {"", ".2", ".3"}) {
      Path aside = folder.resolve("0123456789abcdef-a-1.draft" + end + ".damaged");
      assertThat(path.aside()).isEqualTo(aside);
      Files.createFile(aside);
    }
  }

  @Test
  void anotherFileInThePlaceOfTheDatabaseIsNoticed() throws IOException {
    Path file = Files.writeString(folder.resolve("shop.pallet"), "one");
    TableId table = TableId.ofFile(file, "product");
    DraftFrame.Header header = DraftOwner.of(table).header(3);
    assertThat(header.table()).isEqualTo(table.toString());
    assertThat(header.user()).isEqualTo(System.getProperty("user.name"));
    assertThat(header.lastNumber()).isEqualTo(3);
    assertThat(DraftOwner.of(table).isOfAnotherDatabase(header)).isFalse();

    Path other = Files.writeString(folder.resolve("copy.pallet"), "two");
    Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);

    boolean hasKeys = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
    assertThat(DraftOwner.of(table).isOfAnotherDatabase(header)).isEqualTo(hasKeys);
    DraftFrame.Header unknown = new DraftFrame.Header(table.toString(), "", "ann", 3);
    assertThat(DraftOwner.of(table).isOfAnotherDatabase(unknown)).isFalse();
    Files.delete(file);
    assertThat(DraftOwner.of(table).isOfAnotherDatabase(header)).isFalse();
  }
}
