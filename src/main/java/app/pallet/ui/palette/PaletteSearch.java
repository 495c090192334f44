package app.pallet.ui.palette;

import app.pallet.ui.palette.PaletteEntry.Kind;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What was typed into the palette, and what it finds. Any thread.
 *
 * @param only what is asked for alone, if the text begins with its sign
 * @param text the rest
 */
record PaletteSearch(Optional<Kind> only, String text) {

  /** Of each kind while all are shown. */
  private static final int SOME = 8;

  /** Of one kind that is shown alone. */
  private static final int MANY = 100;

  /** Something found, with the places of the letters that found it. */
  record Hit(PaletteEntry entry, int score, BitSet letters) {}

  static PaletteSearch of(String typed) {
    String text = typed.strip();
    return Stream.of(Kind.values())
        .filter(kind -> !kind.sign().isEmpty() && text.startsWith(kind.sign()))
        .findFirst()
        .map(kind -> new PaletteSearch(Optional.of(kind), text.substring(1).strip()))
        .orElseGet(() -> new PaletteSearch(Optional.empty(), text));
  }

  /** Whether rows are asked for, and which can be looked up: by their number or SKU. */
  boolean asksForRow() {
    return only.isPresent() ? only.get() == Kind.ROW && !text.isEmpty() : text.length() > 1;
  }

  /** The best of each kind, kind by kind. Before anything is typed, that is all commands. */
  List<Hit> among(List<PaletteEntry> entries) {
    boolean isBlank = only.isEmpty() && text.isEmpty();
    List<Hit> hits = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      if (isBlank ? kind == Kind.COMMAND : only.isEmpty() || only.get() == kind) {
        entries.stream()
            .filter(entry -> entry.kind() == kind)
            .flatMap(entry -> find(entry).stream())
            .sorted(Comparator.comparingInt(Hit::score).reversed())
            .limit(isBlank || only.isPresent() ? MANY : SOME)
            .forEach(hits::add);
      }
    }
    return hits;
  }

  private Optional<Hit> find(PaletteEntry entry) {
    return entry.kind() == Kind.ROW
        ? Optional.of(new Hit(entry, 0, new BitSet()))
        : LetterMatch.of(text, entry.title())
            .map(match -> new Hit(entry, match.score(), match.letters()));
  }
}
