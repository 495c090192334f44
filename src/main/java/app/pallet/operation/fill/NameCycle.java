package app.pallet.operation.fill;

import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Names that follow each other and begin anew: the days of a week, the months of a year. */
final class NameCycle {

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

  private static final List<List<String>> CYCLES =
      Stream.concat(Stream.of(Locale.getDefault()), LANGUAGES.stream())
          .distinct()
          .flatMap(language ->
              STYLES.stream()
                  .flatMap(style ->
                      Stream.of(
                          names(DayOfWeek.values(), day -> day.getDisplayName(style, language)),
                          names(Month.values(), month -> month.getDisplayName(style, language)))))
          .distinct()
          .toList();

  private NameCycle() {}

  private static <T> List<String> names(T[] of, Function<T, String> name) {
    return Arrays.stream(of).map(name).toList();
  }

  /** How such names go on, in the language and the letters of the last. */
  static Optional<SeriesRule> rule(List<String> texts) {
    return CYCLES.stream().flatMap(names -> rule(names, texts).stream()).findFirst();
  }

  private static Optional<SeriesRule> rule(List<String> names, List<String> texts) {
    int[] places = texts.stream().mapToInt(text -> place(names, text)).toArray();
    int size = names.size();
    int step = places.length == 1 ? 1 : Math.floorMod(places[1] - places[0], size);
    boolean isEven =
        Arrays.stream(places).allMatch(place -> place >= 0)
            && IntStream.range(1, places.length)
                .allMatch(i -> Math.floorMod(places[i] - places[i - 1], size) == step);
    if (!isEven) {
      return Optional.empty();
    }
    String last = texts.getLast();
    int from = places[places.length - 1];
    return Optional.of(
        place -> likeThat(last, names.get((int) Math.floorMod(from + step * place, (long) size))));
  }

  private static int place(List<String> names, String text) {
    return IntStream.range(0, names.size())
        .filter(i -> names.get(i).equalsIgnoreCase(text))
        .findFirst()
        .orElse(-1);
  }

  /** A name in capitals or small letters, as another one is written. */
  private static String likeThat(String written, String name) {
    if (written.equals(written.toLowerCase(Locale.ROOT))) {
      return name.toLowerCase(Locale.ROOT);
    }
    return written.length() > 1 && written.equals(written.toUpperCase(Locale.ROOT))
        ? name.toUpperCase(Locale.ROOT)
        : name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }
}
