package app.pallet.workspace.imports;

import app.pallet.change.FoundRows;
import app.pallet.change.RowMapping;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The rows of a source, block by block, with the products that they are about. Reading runs ahead
 * on one thread and looking up on another, so that whoever takes the blocks has only to compare.
 * Taken from by one thread, which also closes it, before the reading.
 */
public final class LookedUpBlocks implements AutoCloseable {

  private final ReadAhead<List<RowMapping>> read;
  private final ReadAhead<Block> found;

  /**
   * Rows of a source.
   *
   * @param found the products that they are about
   */
  public record Block(List<RowMapping> rows, FoundRows found) {}

  /**
   * Starts to read and to look up.
   *
   * @param finder asked on a thread of its own, for one block at a time
   */
  public LookedUpBlocks(ImportReading reading, Function<List<RowMapping>, FoundRows> finder) {
    this.read =
        new ReadAhead<>(
            "import: read", () -> Optional.of(reading.next()).filter(rows -> !rows.isEmpty()));
    this.found =
        new ReadAhead<>(
            "import: look up", () -> read.next().map(rows -> new Block(rows, finder.apply(rows))));
  }

  /** The next block; empty at the end. Throws what reading and looking up throw. */
  public Optional<Block> next() {
    return found.next();
  }

  @Override
  public void close() {
    found.close();
    read.close();
  }
}
