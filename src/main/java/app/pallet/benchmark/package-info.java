/**
 * Measures how fast rows are added, edited and deleted in each mode, next to a plain JDBC batch of
 * the same rows. Behind {@code pallet bench}; no other part needs it.
 */
@NullMarked
package app.pallet.benchmark;

import org.jspecify.annotations.NullMarked;
