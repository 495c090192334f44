/** What helps the user without a network: the guide, the list of keys, and what Pallet is. */
@NullMarked
package app.pallet.ui.help;

import org.jspecify.annotations.NullMarked;
