/**
 * How changes are stored: as a sequence of CBOR items, in a draft on disk and in the ledger. What
 * writes or reads that form comes in here; where it is kept does not.
 */
@NullMarked
package app.pallet.change.stored;

import org.jspecify.annotations.NullMarked;
