/**
 * The parts of any import: its source, the choices about its columns, the reading and the finding
 * of the products in the catalogue. Used by {@code workspace.input} and {@code workspace.streamed}.
 */
@NullMarked
package app.pallet.workspace.imports;

import org.jspecify.annotations.NullMarked;
