/**
 * The bar above the table in which something is looked for and replaced. Comes in: another choice
 * of where or how it is looked for. Stays out: what is done with the answer.
 */
@NullMarked
package app.pallet.ui.find;

import org.jspecify.annotations.NullMarked;
