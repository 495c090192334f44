package app.pallet.database.file;

import java.nio.file.Path;
import java.util.OptionalLong;

/**
 * What could be saved of a damaged catalogue.
 *
 * @param file the new catalogue
 * @param rows products in it
 * @param emptied cells of these products that held what their column can't hold, and are empty now
 * @param lost products known to have been there and not readable any more; empty if nothing tells
 *     how many there were
 */
public record Salvaged(Path file, long rows, long emptied, OptionalLong lost) {}
