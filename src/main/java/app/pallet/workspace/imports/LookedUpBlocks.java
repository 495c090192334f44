package app.pallet.workspace.imports;

import app.pallet.change.FoundRows;
import app.pallet.change.RowMapping;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The rows of a source, block by block, with the products that they are about. One thread reads
 * ahead and another one looks up, so that the thread that takes the blocks only has to compare. One
 * thread takes the blocks. It also closes this, before it closes the reading.
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
   * @param finder looks up one block at a time, on a thread of its own
   */
  public LookedUpBlocks(ImportReading reading, Function<List<RowMapping>, FoundRows> finder) {
    this.read =
        new ReadAhead<>(
            "import: read", () -> Optional.of(reading.next()).filter(rows -> !rows.isEmpty()));
    this.found =
        new ReadAhead<>(
            "import: look up", () -> read.next().map(rows -> new Block(rows, finder.apply(rows))));
  }

  /** The next block; empty at the end. Throws the exceptions of reading and looking up. */
  public Optional<Block> next() {
    return found.next();
  }

  @Override
  public void close() {
    found.close();
    read.close();
  }
}
