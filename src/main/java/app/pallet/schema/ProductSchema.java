package app.pallet.schema;

import java.util.List;
import java.util.stream.Stream;

/**
 * The product table of a new catalogue. A catalogue made from a file has its own columns instead.
 */
public final class ProductSchema {

  private ProductSchema() {}

  /** A new catalogue's table {@code product}, matched by SKU. */
  public static TableSchema create() {
    List<Column> columns =
        Stream.of(naming(), pricing(), stocking(), presenting(), bookkeeping())
            .flatMap(List::stream)
            .toList();
    return new TableSchema("product", columns, "sku");
  }

  /** What the product is. */
  private static List<Column> naming() {
    return List.of(
        column("id", ColumnType.WHOLE_NUMBER).label("ID").role(ColumnRole.ID).build(),
        column("sku", ColumnType.TEXT)
            .label("SKU")
            .required()
            .unique()
            .maxLength(255)
            .aliases(Identifiers.SKU)
            .build(),
        column("name", ColumnType.TEXT)
            .required()
            .maxLength(255)
            .aliases(
                "Title | Product name | Bezeichnung | Artikelbezeichnung | "
                    + "Artikelname | Produktname | Nom | Désignation | product_name | "
                    + "Product title | Item name | Titel | Titre | Nom du produit | Libellé")
            .build(),
        column("description", ColumnType.TEXT)
            .aliases(
                "Body (HTML) | Body HTML | Beschreibung | long description | "
                    + "Product description | Langbeschreibung | Artikelbeschreibung")
            .build(),
        column("category", ColumnType.TEXT)
            .maxLength(1000)
            .aliases(
                "Categories | Kategorie | Kategorien | Warengruppe | Catégorie | Catégories | "
                    + "Product category | Produktkategorie | Type")
            .build(),
        column("brand", ColumnType.TEXT)
            .maxLength(255)
            .aliases("Brands | Vendor | Manufacturer | Marke | Hersteller | Marque | Fabricant")
            .build());
  }

  /** What it costs. */
  private static List<Column> pricing() {
    return List.of(
        money("price")
            .aliases(
                "Regular price | Variant price | Price tax excluded | "
                    + "Price tax excluded or Price tax included | Unit price | Preis | "
                    + "Preis netto | Verkaufspreis | VK | Einzelpreis | Prix | Prix HT | "
                    + "Prix HT ou Prix TTC | Prix de vente | Prix unitaire | Regulärer Preis | "
                    + "Tarif régulier | Prix régulier | Nettopreis | Selling price | Sales price")
            .build(),
        money("compare_at_price")
            .label("Compare-at price")
            .aliases(
                "Variant Compare At Price | msrp_price | msrp | UVP | list price | RRP | "
                    + "Prix barré | Prix conseillé | Listenpreis")
            .build(),
        money("cost")
            .aliases(
                "Cost per item | Cost price | Purchase price | Wholesale price | "
                    + "Einkaufspreis | EK | Prix d'achat | Prix de gros | Großhandelspreis")
            .build(),
        column("tax_class", ColumnType.CHOICE)
            .choices("standard", "reduced", "zero", "exempt")
            .aliases("Tax class | Steuerklasse | Classe de taxe")
            .build());
  }

  /** How it is stored and bought. */
  private static List<Column> stocking() {
    return List.of(
        column("quantity", ColumnType.WHOLE_NUMBER)
            .aliases(
                "qty | Stock | Variant Inventory Qty | Lagerbestand | Bestand | "
                    + "Menge | Quantité | UnitsInStock | Units in stock | In stock quantity | "
                    + "Inventory quantity | Stock quantity | Lagermenge | Anzahl | Qté")
            .build(),
        column("reorder_level", ColumnType.WHOLE_NUMBER)
            .minimum(0)
            .aliases(
                "Low stock amount | notify_on_stock_below | Mindestbestand | "
                    + "Meldebestand | ReorderLevel | Reorder point | Geringe Lagermenge | "
                    + "Seuil d'alerte | Seuil de stock bas")
            .build(),
        column("barcode", ColumnType.TEXT)
            .label("Barcode (GTIN)")
            .maxLength(64)
            .aliases(Identifiers.BARCODE)
            .build(),
        column("weight", ColumnType.DECIMAL)
            .digits(15, 6)
            .minimum(0)
            .aliases("Weight (kg) | Gewicht | Poids")
            .build(),
        column("unit", ColumnType.TEXT)
            .maxLength(255)
            .aliases("Einheit | Unité | Unity | Unit of measure")
            .build(),
        column("supplier", ColumnType.TEXT)
            .maxLength(255)
            .aliases("Lieferant | Fournisseur | Supplier name")
            .build());
  }

  /** How and whether the shop shows it. */
  private static List<Column> presenting() {
    return List.of(
        column("tags", ColumnType.TEXT)
            .aliases("Schlagwörter | Schlagworte | Étiquettes | Mots-clés | Labels")
            .build(),
        column("image", ColumnType.TEXT)
            .aliases(
                "Images | Image Src | image_url | base_image | Bild | Image URLs | "
                    + "Product image URL | Bilder | Bild-URL | URL des images")
            .build(),
        column("active", ColumnType.YES_NO)
            .defaultValue(true)
            .aliases(
                "Published | Published on online store | product_online | Aktiv | Actif | "
                    + "Enabled | Active (0/1) | Veröffentlicht | Publié | Status | Statut")
            .build(),
        column("available_from", ColumnType.DATE)
            .aliases(
                "Product available date | Verfügbar ab | Disponible dès le | Available date | "
                    + "Date de disponibilité | Verfügbarkeitsdatum")
            .build());
  }

  /** What Pallet itself keeps of it. */
  private static List<Column> bookkeeping() {
    return List.of(
        column("created", ColumnType.TIMESTAMP).role(ColumnRole.CREATED).build(),
        column("updated", ColumnType.TIMESTAMP).role(ColumnRole.UPDATED).build(),
        column("version", ColumnType.WHOLE_NUMBER).role(ColumnRole.VERSION).build());
  }

  private static ColumnBuilder column(String name, ColumnType type) {
    return Column.builder(name, type);
  }

  private static ColumnBuilder money(String name) {
    return Column.builder(name, ColumnType.MONEY).digits(15, 4).minimum(0);
  }
}
