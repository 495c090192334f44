/**
 * The frame of the window and its state: where it stands on the screen, its beat, the parts that
 * fold away, the line to go to a row. {@link app.pallet.ui.window.EditorViewModel} joins the view
 * models of the panes. Nothing here knows a workspace; the packages above it use it, no pane does.
 */
@NullMarked
package app.pallet.ui.window;

import org.jspecify.annotations.NullMarked;
