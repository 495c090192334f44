/**
 * The command line: import, export, history, check, backup, bench and demo, on the same workspace
 * and engine as the window. It is the only place that writes to standard output. What may come in
 * is commands, their options and what they print.
 */
@NullMarked
package app.pallet.cli;

import org.jspecify.annotations.NullMarked;
