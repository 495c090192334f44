package app.pallet.spreadsheet.mapping;

import app.pallet.schema.CellFormat;
import app.pallet.schema.Column;

/**
 * The column of a catalogue that a column of a file becomes, and what all its cells are like.
 *
 * @param column of a type that gives back every cell: texts as they are, numbers equal
 * @param format how its numbers are written in the file
 * @param complete whether every row has something there
 * @param unique whether no two rows have the same there; false also where a file was too long to
 *     tell
 */
public record InferredColumn(Column column, CellFormat format, boolean complete, boolean unique) {}
