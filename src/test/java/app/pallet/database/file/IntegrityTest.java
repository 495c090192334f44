package app.pallet.database.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.pallet.database.CatalogueDatabase;
import app.pallet.database.file.CatalogueException.Reason;
import app.pallet.schema.ProductSchema;
import app.pallet.work.SampledMonitor;
import app.pallet.work.WorkMonitor;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Catalogues whose files were really damaged, deleted or replaced. */
class IntegrityTest {

  private static final int PRODUCTS = 5_000;

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(CheckDepth.class)
  void aSoundFileIsFoundSound(CheckDepth depth) throws SQLException {
    try (CatalogueDatabase database = open(catalogue())) {
      assertThat(database.check(depth, WorkMonitor.NONE).findings()).isEmpty();
    }
  }

  @Test
  void aDamagedPageOfProductsIsFound() throws Exception {
    Path file = catalogue();
    DamagedFile.damage(file, DamagedFile.leaves(file, "product").subList(5, 6));

    try (CatalogueDatabase database = open(file)) {
      IntegrityReport report = database.check(CheckDepth.QUICK, WorkMonitor.NONE);
      assertThat(report.isSound()).isFalse();
    }
  }

  @Test
  void aFileWhoseFirstPageIsDamagedCanNotBeOpened() throws Exception {
    Path file = catalogue();
    byte[] bytes = Files.readAllBytes(file);
    java.util.Arrays.fill(bytes, 100, 4096, (byte) 0x55);
    Files.write(file, bytes);

    assertThat(catchThrowableOfType(CatalogueException.class, () -> open(file)).reason())
        .isEqualTo(Reason.DAMAGED);
  }

  @Test
  void aCheckIsCancelled() throws SQLException {
    try (CatalogueDatabase database = open(catalogue())) {
      SampledMonitor monitor = new SampledMonitor();
      monitor.cancel();
      assertThatThrownBy(() -> database.check(CheckDepth.FULL, monitor))
          .isInstanceOf(CancellationException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 20})
  void everyProductBesideTheDamageIsSaved(int pages) throws Exception {
    Path file = catalogue();
    List<Integer> leaves = DamagedFile.leaves(file, "product");
    DamagedFile.damage(file, leaves.subList(7, 7 + pages));
    byte[] before = Files.readAllBytes(file);
    Path target = folder.resolve("saved.pallet");

    Salvaged saved = new Salvage(file, target, ConnectionSettings.DEFAULT).run(WorkMonitor.NONE);

    long perPage = PRODUCTS / leaves.size();
    assertThat(saved.lost().orElseThrow()).isBetween(1L, (perPage + 3) * pages);
    assertThat(saved.rows() + saved.lost().orElseThrow()).isEqualTo(PRODUCTS);
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
    try (CatalogueDatabase database = open(target)) {
      assertThat(database.check(CheckDepth.FULL, WorkMonitor.NONE).isSound()).isTrue();
      assertThat(number(database, "SELECT count(*) FROM product")).isEqualTo(saved.rows());
      assertThat(number(database, "SELECT count(*) FROM product WHERE sku <> 'A-' || id")).isZero();
      assertThat(number(database, "SELECT next_id FROM pallet_id_block")).isEqualTo(PRODUCTS + 1);
    }
  }

  @Test
  void productsAreSavedToWhereTheIndexIsDamagedAsWell() throws Exception {
    Path file = catalogue();
    DamagedFile.damage(file, DamagedFile.leaves(file, "product").subList(0, 1));
    DamagedFile.damage(file, DamagedFile.leaves(file, "sqlite_autoindex_product_1").subList(1, 2));
    Path target = folder.resolve("saved.pallet");

    Salvaged saved = new Salvage(file, target, ConnectionSettings.DEFAULT).run(WorkMonitor.NONE);

    assertThat(saved.lost()).isEmpty();
    assertThat(saved.rows()).isBetween(PRODUCTS - 60L, PRODUCTS - 10L);
  }

  @Test
  void aFileWithoutItsDescriptionOfColumnsIsSavedByWhatSqliteKnowsOfThem() throws Exception {
    Path file = catalogue();
    DamagedFile.damage(file, DamagedFile.leaves(file, "pallet_column"));
    Path target = folder.resolve("saved.pallet");

    Salvaged saved = new Salvage(file, target, ConnectionSettings.DEFAULT).run(WorkMonitor.NONE);

    assertThat(saved).isEqualTo(new Salvaged(target, PRODUCTS, 0, OptionalLong.of(0)));
    try (CatalogueDatabase database = open(target)) {
      assertThat(database.schema()).isEqualTo(ProductSchema.create());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE pallet_column SET name = 'pr\u0001ce' WHERE name = 'price'",
        "UPDATE pallet_column SET type = 'MONEZ' WHERE name = 'price'",
        "UPDATE pallet_column SET choices = '[\"a' WHERE name = 'tax_class'",
        "UPDATE pallet_column SET type = 'TEXT' WHERE name = 'quantity'",
        "UPDATE pallet_column SET position = 900 WHERE name = 'weight'",
        "UPDATE pallet_column SET table_name = 'prodict' WHERE name = 'brand'",
        "DELETE FROM pallet_column",
        "UPDATE pallet_id_block SET next_id = 9000000000000000000"
      })
  void oneDamagedWordInItsDescriptionLosesNoProduct(String damage) throws Exception {
    Path file = catalogue();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute(damage);
    }
    Path target = folder.resolve("saved.pallet");

    Salvaged saved = new Salvage(file, target, ConnectionSettings.DEFAULT).run(WorkMonitor.NONE);

    assertThat(saved.rows()).isEqualTo(PRODUCTS);
    try (CatalogueDatabase database = open(target)) {
      assertThat(number(database, "SELECT count(*) FROM product WHERE price = id * 10000"))
          .isEqualTo(PRODUCTS);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.5, 0.9, 0.999})
  void whatIsLeftOfACutOffFileIsSaved(double part) throws Exception {
    Path file = catalogue();
    long length = (long) (Files.size(file) * part);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(length);
    }
    Path target = folder.resolve("saved.pallet");

