/**
 * What is looked at before a commit: warnings about unusual changes, their limits, and values that
 * must be unique. It finds; whoever asked decides.
 */
@NullMarked
package app.pallet.workspace.checks;

import org.jspecify.annotations.NullMarked;
