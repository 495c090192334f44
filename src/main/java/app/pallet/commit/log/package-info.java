/**
 * Puts what happens during a commit or a comparison into lines of text, for the log pane and the
 * terminal. Only pure functions of events and results come in here.
 */
@NullMarked
package app.pallet.commit.log;

import org.jspecify.annotations.NullMarked;
