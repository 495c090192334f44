/**
 * Finds out what tables any SQLite database holds, by its metadata and by its cells. Runs none of
 * the database's own expressions: no view, no computed column, no trigger. Only what reads metadata
 * comes in.
 */
@NullMarked
package app.pallet.engine.sqlite.discovery;

import org.jspecify.annotations.NullMarked;
