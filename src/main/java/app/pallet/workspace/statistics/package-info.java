/** What the values of a column come to, among the rows that are shown. */
@NullMarked
package app.pallet.workspace.statistics;

import org.jspecify.annotations.NullMarked;
