package app.pallet.engine;

import app.pallet.schema.TableSchema;
import java.util.Optional;

/** Reads what the failures of an engine mean. Stateless, for any thread. */
public interface Failures {

  /**
   * What a throwable means. Every cause and every next exception is looked at, because Hibernate's
   * exception class is often wrong and drivers hide the reason behind a batch.
   *
   * @param schema the table whose columns a broken constraint is about; without it a broken
   *     constraint names no columns
   */
  Failure read(Throwable failure, Optional<TableSchema> schema);

  /** What a throwable means, without the columns of a broken constraint. */
  default Failure read(Throwable failure) {
    return read(failure, Optional.empty());
  }

  /** What a throwable means, with the columns of a broken constraint. */
  default Failure read(Throwable failure, TableSchema schema) {
    return read(failure, Optional.of(schema));
  }
}
