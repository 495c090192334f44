package app.pallet.ui.panel;

import java.util.function.Consumer;

/**
 * Where panels stand, for those who bring some.
 *
 * @param add offers a panel, until it is removed
 * @param show brings one into view that was added
 * @param remove no longer offers one
 */
public record PanelPlace(Consumer<Panel> add, Consumer<Panel> show, Consumer<Panel> remove) {}
