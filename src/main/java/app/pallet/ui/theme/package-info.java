/**
 * How Pallet looks: the light and the dark theme, its icons, and the few small controls that every
 * pane shares.
 */
@NullMarked
package app.pallet.ui.theme;

import org.jspecify.annotations.NullMarked;
