/**
 * What a table of any database is called, by which columns its rows are told apart, to which other
 * tables it refers, and what may be written into it. Only values come in; they know columns by
 * their names, and nothing of {@link app.pallet.schema}, which may use them.
 */
@NullMarked
package app.pallet.schema.table;

import org.jspecify.annotations.NullMarked;
