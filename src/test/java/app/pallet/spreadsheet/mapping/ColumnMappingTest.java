package app.pallet.spreadsheet.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.pallet.schema.Column;
import app.pallet.schema.ProductSchema;
import app.pallet.schema.TableSchema;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ColumnMappingTest {

  private static final TableSchema SCHEMA = ProductSchema.create();

  @Test
  void mapsByNameLabelAndAlias() {
    assertThat(targets(map(List.of("compare_at_price", "Barcode (GTIN)", "Bestand", "Colour"))))
        .containsExactly("compare_at_price", "barcode", "quantity", "-");
  }

  @Test
  void aNameWinsOverAnAliasFurtherLeft() {
    ColumnMapping mapping = map(List.of("Title", "Name"));
    assertThat(targets(mapping)).containsExactly("-", "name");
    assertThat(mapping.unmapped()).containsExactly("Title");
  }

  @Test
  void theFirstOfEqualHeadingsWins() {
    ColumnMapping mapping = map(List.of("EAN", "SKU", "UPC", "sku"));
    assertThat(targets(mapping)).containsExactly("barcode", "sku", "-", "-");
    assertThat(mapping.unmapped()).containsExactly("UPC", "sku");
  }

  @Test
  void columnsThatPalletKeepsAreNotFilledButMayBeTheKey() {
    List<String> header = List.of("ID", "Name", "Version");
    assertThat(targets(map(header))).containsExactly("-", "name", "-");
    assertThat(targets(ColumnMapping.byHeader(header, SCHEMA, SCHEMA.id(), List.of(), Map.of())))
        .containsExactly("id", "name", "-");
  }

  @Test
  void anOverrideWinsOverEveryHeading() {
    ColumnMapping mapping = map(List.of("Name", "Long name", "SKU"), "Long name=name");
    assertThat(targets(mapping)).containsExactly("-", "name", "sku");
  }

  @Test
  void anOverrideMayLeaveAColumnOut() {
    assertThat(targets(map(List.of("Name", "Title", "SKU"), "name=")))
        .containsExactly("-", "name", "sku");
  }

  @Test
  void theLastOverrideOfAColumnCounts() {
    assertThat(targets(map(List.of("a", "b"), "a=sku", "b=sku"))).containsExactly("-", "sku");
  }

  @Test
  void anOverrideLeavesTheOthersAsTheyAre() {
    assertThat(targets(map(List.of("a", "b", "Price"), "a=sku", "b=name")))
        .containsExactly("sku", "name", "price");
  }

  @Test
  void aColumnWithoutAHeadingIsOverriddenByItsPlaceFromTheFirstOneToTheLastOfASheet() {
    assertThat(targets(map(List.of("", "Name"), "Column 1=sku"))).containsExactly("sku", "name");
    assertThat(targets(map(List.of("SKU", "Name"), "Column 3=price")))
        .containsExactly("sku", "name", "price");
    assertThat(targets(map(List.of("SKU"), "Column 16384=name"))).hasSize(16_384).endsWith("name");
    assertThatExceptionOfType(ColumnMappingException.class)
        .isThrownBy(() -> map(List.of("SKU"), "Column 16385=name"));
    assertThatExceptionOfType(ColumnMappingException.class)
        .isThrownBy(() -> map(List.of("SKU"), "Column 0=name"));
  }

  @Test
  void anOverrideMayHaveEqualsSignsInItsHeading() {
    assertThat(ColumnOverride.parse("Shown (0 = no)=active"))
        .isEqualTo(new ColumnOverride("Shown (0 = no)", "active"));
  }

  @Test
  void anUnknownSourceColumnIsAnErrorThatSaysWhatThereIs() {
    assertThatExceptionOfType(ColumnMappingException.class)
        .isThrownBy(() -> map(List.of("a", "b"), "c=sku"))
        .withMessage("The source has no column 'c'. It has: 'a', 'b'");
  }

  @Test
  void anUnknownColumnIsAnErrorThatSaysWhatThereIs() {
    assertThatExceptionOfType(ColumnMappingException.class)
        .isThrownBy(() -> map(List.of("a"), "a=colour"))
        .withMessageStartingWith(
            "The catalogue has no column 'colour' to be filled. It has: 'sku'");
  }

  @Test
  void anOverrideWithoutAnEqualsSignIsAnError() {
    assertThatExceptionOfType(ColumnMappingException.class)
        .isThrownBy(() -> ColumnOverride.parse("sku"))
        .withMessage("'sku' is not of the form SOURCE=COLUMN");
  }

  @Test
  void aKeyThatIsNotMappedIsAnError() {
    assertThatExceptionOfType(ColumnMappingException.class)
        .isThrownBy(() -> map(List.of("a", "Name")).require(SCHEMA.match()))
        .withMessage(
            "No column of the source is SKU. Say which one with SOURCE=sku. It has: 'a', 'Name'");
  }

  @Test
  void mapsByPlaceAndLeavesReadOnlyColumnsOut() {
    List<Column> columns = Stream.of("id", "sku", "name").map(SCHEMA::require).toList();
    ColumnMapping mapping = ColumnMapping.byPosition(columns);
    assertThat(mapping.columns()).extracting(Column::name).containsExactly("sku", "name");
    assertThat(mapping.target(0)).isEmpty();
    assertThat(mapping.target(3)).isEmpty();
    assertThat(mapping.unmapped()).containsExactly("ID");
  }

  @Test
  void whatWasDecidedBeforeStandsAboveNamesAndBelowTheUsersWord() {
    Map<String, String> remembered =
        Map.of("Name", "brand", "EAN", "", "Gone", "no_such_column", "Title", "supplier");
    ColumnMapping mapping =
        ColumnMapping.byHeader(
            List.of("SKU", "Name", "EAN", "Gone", "Title", "Vendor"),
            SCHEMA,
            SCHEMA.match(),
            List.of(ColumnOverride.parse("Title=name")),
            remembered);
    assertThat(targets(mapping)).containsExactly("sku", "brand", "-", "-", "name", "-");
  }

  @Test
  void columnsOfTheSameHeadingAreTakenInOrder() {
    ColumnInference inference =
        new ColumnInference(List.of("Key", "Price", "", "Price", "-a", "a_"), false);
    TableSchema schema = inference.schema(Optional.of("Key"));
    List<String> header = List.of("Key", "a_", "", "Price", "Price", "-a");
    List<Integer> places =
        ColumnMapping.byHeader(header, schema, schema.match(), List.of(), Map.of())
            .columns()
            .stream()
            .map(schema::indexOf)
            .toList();
    assertThat(places).containsExactly(1, 6, 3, 2, 4, 5);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          Handle|Title|Body (HTML)|Vendor|Product Category|Type|Tags|Published; -|name|description|brand|category|-|tags|active
          Handle|Title|Type|Status; -|name|category|active
          Option1 Value|Variant SKU|Variant Grams|Variant Inventory Qty; -|sku|-|quantity
          Variant Price|Variant Compare At Price|Cost per item|Price / International; price|compare_at_price|cost|-
          Variant Barcode|Image Src|Image Position|Variant Image|Status|Variant Weight Unit; barcode|image|-|-|active|-
          ID|Type|SKU|Weight (kg)|Regular price|Sale price|Categories; -|-|sku|weight|price|-|category
          SKU|Weight (g)|Gewicht [g]|Poids (lbs); sku|-|-|-
          SKU|GTIN, UPC, EAN, or ISBN|Stock|Low stock amount; sku|barcode|quantity|reorder_level
          sku|product_type|categories|product_online|qty|base_image; sku|-|category|active|quantity|image
          Artikelnummer|Regulärer Preis|Kategorien|Bilder|Veröffentlicht|Gewicht (kg); sku|price|category|image|active|weight
          UGS|Nom|Publié|Tarif régulier|Catégories|Étiquettes|Poids (kg); sku|name|active|price|category|tags|weight
          Référence|Nom *|Prix HT ou Prix TTC|Prix de gros|Fournisseur|Marque|URL des images; sku|name|price|cost|supplier|brand|image
          code|product_name|brands|categories|image_url; barcode|name|brand|category|image
          """)
  void theHeadersOfShopProgramsAreKnown(String header, String expected) {
    assertThat(targets(map(List.of(header.split("\\|"))))).containsExactly(expected.split("\\|"));
  }

  private static ColumnMapping map(List<String> header, String... overrides) {
    return ColumnMapping.byHeader(
        header,
        SCHEMA,
        SCHEMA.match(),
        Stream.of(overrides).map(ColumnOverride::parse).toList(),
        Map.of());
  }

  private static List<String> targets(ColumnMapping mapping) {
    return IntStream.range(0, mapping.header().size())
        .mapToObj(mapping::target)
        .map(ColumnMappingTest::name)
        .toList();
  }

  private static String name(Optional<Column> column) {
    return column.map(Column::name).orElse("-");
  }
}
