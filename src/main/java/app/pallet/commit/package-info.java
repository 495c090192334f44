/**
 * Writes pending changes into the catalogue: the plan, the task that carries it out in one of three
 * modes, what it tells while it runs, the report of what is written and what is not, and the
 * measured comparison of the modes. Rows that the database refuses are found and named; all others
 * get in.
 */
@NullMarked
package app.pallet.commit;

import org.jspecify.annotations.NullMarked;
