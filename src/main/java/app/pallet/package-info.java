/**
 * The entry point and the wiring: every object of the application is made with {@code new} here, in
 * start order, and closed in reverse. May use every other package; no other package may use this
 * one.
 */
@NullMarked
package app.pallet;

import org.jspecify.annotations.NullMarked;
