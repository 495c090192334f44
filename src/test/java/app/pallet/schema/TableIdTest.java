package app.pallet.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableIdTest {

  @TempDir private Path folder;

  @Test
  void aFileIsTheSameByWhicheverPath() throws IOException {
    Path file = Files.createFile(folder.resolve("shop.pallet"));
    Path link = Files.createSymbolicLink(folder.resolve("link.pallet"), file);

    assertThat(TableId.ofFile(link, "product")).isEqualTo(TableId.ofFile(file, "product"));
    assertThat(TableId.ofFile(folder.resolve("x/../shop.pallet"), "product").place())
        .isEqualTo(file.toRealPath().toString());
    assertThat(TableId.ofFile(file, "product"))
        .hasToString("sqlite://" + file.toRealPath() + "/main.product");
  }

  @Test
  void aFileThatIsNotThereHasItsName() {
    assertThat(TableId.ofFile(folder.resolve("a/../gone.pallet"), "product").place())
        .isEqualTo(folder.resolve("gone.pallet").toString());
  }

  @Test
  void differentTablesHaveDifferentForms() {
    assertThat(
            List.of(
                new TableId("sqlite", "/a", "main", "b.c"),
                new TableId("sqlite", "/a", "main.b", "c"),
                new TableId("sqlite", "/a/main", "b", "c"),
                new TableId("sqlite", "/a", "main/b", "c"),
                new TableId("sqlite", "/a", "main%2Fb", "c"),
                new TableId("sqlite", "/a%2Fmain", "b", "c")))
        .extracting(TableId::toString)
        .doesNotHaveDuplicates();
  }
}
