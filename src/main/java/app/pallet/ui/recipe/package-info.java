/**
 * Recipes that are kept: their list, saving one, and files of them. Stays out: entering their steps
 * and the preview, which are those of any change of values.
 */
@NullMarked
package app.pallet.ui.recipe;

import org.jspecify.annotations.NullMarked;
