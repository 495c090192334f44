package app.pallet;

/** Starts Pallet. */
public final class Pallet {
  private Pallet() {}

  /**
   * The version of this build, or {@code "development"} when the classes do not come from a jar.
   */
  static String version() {
    String version = Pallet.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }

  public static void main(String[] arguments) {
    System.out.println("Pallet " + version());
  }
}
