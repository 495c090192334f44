/**
 * How the window keeps catalogues safe: what it asks before a commit, the backups it makes and
 * offers, the check of an opened file, and the settings of all that.
 */
@NullMarked
package app.pallet.ui.safety;

import org.jspecify.annotations.NullMarked;
