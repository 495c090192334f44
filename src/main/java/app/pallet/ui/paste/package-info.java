/**
 * Shows how a file or a pasted block is read before anything of it is taken: its format, where its
 * columns go, how products are found, and what would become of each row. The view model talks to an
 * {@link app.pallet.workspace.input.ImportPreparation}; the panes only show it.
 */
@NullMarked
package app.pallet.ui.paste;

import org.jspecify.annotations.NullMarked;
