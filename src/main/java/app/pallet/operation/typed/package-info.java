/**
 * What is typed into a cell and is more than its text: an amount on what the cell holds, a formula,
 * a day in words. Pasted and imported texts are never read like this.
 */
@NullMarked
package app.pallet.operation.typed;

import org.jspecify.annotations.NullMarked;
