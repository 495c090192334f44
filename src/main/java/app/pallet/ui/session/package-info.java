/**
 * One open catalogue in the window: each class joins one part of its workspace (rows, edits, search
 * and filter, drafts, steps, the end) to the view models and the table that show it. Only {@code
 * app.pallet.ui} puts them together; no pane knows them.
 */
@NullMarked
package app.pallet.ui.session;

import org.jspecify.annotations.NullMarked;
