package app.pallet.operation.recipe;

import java.util.List;

/**
 * Something that a step takes besides its column, as a form asks for it.
 *
 * @param word by which it goes in a recipe
 * @param label as the user reads it
 * @param kind what is entered
 * @param initial what a form begins with
 * @param isNeeded whether the step can't do without it
 * @param choices the words that can be chosen, if it is a choice
 */
public record StepField(
    String word, String label, Kind kind, String initial, boolean isNeeded, List<String> choices) {

  /** What is entered. */
  public enum Kind {
    /** A number, written with a point. */
    NUMBER,
    /** Any text. */
    TEXT,
    /** What a cell of the step's column holds. */
    VALUE,
    /** The name of another column. */
    COLUMN,
    /** Names of columns. */
    COLUMNS,
    /** One of some words. */
    CHOICE,
    /** Yes or no. */
    FLAG,
    /** A formula over columns. */
    FORMULA,
    /** A text with names of columns in braces. */
    TEMPLATE
  }

  public StepField {
    choices = List.copyOf(choices);
  }

  static StepField of(String word, String label, Kind kind, String initial) {
    return new StepField(word, label, kind, initial, true, List.of());
  }

  static StepField number(String word, String label, String initial) {
    return of(word, label, Kind.NUMBER, initial);
  }

  static StepField text(String word, String label, String initial) {
    return of(word, label, Kind.TEXT, initial);
  }

  static StepField choice(String word, String label, String... choices) {
    return new StepField(word, label, Kind.CHOICE, choices[0], true, List.of(choices));
  }

  /** The same, which can be left out. */
  StepField orNot() {
    return new StepField(word, label, kind, initial, false, choices);
  }
}
