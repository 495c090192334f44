/**
 * A catalogue's file: how it is made, checked, migrated and opened, how a {@link
 * app.pallet.schema.TableSchema} becomes a table and a Hibernate mapping, how values are stored,
 * and what a failure of the database means. Knows nothing of pending changes.
 */
@NullMarked
package app.pallet.database;

import org.jspecify.annotations.NullMarked;
