package app.pallet.operation.text;

import app.pallet.operation.NoResultException;
import app.pallet.schema.CellText;
import java.util.regex.Pattern;

/** What becomes of a text that is not empty. Immutable. */
@FunctionalInterface
public interface TextRule {

  /**
   * The text that comes of another one; empty for an empty cell.
   *
   * @throws NoResultException if none does
   */
  String apply(String text);

  /** Whether it makes something of an empty cell, too. */
  default boolean fillsEmpty() {
    return false;
  }

  /** Puts a text before it. */
  record Prefix(String prefix) implements TextRule {
    @Override
    public String apply(String text) {
      return prefix + text;
    }
  }

  /** Puts a text behind it. */
  record Suffix(String suffix) implements TextRule {
    @Override
    public String apply(String text) {
      return text + suffix;
    }
  }

  /** Takes white space away at both ends, and makes one space of several between words. */
  record Trim() implements TextRule {

    private static final Pattern SPACES = Pattern.compile("[ \\u00A0\\t]{2,}|[\\u00A0\\t]");

    @Override
    public String apply(String text) {
      return SPACES.matcher(CellText.trim(text)).replaceAll(" ");
    }
  }

  /** Writes it in capital or small letters. */
  record Case(LetterCase letters) implements TextRule {
    @Override
    public String apply(String text) {
      return letters.of(text);
    }
  }

  /**
   * Replaces a text wherever it stands.
   *
   * @param find not empty
   */
  record Replace(String find, String with, boolean ignoreCase) implements TextRule {

    public Replace {
      if (find.isEmpty()) {
        throw new IllegalArgumentException("What is to be replaced must not be empty");
      }
    }

    @Override
    public String apply(String text) {
      return new TextSearch.Plain(find, ignoreCase, false).replacing(with).apply(text);
    }
  }

  /**
   * Replaces what a regular expression finds.
   *
   * @param with with {@code $1} for its first group
   */
  record Match(LimitedPattern pattern, String with) implements TextRule {

    public Match {
      pattern.requireGroups(with);
    }

    @Override
    public String apply(String text) {
      return pattern.replaceAll(text, with);
    }
  }

  /** Makes an address of it. */
  record Address() implements TextRule {
    @Override
    public String apply(String text) {
      return Slug.of(text);
    }
  }

  /**
   * Takes one part of a text that is split.
   *
   * @param separator not empty
   * @param number of the part from 1; from the end if it is negative
   */
  record Part(String separator, int number) implements TextRule {

    public Part {
      if (separator.isEmpty() || number == 0) {
        throw new IllegalArgumentException(
            "Splitting needs a separator, and a part from 1, or from -1 for the last");
      }
    }

    @Override
    public String apply(String text) {
      return of(text, separator, number);
    }

    /** The part without white space around it; empty where there are fewer. */
    public static String of(String text, String separator, int number) {
      String[] parts = text.split(Pattern.quote(separator), -1);
      int index = number > 0 ? number - 1 : parts.length + number;
      return index < 0 || index >= parts.length ? "" : CellText.trim(parts[index]);
    }
  }
}
