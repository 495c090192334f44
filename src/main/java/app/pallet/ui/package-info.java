/**
 * The window. It only composes the panes of the packages below it: its view model joins theirs, and
 * what the user does leaves it through {@link app.pallet.ui.EditorActions}.
 */
@NullMarked
package app.pallet.ui;

import org.jspecify.annotations.NullMarked;
