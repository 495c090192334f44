package app.pallet.ui.frame;

import java.util.function.DoubleUnaryOperator;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.geometry.Orientation;
import javafx.scene.Cursor;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/**
 * Lays out the table with the panel and the rail at its right and the drawer below. In a narrow
 * window the panel lies over the table, so that nothing moves when it comes; in a low window the
 * drawer is one line. FX thread.
 */
public final class Frame extends Region {

  /** Under this width of the window, a panel lies over the table. */
  private static final double NARROW = 1_000;

  /** Under this height of the window, the drawer is one line. */
  private static final double LOW = 560;

  private static final double LINE = 40;
  private static final double LEAST_PANEL = 280;
  private static final double MOST_PANEL = 560;
  private static final double LEAST_DRAWER = 120;
  private static final double DIVIDER = 7;

  private final Region main;
  private final PanelDock dock;
  private final Region drawer;
  private final BooleanProperty drawerOpen;
  private final DoubleProperty panelWidth =
      new SimpleDoubleProperty(this, "panelWidth", FrameState.DEFAULT.panelWidth());
  private final DoubleProperty drawerHeight =
      new SimpleDoubleProperty(this, "drawerHeight", FrameState.DEFAULT.drawerHeight());
  private final ReadOnlyBooleanWrapper low = new ReadOnlyBooleanWrapper(this, "low");
  private final Divider beside =
      new Divider("panel-divider", Orientation.VERTICAL, panelWidth, this::fittingPanel);
  private final Divider above =
      new Divider("drawer-divider", Orientation.HORIZONTAL, drawerHeight, this::fittingDrawer);

  /**
   * A frame.
   *
   * @param main what has the rest of the room
   * @param drawer what is at the bottom while it is open
   */
  public Frame(Region main, PanelDock dock, Region drawer, BooleanProperty drawerOpen) {
    this.main = main;
    this.dock = dock;
    this.drawer = drawer;
    this.drawerOpen = drawerOpen;
    getChildren().addAll(main, dock.rail(), dock.place(), drawer, beside, above);
    dock.openProperty()
        .subscribe(open -> {
          dock.place().setVisible(open.isPresent()); // at once, so that it can have the focus
          requestLayout();
        });
    drawerOpen.subscribe(open -> {
      drawer.setVisible(open);
      requestLayout();
    });
    panelWidth.subscribe(this::requestLayout);
    drawerHeight.subscribe(this::requestLayout);
    setMinSize(0, 0);
  }

  /** Whether there is so little height that the drawer is one line. */
  public ReadOnlyBooleanProperty lowProperty() {
    return low.getReadOnlyProperty();
  }

  /** How it is now. */
  public FrameState state() {
    return new FrameState(dock.wanted(), panelWidth.get(), drawerOpen.get(), drawerHeight.get());
  }

  /** Makes it as it was. */
  public void restore(FrameState state) {
    panelWidth.set(state.panelWidth());
    drawerHeight.set(state.drawerHeight());
    drawerOpen.set(state.drawer());
    dock.want(state.panel());
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    low.set(getScene() != null && getScene().getHeight() < LOW);
    boolean hasDrawer = drawerOpen.get();
    double below = hasDrawer ? low.get() ? LINE : fittingDrawer(drawerHeight.get()) : 0;
    double height = Math.max(0, getHeight() - below);
    double rail = snapSizeX(dock.rail().prefWidth(-1));
    double right = width - rail;
    boolean hasPanel = dock.openProperty().get().isPresent();
    double panel = hasPanel ? fittingPanel(panelWidth.get()) : 0;
    main.resizeRelocate(0, 0, width < NARROW ? right : right - panel, height);
    dock.rail().resizeRelocate(right, 0, rail, height);
    dock.place().resizeRelocate(right - panel, 0, panel, height);
    drawer.resizeRelocate(0, height, width, below);
    beside.setVisible(hasPanel);
    beside.resizeRelocate(right - panel - DIVIDER / 2, 0, DIVIDER, height);
    above.setVisible(hasDrawer && !low.get());
    above.resizeRelocate(0, height - DIVIDER / 2, width, DIVIDER);
  }

  private double fittingPanel(double wanted) {
    double most = Math.max(LEAST_PANEL, Math.min(MOST_PANEL, getWidth() / 2));
    return snapSizeX(Math.clamp(wanted, LEAST_PANEL, most));
  }

  private double fittingDrawer(double wanted) {
    return snapSizeY(Math.clamp(wanted, LEAST_DRAWER, Math.max(LEAST_DRAWER, getHeight() / 2)));
  }

  /** An edge that is dragged, or moved by the arrow keys, to give a pane another size. */
  private static final class Divider extends Region {

    private static final double STEP = 16;

    private final Orientation orientation;
    private final DoubleProperty size;
    private final DoubleUnaryOperator fitting;
    private double grip;

    /**
     * An edge above or left of a pane.
     *
     * @param fitting makes a size one that there is room for
     */
    Divider(String id, Orientation orientation, DoubleProperty size, DoubleUnaryOperator fitting) {
      this.orientation = orientation;
      this.size = size;
      this.fitting = fitting;
      boolean isUpright = orientation == Orientation.VERTICAL;
      setId(id);
      setAccessibleText(isUpright ? "Width of the panel" : "Height of the drawer");
      setCursor(isUpright ? Cursor.H_RESIZE : Cursor.V_RESIZE);
      setFocusTraversable(true);
      getStyleClass().add("frame-divider");
      setOnMousePressed(event -> grip = fitting.applyAsDouble(size.get()) + along(event));
      setOnMouseDragged(event -> size.set(fitting.applyAsDouble(grip - along(event))));
      setOnKeyPressed(this::moveBy);
    }

    private double along(MouseEvent event) {
      return orientation == Orientation.VERTICAL ? event.getSceneX() : event.getSceneY();
    }

    private void moveBy(KeyEvent event) {
      boolean isUpright = orientation == Orientation.VERTICAL;
      KeyCode larger = isUpright ? KeyCode.LEFT : KeyCode.UP;
      KeyCode smaller = isUpright ? KeyCode.RIGHT : KeyCode.DOWN;
      KeyCode pressed = event.getCode();
      if (pressed == larger || pressed == smaller) {
        double step = pressed == larger ? STEP : -STEP;
        size.set(fitting.applyAsDouble(fitting.applyAsDouble(size.get()) + step));
        event.consume();
      }
    }
  }
}
