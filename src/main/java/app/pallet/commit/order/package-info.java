/**
 * The order in which changes are written, and which unique values they take and give up. What only
 * looks at changes comes in here; nothing here writes, and nothing but a column's stored form is
 * known of the database.
 */
@NullMarked
package app.pallet.commit.order;

import org.jspecify.annotations.NullMarked;
