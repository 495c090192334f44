/**
 * Everything that comes up over the window: file choosers, questions, notices and the error dialog,
 * each behind a small interface so that a test can answer it.
 */
@NullMarked
package app.pallet.ui.dialog;

import org.jspecify.annotations.NullMarked;
