package app.pallet.operation.fill;

import app.pallet.operation.CellResult;
import app.pallet.operation.RowCells;
import app.pallet.schema.CellFormat;
import app.pallet.schema.CellRules;
import app.pallet.schema.CellText;
import app.pallet.schema.Column;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How some cells go on beyond the last of them. They are repeated, or counted on: 1, 2 by 3, 4, and
 * SKU-009 by SKU-010. Cells that show no rule are repeated in any case. Immutable, for any thread.
 */
public final class Series {

  private final List<Seed> seeds;
  private final Optional<SeriesRule> rule;
  private final CellFormat format;

  private Series(List<Seed> seeds, boolean counting, CellFormat format) {
    this.seeds = seeds;
    this.format = format;
    this.rule = counting ? rule(seeds) : Optional.empty();
  }

  /**
   * A cell that is there.
   *
   * @param rejected the text in it that its column could not take
   */
  private record Seed(Column column, @Nullable Object value, Optional<String> rejected) {

    static Seed of(RowCells row, Column column) {
      return new Seed(column, row.value(column), row.rejectedText(column));
    }
  }

  /**
   * The cells of a column go on in further rows.
   *
   * @param rows the one next to the further ones is the last
   * @param counting whether they are counted on where they show a rule
   * @param format how a text is read that its column could not take
   */
  public static Series ofRows(
      List<? extends RowCells> rows, Column column, boolean counting, CellFormat format) {
    return new Series(rows.stream().map(row -> Seed.of(row, column)).toList(), counting, format);
  }

  /** The cells of a row go on in further columns; the column next to those is the last. */
  public static Series ofColumns(
      RowCells row, List<Column> columns, boolean counting, CellFormat format) {
    return new Series(
        columns.stream().map(column -> Seed.of(row, column)).toList(), counting, format);
  }

  /** How many of some cells at their beginning hold anything; 1 if all do. */
  static int filled(List<? extends RowCells> rows, Column column) {
    int filled = 0;
    while (filled < rows.size() && isFilled(rows.get(filled), column)) {
      filled++;
    }
    return filled == rows.size() ? Math.min(1, filled) : filled;
  }

  static boolean isFilled(RowCells row, Column column) {
    return row.value(column) != null || row.rejectedText(column).isPresent();
  }

  /** Whether the cells are counted on, so that others come than those that are there. */
  public boolean isCounting() {
    return rule.isPresent();
  }

  /**
   * What a further cell gets.
   *
   * @param place 1 for the one next to the cells that are there
   */
  public CellResult at(Column target, long place) {
    if (seeds.isEmpty()) {
      return new CellResult.Untouched();
    }
    if (rule.isPresent()) {
      String text = rule.get().at(place);
      return text == null
          ? new CellResult.Untouched()
          : CellResult.ofText(target, text, CellFormat.PLAIN);
    }
    Seed seed = seeds.get((int) ((place - 1) % seeds.size()));
    if (seed.rejected().isPresent()) {
      return CellResult.ofText(target, seed.rejected().get(), format);
    }
    String text = CellText.plain(seed.column(), seed.value());
    return seed.column().equals(target)
        ? CellResult.of(CellRules.check(target, seed.value()), text)
        : CellResult.ofText(target, text, CellFormat.PLAIN);
  }

  private static Optional<SeriesRule> rule(List<Seed> seeds) {
    boolean isWhole =
        seeds.stream().allMatch(seed -> seed.value() != null && seed.rejected().isEmpty());
    return isWhole
        ? SeriesRule.of(seeds.stream().map(seed -> Objects.requireNonNull(seed.value())).toList())
        : Optional.empty();
  }
}
