package app.pallet.operation.recipe;

import app.pallet.operation.CellResult;
import app.pallet.operation.Operation;
import app.pallet.operation.RowCells;
import app.pallet.schema.CellText;
import app.pallet.schema.Column;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Operations in order, for the rows of one table. Immutable, for any thread; {@link #started} gives
 * what does them to one row after the other.
 *
 * @param name what it is called
 * @param parts in their order
 */
public record RecipeWork(String name, List<Part> parts) {

  /**
   * An operation and the rows that it is done to.
   *
   * @param condition asked of what the parts before it have made of the row
   */
  public record Part(Operation operation, RowCondition condition) {}

  /**
   * What becomes of a cell.
   *
   * @param result a value that differs from the one that is there, or a text that can't be taken
   */
  public record Filled(Column column, CellResult result) {}

  /** What the name of a step of undo begins with that was made by a recipe of the user. */
  public static final String BY_NAME = "Recipe ";

  public RecipeWork {
    parts = List.copyOf(parts);
  }

  /** A single operation for all rows. */
  public static RecipeWork of(String name, Operation operation) {
    return new RecipeWork(name, List.of(new Part(operation, RowCondition.ALWAYS)));
  }

  /** The same by another name. */
  public RecipeWork called(String other) {
    return new RecipeWork(other, parts);
  }

  /** The columns whose cells it looks at; those that it fills are among them. */
  public Set<Column> reads() {
    Set<Column> columns = new LinkedHashSet<>(writes());
    for (Part part : parts) {
      columns.addAll(part.operation().reads());
      columns.addAll(part.condition().reads());
    }
    return columns;
  }

  /** The columns that it can fill, in the order of the parts. */
  public Set<Column> writes() {
    Set<Column> columns = new LinkedHashSet<>();
    parts.forEach(part -> columns.addAll(part.operation().writes()));
    return columns;
  }

  /** What does it to rows in their order, on one thread. */
  public Run started() {
    return new Run(
        parts.stream()
            .map(part -> new Part(part.operation().started(), part.condition()))
            .toList());
  }

  /** Does it to rows. Confined to one thread. */
  public static final class Run {

    private final List<Part> parts;
    private final List<Set<Column>> writes;

    private Run(List<Part> parts) {
      this.parts = parts;
      this.writes = parts.stream().map(part -> part.operation().writes()).toList();
    }

    /**
     * What becomes of a row: only the cells that change. Once a part has given a cell what it can't
     * take, later parts leave that cell alone.
     */
    public List<Filled> apply(RowCells row) {
      Overlay now = new Overlay(row);
      for (int i = 0; i < parts.size(); i++) {
        if (parts.get(i).condition().test().test(now)) {
          now.fill(parts.get(i).operation(), writes.get(i));
        }
      }
      return now.filled();
    }
  }

  /** A row with what has become of it so far. */
  private static final class Overlay implements RowCells {

    private final RowCells row;
    private final List<Filled> results = new ArrayList<>(2); // few, so looking through is quick

    Overlay(RowCells row) {
      this.row = row;
    }

    void fill(Operation operation, Set<Column> columns) {
      List<Filled> filled = new ArrayList<>(columns.size());
      for (Column column : columns) {
        if (!(result(column) instanceof CellResult.Rejected)) {
          CellResult result = operation.apply(this, column, this);
          if (!(result instanceof CellResult.Untouched)) {
            filled.add(new Filled(column, result));
          }
        }
      }
      filled.forEach(this::put); // all cells of an operation see the row as it was before
    }

    private void put(Filled cell) {
      for (int i = 0; i < results.size(); i++) {
        if (results.get(i).column().equals(cell.column())) {
          results.set(i, cell);
          return;
        }
      }
      results.add(cell);
    }

    private @Nullable CellResult result(Column column) {
      for (Filled cell : results) {
        if (cell.column().equals(column)) {
          return cell.result();
        }
      }
      return null;
    }

    List<Filled> filled() {
      results.removeIf(cell ->
          cell.result() instanceof CellResult.Value(var value)
              && Objects.equals(value, row.value(cell.column()))
              && row.rejectedText(cell.column()).isEmpty());
      return results;
    }

    @Override
    public @Nullable Object value(Column column) {
      return result(column) instanceof CellResult.Value(var value) ? value : row.value(column);
    }

    @Override
    public Optional<String> rejectedText(Column column) {
      return switch (result(column)) {
        case CellResult.Rejected rejected -> Optional.of(rejected.text());
        case CellResult.Value value -> Optional.empty();
        case null, default -> row.rejectedText(column);
      };
    }

    @Override
    public String text(Column column) {
      return switch (result(column)) {
        case CellResult.Rejected rejected -> rejected.text();
        case CellResult.Value(var value) -> CellText.plain(column, value);
        case null, default -> row.text(column);
      };
    }
  }
}
