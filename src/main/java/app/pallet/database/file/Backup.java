package app.pallet.database.file;

import java.nio.file.Path;
import java.time.Instant;

/**
 * A whole copy of a catalogue.
 *
 * @param file where it is
 * @param number grows by one with every backup of the catalogue, whatever the clock says
 * @param made when it was made, as the clock said then
 * @param size in bytes
 */
public record Backup(Path file, long number, Instant made, long size) {}
