/**
 * SQLite behind the seam: its names, its form of values, its SQL, its failures. Only what opens
 * databases comes in; everybody else asks {@link app.pallet.engine.Dialect}.
 */
@NullMarked
package app.pallet.engine.sqlite;

import org.jspecify.annotations.NullMarked;
