package app.pallet.cli;

import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * What {@code pallet demo} is asked to do.
 *
 * @param rows rows to paste and commit
 * @param screenshot where the picture of the window goes
 * @param out prints a line of the demo's account
 */
public record DemoRequest(int rows, Path screenshot, Consumer<String> out) {}
