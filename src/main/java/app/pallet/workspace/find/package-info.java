/**
 * Texts that are looked for in cells, and replaced there. Comes in: another way to count or to
 * replace what is found. Stays out: how a text is searched, and how cells are changed.
 */
@NullMarked
package app.pallet.workspace.find;

import org.jspecify.annotations.NullMarked;
