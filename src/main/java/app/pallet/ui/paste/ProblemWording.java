package app.pallet.ui.paste;

import app.pallet.change.RowProblem;

/** A problem of a cell in the words of the import window. */
final class ProblemWording {

  private ProblemWording() {}

  /** What is wrong, with which value, and what would be accepted, a line each. */
  static String tooltip(RowProblem problem) {
    StringBuilder text = new StringBuilder(problem.message());
    if (!problem.value().isEmpty()) {
      text.append("\nValue: ").append(problem.value());
    }
    if (!problem.accepted().isEmpty()) {
      text.append("\nAccepted: ").append(problem.accepted());
    }
    return text.toString();
  }
}
