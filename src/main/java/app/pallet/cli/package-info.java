/**
 * The command line: import, export, bench, demo and the window, on the same workspace and engine as
 * the window. The only place that writes to standard output.
 */
@NullMarked
package app.pallet.cli;

import org.jspecify.annotations.NullMarked;
