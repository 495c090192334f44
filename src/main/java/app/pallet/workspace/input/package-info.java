/**
 * Input that becomes pending changes in the window: a paste, a file, and the import that is being
 * prepared with its preview.
 */
@NullMarked
package app.pallet.workspace.input;

import org.jspecify.annotations.NullMarked;
