package app.pallet.engine.sqlite;

import java.sql.SQLException;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.sqlite.Function;

/**
 * The SQL function by which texts with letters beyond ASCII are sorted where a reader looks for
 * them: {@code Äpfel} beside {@code Apfel}, which SQLite itself puts behind {@code Zucker}. Only
 * such texts are sent through it, since a call from SQLite into Java costs about a microsecond.
 */
public final class SortKey extends Function {

  public static final String FUNCTION = "pallet_sort_key";

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  public SortKey() {}

  /** The SQL expression to order texts by, whatever their case and accents. */
  public static String expression(String text) {
    return "CASE WHEN octet_length(%1$s) = length(%1$s) THEN %1$s ELSE %2$s(%1$s) END COLLATE NOCASE"
        .formatted(text, FUNCTION);
  }

  @Override
  protected void xFunc() throws SQLException {
    String text = value_text(0);
    if (text == null) {
      result();
    } else {
      result(of(text));
    }
  }

  /** The text without accents, in lower case, with ligatures spelled out. */
  static String of(String text) {
    String decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD);
    String lower = MARKS.matcher(decomposed).replaceAll("").toLowerCase(Locale.ROOT);
    return lower.replace("ß", "ss").replace("æ", "ae").replace("œ", "oe").replace("ø", "o");
  }
}
