/**
 * Filters and views: the strip of conditions over the table, the box in which a condition is made,
 * the counted values beside the table, and the saved views.
 */
@NullMarked
package app.pallet.ui.filter;

import org.jspecify.annotations.NullMarked;