    Salvaged saved = new Salvage(file, target, ConnectionSettings.DEFAULT).run(WorkMonitor.NONE);

    assertThat(saved.rows()).isBetween((long) (PRODUCTS * part * 0.5), (long) PRODUCTS);
    assertThat(file).hasSize(length);
    assertThat(Salvage.whatIsWrong(file).orElseThrow())
        .contains("is cut off: it has %,d".formatted(length));
    try (CatalogueDatabase database = open(target)) {
      assertThat(number(database, "SELECT count(*) FROM product")).isEqualTo(saved.rows());
      assertThat(number(database, "SELECT count(*) FROM product WHERE sku <> 'A-' || id")).isZero();
    }
  }

  @Test
  void aFileWithoutItsFirstPageIsSaidToBeBeyondSaving() throws Exception {
    Path file = catalogue();
    DamagedFile.damage(file, List.of(1));
    Path target = folder.resolve("saved.pallet");

    assertThatThrownBy(
            () -> new Salvage(file, target, ConnectionSettings.DEFAULT).run(WorkMonitor.NONE))
        .isInstanceOf(CatalogueException.class)
        .hasMessageContaining("Nothing can be read of");
    assertThat(target).doesNotExist();
  }

  @Test
  void savingThatIsCancelledLeavesNoFile() throws Exception {
    Path file = catalogue();
    Path target = folder.resolve("saved.pallet");
    SampledMonitor monitor = new SampledMonitor();
    monitor.cancel();

    assertThatThrownBy(() -> new Salvage(file, target, ConnectionSettings.DEFAULT).run(monitor))
        .isInstanceOf(CancellationException.class);
    assertThat(target).doesNotExist();
  }

  @Test
  void anOpenCatalogueIsInPlaceWhileItIsWrittenAndCopied() throws Exception {
    try (CatalogueDatabase database = open(catalogue());
        Connection writer = database.writer().getConnection();
        Statement statement = writer.createStatement()) {
      database.requireInPlace();
      statement.execute("UPDATE product SET name = 'y'");
      database.copyTo(folder.resolve("copy.pallet"));
      database.requireInPlace();
    }
  }

  @Test
  void aDeletedFileIsNoticed() throws Exception {
    Path file = catalogue();
    try (CatalogueDatabase database = open(file)) {
      Files.delete(file);
      assertThat(replaced(database)).hasMessageContaining("was deleted or moved");
    }
  }

  @Test
  void aRenamedFileIsNoticedAndMayComeBack() throws Exception {
    Path file = catalogue();
    try (CatalogueDatabase database = open(file)) {
      Path elsewhere = Files.move(file, folder.resolve("elsewhere.pallet"));
      assertThat(replaced(database)).hasMessageContaining("was deleted or moved");
      Files.move(elsewhere, file);
      database.requireInPlace();
    }
  }

  @Test
  void anotherFileInItsPlaceIsNoticed() throws Exception {
    Path file = catalogue();
    Path other = DamagedFile.catalogue(folder.resolve("other.pallet"), 3);
    try (CatalogueDatabase database = open(file)) {
      Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);
      assertThat(replaced(database)).hasMessageContaining("Another file has taken the place");
    }
  }

  @Test
  void aCopyOfItselfInItsPlaceIsNoticed() throws Exception {
    Path file = catalogue();
    try (CatalogueDatabase database = open(file)) {
      byte[] bytes = Files.readAllBytes(file);
      Files.delete(file);
      Files.write(file, bytes);
      assertThat(replaced(database)).hasMessageContaining("Another file has taken the place");
    }
  }

  private static CatalogueException replaced(CatalogueDatabase database) {
    CatalogueException exception =
        catchThrowableOfType(CatalogueException.class, database::requireInPlace);
    assertThat(exception.reason()).isEqualTo(Reason.REPLACED);
    return exception;
  }

  private static long number(CatalogueDatabase database, String sql) throws SQLException {
    try (Connection connection = database.readers().getConnection()) {
      return CatalogueFile.number(connection, sql);
    }
  }

  private Path catalogue() throws SQLException {
    return DamagedFile.catalogue(folder.resolve("shop.pallet"), PRODUCTS);
  }

  private static CatalogueDatabase open(Path file) {
    return CatalogueDatabase.open(file, ConnectionSettings.DEFAULT);
  }
}
