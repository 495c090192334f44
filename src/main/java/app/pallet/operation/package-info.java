/**
 * What can be done to many cells at once, as functions from what a row holds to what its cells
 * shall hold. Comes in: another way to work a cell's value out. Stays out: which rows it is done
 * to, where they come from, and what becomes pending by it.
 */
@NullMarked
package app.pallet.operation;

import org.jspecify.annotations.NullMarked;
