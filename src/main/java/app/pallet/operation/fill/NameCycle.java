package app.pallet.operation.fill;

import app.pallet.text.CalendarNames;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** Goes on with names of days and months, in the language and the letters of those there are. */
final class NameCycle {

  private NameCycle() {}

  static Optional<SeriesRule> rule(List<String> texts) {
    return CalendarNames.cycles().stream()
        .flatMap(names -> rule(names, texts).stream())
        .findFirst();
  }

  private static Optional<SeriesRule> rule(List<String> names, List<String> texts) {
    int[] places = texts.stream().mapToInt(text -> CalendarNames.place(names, text)).toArray();
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
