package app.pallet.cli;

import app.pallet.schema.NumberStyle;

/** Spells decimal signs. */
final class Decimals extends KebabCase<NumberStyle> {
  Decimals() {
    super(NumberStyle.class);
  }
}
