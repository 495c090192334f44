/**
 * What was found in a database that Pallet did not make, in words that are true of every engine,
 * and how the user is told of it. Values come in, and what judges or words them; whatever reads a
 * database is in the engine's own package.
 */
@NullMarked
package app.pallet.engine.discovery;

import org.jspecify.annotations.NullMarked;
