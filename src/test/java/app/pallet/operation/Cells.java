package app.pallet.operation;

import app.pallet.schema.CellFormat;
import app.pallet.schema.CellText;
import app.pallet.schema.Column;
import app.pallet.schema.ProductSchema;
import app.pallet.schema.TableSchema;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A row that holds values, and texts that could not be taken. */
public record Cells(Map<Column, Object> values, Map<Column, String> rejected) implements RowCells {

  /** The columns of a new catalogue. */
  public static final TableSchema PRODUCT = ProductSchema.create();

  /** A row with texts as they are typed, each behind the name of its column. */
  public static Cells of(String... namesAndTexts) {
    Map<Column, Object> values = new HashMap<>();
    Map<Column, String> rejected = new HashMap<>();
    for (int i = 0; i < namesAndTexts.length; i += 2) {
      Column column = PRODUCT.require(namesAndTexts[i]);
      switch (CellResult.ofText(column, namesAndTexts[i + 1], CellFormat.PLAIN)) {
        case CellResult.Value(var value) when value != null -> values.put(column, value);
        case CellResult.Rejected(String text, var why) -> rejected.put(column, text);
        default -> {}
      }
    }
    return new Cells(values, rejected);
  }

  /** What an operation makes of a row: the new text, "=" for none, or what is wrong after "!". */
  public static String after(Operation operation, Cells row) {
    Column column = operation.writes().iterator().next();
    return switch (operation.started().apply(row, column, row)) {
      case CellResult.Value(var value) -> CellText.plain(column, value);
      case CellResult.Untouched() -> "=";
      case CellResult.Rejected(String text, var why) -> "!" + text + ": " + why.message();
    };
  }

  @Override
  public @Nullable Object value(Column column) {
    return values.get(column);
  }

  @Override
  public Optional<String> rejectedText(Column column) {
    return Optional.ofNullable(rejected.get(column));
  }

  @Override
  public String text(Column column) {
    return rejectedText(column).orElseGet(() -> CellText.plain(column, value(column)));
  }
}
