package app.pallet;

import app.pallet.cli.PalletCommand;

/** Starts Pallet. Doesn't extend JavaFX's Application, so that it starts from the class path. */
public final class Pallet {
  private Pallet() {}

  public static void main(String[] arguments) {
    System.exit(new PalletCommand().execute(arguments));
  }
}
