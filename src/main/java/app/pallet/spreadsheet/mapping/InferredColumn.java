package app.pallet.spreadsheet.mapping;

import app.pallet.schema.CellFormat;
import app.pallet.schema.Column;

/**
 * The column of a catalogue that a column of a file becomes, and what is true of all its cells.
 *
 * @param column has a type that gives back every cell: texts as they are, numbers equal
 * @param format how its numbers are written in the file
 * @param complete whether no row is empty there
 * @param unique whether no two rows have the same value there; also false if the file was too long
 *     to tell
 */
public record InferredColumn(Column column, CellFormat format, boolean complete, boolean unique) {}
