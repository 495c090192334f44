package app.pallet.spreadsheet.mapping;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Makes names of columns from headings, each different from the others whatever their case. */
final class NewNames {

  private final Set<String> taken = new HashSet<>();

  NewNames(Set<String> taken) {
    taken.forEach(name -> this.taken.add(key(name)));
  }

  /** The heading without what no name can have, with a number behind it if it is taken. */
  String take(String heading) {
    String usable = heading.replace("\0", "").strip();
    String base = usable.isEmpty() ? "column" : usable;
    String name = base;
    for (int i = 2; !taken.add(key(name)); i++) {
      name = base + " (" + i + ")";
    }
    return name;
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
