package app.pallet.ui.dialog;

import java.util.List;

/** Which files a file dialog is about. */
public enum FileKind {
  /** A catalogue. */
  CATALOGUE("Pallet catalogue", "*.pallet *.db *.sqlite"),
  /** A catalogue, or any SQLite database. */
  DATABASE(
      "Pallet catalogue or SQLite database", "*.pallet *.db *.db3 *.sqlite *.sqlite3 *.s3db *.sl3"),
  /** A table of rows to import. */
  TABLE("Table", "*.csv *.tsv *.txt *.xlsx *.xlsm"),
  /** A text file of rows to be written. */
  CSV("CSV", "*.csv *.tsv *.txt"),
  /** A workbook to export. */
  WORKBOOK("Excel workbook", "*.xlsx"),
  /** A recipe. */
  RECIPE("Recipe", "*.json"),
  /** The saved log. */
  LOG("Text", "*.txt *.log");

  private final String label;
  private final String patterns;

  FileKind(String label, String patterns) {
    this.label = label;
    this.patterns = patterns;
  }

  String label() {
    return label;
  }

  List<String> patterns() {
    return List.of(patterns.split(" ", -1));
  }
}
