package app.pallet.spreadsheet.export;

/** What an export does with texts that a spreadsheet would run as formulas. */
public enum FormulaTexts {
  /** Writes them so that they are not run; an import gives them back as they were. */
  GUARD,
  /** Writes them as they are, for programs that take the apostrophe for part of the text. */
  KEEP
}
