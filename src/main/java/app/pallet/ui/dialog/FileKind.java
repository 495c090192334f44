package app.pallet.ui.dialog;

import java.util.List;

/** Which files a file dialog is about. */
public enum FileKind {
  /** A catalogue. */
  CATALOGUE("Pallet catalogue", "*.pallet *.db *.sqlite"),
  /** A table of rows to import or export. */
  TABLE("Table", "*.csv *.tsv *.txt *.xlsx *.xlsm"),
  /** Rows that were not taken, with the reason. */
  PROBLEM_ROWS("CSV", "*.csv"),
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
