/**
 * The ledger: what each transaction of a commit did, kept in the catalogue itself, and the history
 * that is read from it. What writes, reads or forgets entries comes in here.
 */
@NullMarked
package app.pallet.commit.ledger;

import org.jspecify.annotations.NullMarked;
