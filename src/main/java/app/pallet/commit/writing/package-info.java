/**
 * Carries a commit out: the task, its transactions, the three modes with their statements, and what
 * is done about rows that are refused or in conflict. What sends rows to the database comes in
 * here. From outside only {@link app.pallet.commit.writing.CommitTask} is started; the words of
 * {@link app.pallet.commit.writing.RefusedRow} are used elsewhere too.
 */
@NullMarked
package app.pallet.commit.writing;

import org.jspecify.annotations.NullMarked;
