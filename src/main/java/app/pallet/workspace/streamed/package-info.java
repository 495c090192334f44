/**
 * Imports that are committed as they are read, as the command line does it, so that a file may be
 * larger than the memory.
 */
@NullMarked
package app.pallet.workspace.streamed;

import org.jspecify.annotations.NullMarked;
