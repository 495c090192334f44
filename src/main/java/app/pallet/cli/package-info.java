/**
 * The command line: turns options into values, calls the same parts that the window calls, and
 * prints what came of it. The only package that writes to standard output.
 */
@NullMarked
package app.pallet.cli;

import org.jspecify.annotations.NullMarked;
