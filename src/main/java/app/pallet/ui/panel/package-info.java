/**
 * What can stand beside the table. A panel is a value: its name, its icon and what it shows. The
 * window decides where it stands and when it is seen.
 */
@NullMarked
package app.pallet.ui.panel;

import org.jspecify.annotations.NullMarked;
