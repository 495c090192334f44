package app.pallet.engine.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.text.Normalizer;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.sqlite.Function;

/**
 * The SQL functions by which texts are sorted where a reader looks for them. Letters beyond ASCII
 * stand beside their plain forms: {@code Äpfel} beside {@code Apfel}, which SQLite itself puts
 * behind {@code Zucker}. In natural order, numbers in texts count by what they are worth. Only
 * texts that need it are sent through a function, since a call from SQLite into Java costs about a
 * microsecond.
 */
public final class SortKey extends Function {

  private static final String FUNCTION = "pallet_sort_key";
  private static final String NATURAL = "pallet_natural_key";

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  private final UnaryOperator<String> key;

  private SortKey(UnaryOperator<String> key) {
    this.key = key;
  }

  /** Makes a connection know the functions. */
  public static void define(Connection connection) throws SQLException {
    create(connection, FUNCTION, new SortKey(SortKey::of), 1, FLAG_DETERMINISTIC);
    create(connection, NATURAL, new SortKey(NaturalKey::of), 1, FLAG_DETERMINISTIC);
  }

  /** The SQL expression to order texts by, whatever their case and accents. */
  static String expression(String text) {
    return "CASE WHEN octet_length(%1$s) = length(%1$s) THEN %1$s ELSE %2$s(%1$s) END COLLATE NOCASE"
        .formatted(text, FUNCTION);
  }

  /** The same with numbers in texts ordered by what they are worth. */
  static String natural(String text) {
    return "CASE WHEN octet_length(%1$s) = length(%1$s) AND %1$s NOT GLOB '*[0-9]*' THEN %1$s ELSE %2$s(%1$s) END COLLATE NOCASE"
        .formatted(text, NATURAL);
  }

  @Override
  protected void xFunc() throws SQLException {
    String text = value_text(0);
    if (text == null) {
      result();
    } else {
      result(key.apply(text));
    }
  }

  /** The text without accents, in lower case, with ligatures spelled out. */
  static String of(String text) {
    String decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD);
    String lower = MARKS.matcher(decomposed).replaceAll("").toLowerCase(Locale.ROOT);
    return lower.replace("ß", "ss").replace("æ", "ae").replace("œ", "oe").replace("ø", "o");
  }
}
