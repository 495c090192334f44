/**
 * What only a {@code .pallet} file has: its format and the table that describes its columns, the
 * guard against hostile files, locks, the log beside it, checks, backups and salvage. Here SQLite
 * is known by name.
 */
@NullMarked
package app.pallet.database.file;

import org.jspecify.annotations.NullMarked;
