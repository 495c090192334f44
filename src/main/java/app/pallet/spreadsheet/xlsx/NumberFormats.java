package app.pallet.spreadsheet.xlsx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How a workbook shows its numbers, by the index of a cell's style. */
final class NumberFormats {

  /** What a number stands for. */
  enum Kind {
    NUMBER,
    /** Days since the workbook's first day, perhaps with a time. */
    DATE,
    /** A time of day or a length of time, in days. */
    TIME
  }

  /**
   * A format.
   *
   * @param kind what the number stands for
   * @param digits the fewest digits that are shown, with zeros before the number; mostly 1
   * @param mask what is shown around and between the digits; mostly empty
   */
  record Format(Kind kind, int digits, Optional<NumberMask> mask) {
    static final Format PLAIN = new Format(Kind.NUMBER, 1, Optional.empty());
    static final Format DATE = new Format(Kind.DATE, 1, Optional.empty());
    static final Format TIME = new Format(Kind.TIME, 1, Optional.empty());
  }

  /** Parts of a format that are shown as they are, and colours, conditions and languages. */
  private static final Pattern LITERAL =
      Pattern.compile("\"[^\"]*\"|[\\\\_*].|\\[(?![hms]+\\])[^\\]]*\\]");

  private static final Pattern ONLY_ZEROS = Pattern.compile("0{2,30}");

  private static final Set<String> DATES =
      Set.of("14 15 16 17 22 27 28 29 30 31 36 50 51 52 53 54 57 58".split(" "));

  private static final Set<String> TIMES =
      Set.of("18 19 20 21 32 33 34 35 45 46 47 55 56".split(" "));

  private final List<Format> formats;

  private NumberFormats(List<Format> formats) {
    this.formats = formats;
  }

  /** Formats of a workbook without styles: all numbers are plain. */
  static NumberFormats none() {
    return new NumberFormats(List.of());
  }

  /** Reads the part with the styles. */
  static NumberFormats read(XmlCursor xml) throws IOException {
    Map<String, Format> own = new HashMap<>();
    List<Format> formats = new ArrayList<>();
    boolean inCells = false;
    while (xml.next()) {
      if (xml.isStart("cellXfs") || xml.isEnd("cellXfs")) {
        inCells = xml.isStart("cellXfs");
      } else if (xml.isStart("numFmt")) {
        own.put(
            String.valueOf(xml.attribute("numFmtId")),
            ofCode(String.valueOf(xml.attribute("formatCode"))));
      } else if (inCells && xml.isStart("xf")) {
        String id = String.valueOf(xml.attribute("numFmtId"));
        Format format = own.get(id);
        formats.add(format == null ? builtIn(id) : format);
      }
    }
    return new NumberFormats(formats);
  }

  /** The format of a style by its index, which may be missing or wrong. */
  Format of(@Nullable String style) {
    if (style == null || style.length() > 6 || !style.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return Format.PLAIN;
    }
    int index = style.isEmpty() ? 0 : Integer.parseInt(style);
    return index < formats.size() ? formats.get(index) : Format.PLAIN;
  }

  /** The formats that every spreadsheet program knows by number, including those of East Asia. */
  private static Format builtIn(String id) {
    return DATES.contains(id) ? Format.DATE : TIMES.contains(id) ? Format.TIME : Format.PLAIN;
  }

  /** Reads the code of a format. Its first section counts. */
  static Format ofCode(String code) {
    if (ONLY_ZEROS.matcher(code).matches()) {
      return new Format(Kind.NUMBER, code.length(), Optional.empty());
    }
    String lower = code.toLowerCase(Locale.ROOT);
    if (lower.equals("general") || lower.equals("standard")) {
      return Format.PLAIN;
    }
    String signs = LITERAL.matcher(lower).replaceAll("");
    int end = signs.indexOf(';');
    String first = end < 0 ? signs : signs.substring(0, end);
    boolean time = has(first, "hs");
    if (has(first, "yd") || (has(first, "m") && !time)) {
      return Format.DATE;
    }
    return time ? Format.TIME : new Format(Kind.NUMBER, 1, NumberMask.of(code));
  }

  private static boolean has(String code, String letters) {
    return code.chars().anyMatch(c -> letters.indexOf(c) >= 0);
  }
}
