/**
 * What the user filters by: the strip of conditions over the table, the box in which one is made,
 * the counted values beside the table, and the views that are kept under a name.
 */
@NullMarked
package app.pallet.ui.filter;

import org.jspecify.annotations.NullMarked;
