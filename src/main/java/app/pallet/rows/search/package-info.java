/**
 * The copy of all searched texts that a large table keeps in a temporary file, so that a search
 * does not read whole rows. Only {@link app.pallet.rows} comes in; everybody else asks a query.
 */
@NullMarked
package app.pallet.rows.search;

import org.jspecify.annotations.NullMarked;
