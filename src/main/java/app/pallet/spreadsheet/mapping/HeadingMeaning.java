package app.pallet.spreadsheet.mapping;

import app.pallet.schema.Column;
import app.pallet.schema.ColumnHeadings;
import app.pallet.schema.ColumnType;
import app.pallet.schema.HeaderName;
import app.pallet.schema.ProductSchema;
import java.util.List;
import java.util.Optional;

/** What a heading of any product file is about. Immutable. */
final class HeadingMeaning {

  private static final List<String> MONEY_WORDS =
      List.of("price", "cost", "preis", "prix", "msrp", "uvp");

  private final ColumnHeadings headings = new ColumnHeadings(ProductSchema.create().columns());

  boolean isSku(String heading) {
    return column(heading).filter(c -> c.name().equals("sku")).isPresent();
  }

  boolean isBarcode(String heading) {
    return column(heading).filter(c -> c.name().equals("barcode")).isPresent();
  }

  boolean isMoney(String heading) {
    String name = HeaderName.normalize(heading);
    return column(heading).filter(c -> c.type() == ColumnType.MONEY).isPresent()
        || MONEY_WORDS.stream().anyMatch(name::contains);
  }

  private Optional<Column> column(String heading) {
    return headings.find(heading);
  }
}
