/** What all commands of the window have: their place in the menus, and why they can't run now. */
@NullMarked
package app.pallet.ui.command;

import org.jspecify.annotations.NullMarked;
