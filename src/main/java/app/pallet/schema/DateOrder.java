package app.pallet.schema;

/** How {@code 03/04/2026} is meant. */
public enum DateOrder {
  /** The third of April. */
  DAY_FIRST,
  /** The fourth of March. */
  MONTH_FIRST,
  /** Nobody said: such a date is refused rather than guessed. */
  UNKNOWN
}
