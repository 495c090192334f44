/**
 * What is done to texts, and to lists in a text. Regular expressions come with a limit here. Stays
 * out: formulas.
 */
@NullMarked
package app.pallet.operation.text;

import org.jspecify.annotations.NullMarked;
