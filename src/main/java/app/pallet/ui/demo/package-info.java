/**
 * The main job shown on the real window without anybody at the keyboard: {@code pallet demo}. It
 * drives the window through its controller and prints what it measured.
 */
@NullMarked
package app.pallet.ui.demo;

import org.jspecify.annotations.NullMarked;
