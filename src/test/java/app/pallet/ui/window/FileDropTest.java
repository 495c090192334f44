package app.pallet.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FileDropTest {

  @Test
  void onlyTablesAndDatabasesAreTakenFromWhatIsDropped() {
    List<File> dropped =
        List.of(
            new File("photo.jpg"),
            new File("Prices.CSV"),
            new File("stock.v2.xlsx"),
            new File("macros.xlsm"),
            new File("notes.docx"),
            new File("shop.PALLET"),
            new File("northwind.db"),
            new File("README"));
    assertThat(FileDrop.Kind.TABLE.of(dropped))
        .containsExactly(Path.of("Prices.CSV"), Path.of("stock.v2.xlsx"), Path.of("macros.xlsm"));
    assertThat(FileDrop.Kind.DATABASE.of(dropped))
        .containsExactly(Path.of("shop.PALLET"), Path.of("northwind.db"));
  }
}
