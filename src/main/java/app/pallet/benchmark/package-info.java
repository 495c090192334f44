/**
 * Measures how fast rows are added, edited and deleted in each mode, next to a plain JDBC batch of
 * the same rows. It is behind {@code pallet bench}, and no other part needs it. What only
 * developers measure is in {@code src/bench}, and what both need may come in here.
 */
@NullMarked
package app.pallet.benchmark;

import org.jspecify.annotations.NullMarked;
