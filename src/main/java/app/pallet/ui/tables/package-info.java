/** What the window shows of the tables of a database: which there are, and what is promised. */
@NullMarked
package app.pallet.ui.tables;

import org.jspecify.annotations.NullMarked;
