/**
 * What a commit is told and what it tells: the plan with its mode and scope, the events while it
 * runs, the report of what is written and what is not. Only such plain data comes in here; the
 * packages below carry commits out, keep them in the ledger, compare modes, and put it all in
 * words.
 */
@NullMarked
package app.pallet.commit;

import org.jspecify.annotations.NullMarked;
