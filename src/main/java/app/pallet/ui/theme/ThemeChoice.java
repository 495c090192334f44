package app.pallet.ui.theme;

/** What the user wants Pallet to look like; kept in the settings. */
public enum ThemeChoice {
  /** As the system looks, also when that changes while Pallet runs. */
  SYSTEM("Follow system"),
  /** Always light. */
  LIGHT("Light"),
  /** Always dark. */
  DARK("Dark");

  private final String label;

  ThemeChoice(String label) {
    this.label = label;
  }

  /** The choice as the menu says it. */
  public String label() {
    return label;
  }
}
