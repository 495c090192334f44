/** Numbers and times in the words of the window, which are the same in every pane. */
@NullMarked
package app.pallet.ui.text;

import org.jspecify.annotations.NullMarked;
