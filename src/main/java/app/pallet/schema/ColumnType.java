package app.pallet.schema;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/** What kind of value a column holds, and the Java type its values have everywhere in Pallet. */
public enum ColumnType {
  /** Any text, kept character by character. */
  TEXT(String.class, "text"),
  /** A whole number. */
  WHOLE_NUMBER(Long.class, "whole number"),
  /** An exact decimal number. */
  DECIMAL(BigDecimal.class, "number"),
  /** An exact amount of money, shown with at least two decimals. */
  MONEY(BigDecimal.class, "amount"),
  /** Yes or no. */
  YES_NO(Boolean.class, "yes or no"),
  /** One text of a fixed list. */
  CHOICE(String.class, "choice"),
  /** A day, without time or zone. */
  DATE(LocalDate.class, "date"),
  /** A moment, to the millisecond. */
  TIMESTAMP(Instant.class, "date and time");

  private final Class<?> valueClass;
  private final String label;

  ColumnType(Class<?> valueClass, String label) {
    this.valueClass = valueClass;
    this.label = label;
  }

  /** The class of every value of this type. */
  public Class<?> valueClass() {
    return valueClass;
  }

  /** The type as the user reads it. */
  public String label() {
    return label;
  }

  /** Whether values are numbers, which are right-aligned, summed and read with a decimal sign. */
  public boolean isNumeric() {
    return this == WHOLE_NUMBER || this == DECIMAL || this == MONEY;
  }

  /** Whether values are texts. */
  public boolean isText() {
    return this == TEXT || this == CHOICE;
  }
}
