/**
 * Changes of many values at once: what shall be done to which rows, what would become of them, and
 * the preview in the table's own cells. Comes in: another way to enter what a step takes. Stays
 * out: what operations do.
 */
@NullMarked
package app.pallet.ui.bulk;

import org.jspecify.annotations.NullMarked;
