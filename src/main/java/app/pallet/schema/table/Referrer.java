package app.pallet.schema.table;

/**
 * A table whose rows refer to those of another one, or of itself. Equal by value; for any thread.
 *
 * @param table the table that refers
 * @param reference its foreign key
 */
public record Referrer(TableName table, Reference reference) {}
