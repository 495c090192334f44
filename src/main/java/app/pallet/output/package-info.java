/**
 * Files that are written at a user's wish: what may be written, and how. Every such file goes
 * through here, so that none of them ever takes the place of a catalogue.
 */
@NullMarked
package app.pallet.output;

import org.jspecify.annotations.NullMarked;
