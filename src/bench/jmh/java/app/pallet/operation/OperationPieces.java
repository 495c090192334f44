package app.pallet.operation;

import app.pallet.operation.formula.Calculate;
import app.pallet.operation.formula.Formula;
import app.pallet.operation.number.ChangeNumber;
import app.pallet.operation.number.NumberRule;
import app.pallet.operation.text.ChangeText;
import app.pallet.operation.text.LimitedPattern;
import app.pallet.operation.text.TextRule;
import app.pallet.schema.CellText;
import app.pallet.schema.Column;
import app.pallet.schema.ProductSchema;
import app.pallet.schema.TableSchema;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** What operations make of a cell, without a database; microseconds a row. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class OperationPieces {

  private static final int ROWS = 100_000;

  private final TableSchema schema = ProductSchema.create();
  private final Column price = schema.require("price");
  private final Column name = schema.require("name");
  private final List<RowCells> rows =
      IntStream.range(0, ROWS).<RowCells>mapToObj(this::row).toList();

  private RowCells row(int number) {
    BigDecimal amount = BigDecimal.valueOf(number * 100L + 99, 4);
    String text = "Folding rule " + number;
    return new RowCells() {
      @Override
      public @Nullable Object value(Column column) {
        return column.equals(name) ? text : amount;
      }

      @Override
      public Optional<String> rejectedText(Column column) {
        return Optional.empty();
      }

      @Override
      public String text(Column column) {
        return CellText.plain(column, value(column));
      }
    };
  }

  /** The formula of decision 0181, as it is prepared for each run. */
  @Benchmark
  @OperationsPerInvocation(ROWS)
  public void formula(Blackhole results) {
    Formula formula = Formula.parse("round({Price} * 1.05, 1) - 0.01", schema::called);
    run(new Calculate(price, formula, RoundingMode.HALF_UP), price, results);
  }

  /** The same raise without a formula. */
  @Benchmark
  @OperationsPerInvocation(ROWS)
  public void percent(Blackhole results) {
    NumberRule rule = new NumberRule.Percent(new BigDecimal("5"));
    run(new ChangeNumber(price, price, rule, RoundingMode.HALF_UP), price, results);
  }

  /** A regular expression with its limit. */
  @Benchmark
  @OperationsPerInvocation(ROWS)
  public void regex(Blackhole results) {
    TextRule rule = new TextRule.Match(LimitedPattern.of("(\\w+) (\\w+) (\\d+)", false), "$3 $2");
    run(new ChangeText(name, name, rule), name, results);
  }

  private void run(Operation operation, Column column, Blackhole results) {
    Operation started = operation.started();
    for (RowCells row : rows) {
      results.consume(started.apply(row, column, row));
    }
  }
}
