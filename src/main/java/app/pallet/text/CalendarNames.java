package app.pallet.text;

import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The days of a week and the months of a year by name, whole or short, in the user's language and
 * some others. Stateless, for any thread.
 */
public final class CalendarNames {

  private static final List<Locale> LANGUAGES =
      List.of(
          Locale.ENGLISH,
          Locale.GERMAN,
          Locale.FRENCH,
          Locale.ITALIAN,
          Locale.of("es"),
          Locale.of("nl"),
          Locale.of("nb"),
          Locale.of("sv"),
          Locale.of("da"),
          Locale.of("pl"),
          Locale.of("pt"));

  private static final List<TextStyle> STYLES =
      List.of(
          TextStyle.FULL, TextStyle.FULL_STANDALONE, TextStyle.SHORT, TextStyle.SHORT_STANDALONE);

  private static final List<List<String>> DAYS =
      names(DayOfWeek.values(), DayOfWeek::getDisplayName);
  private static final List<List<String>> MONTHS = names(Month.values(), Month::getDisplayName);

  private CalendarNames() {}

  @FunctionalInterface
  private interface Naming<T> {
    String name(T of, TextStyle style, Locale language);
  }

  private static <T> List<List<String>> names(T[] of, Naming<T> naming) {
    return Stream.concat(Stream.of(Locale.getDefault()), LANGUAGES.stream())
        .flatMap(language ->
            STYLES.stream()
                .map(style ->
                    Arrays.stream(of).map(each -> naming.name(each, style, language)).toList()))
        .distinct()
        .toList();
  }

  /** The names that follow each other and begin anew: of a week or of a year, one way each. */
  public static List<List<String>> cycles() {
    return Stream.concat(DAYS.stream(), MONTHS.stream()).toList();
  }

  /** The month that is called like this, from 1; 0 if none is. */
  public static int month(String name) {
    return MONTHS.stream()
        .mapToInt(names -> place(names, name) + 1)
        .filter(month -> month > 0)
        .findFirst()
        .orElse(0);
  }

  /** Where a name stands among others, whatever its case and a point behind it; -1 if nowhere. */
  public static int place(List<String> names, String name) {
    Function<String, String> bare =
        text -> text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    return IntStream.range(0, names.size())
        .filter(i -> bare.apply(names.get(i)).equalsIgnoreCase(bare.apply(name)))
        .findFirst()
        .orElse(-1);
  }
}
