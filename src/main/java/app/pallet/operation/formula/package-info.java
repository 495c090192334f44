/**
 * Formulas over the columns of a row. Comes in: another function of the closed dictionary. Nobody
 * outside knows the library that calculates (decision 0181).
 */
@NullMarked
package app.pallet.operation.formula;

import org.jspecify.annotations.NullMarked;
