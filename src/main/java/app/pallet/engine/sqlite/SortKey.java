package app.pallet.engine.sqlite;

import app.pallet.engine.FoldedText;
import app.pallet.engine.SearchWords.Word;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.UnaryOperator;
import org.sqlite.Function;

/**
 * The SQL functions by which texts are sorted and found where a reader looks for them. Letters
 * beyond ASCII stand beside their plain forms: {@code Äpfel} beside {@code Apfel}, which SQLite
 * itself puts behind {@code Zucker}. In natural order, numbers in texts count by what they are
 * worth. Only texts that need it are sent through a function, since a call from SQLite into Java
 * costs about a microsecond.
 */
public final class SortKey extends Function {

  private static final String FUNCTION = "pallet_sort_key";
  private static final String NATURAL = "pallet_natural_key";
  private static final String ACCENTED = "pallet_accented";

  private final UnaryOperator<String> key;

  private SortKey(UnaryOperator<String> key) {
    this.key = key;
  }

  /** Makes a connection know the functions. */
  public static void define(Connection connection) throws SQLException {
    create(connection, FUNCTION, new SortKey(FoldedText::of), 1, FLAG_DETERMINISTIC);
    create(connection, NATURAL, new SortKey(NaturalKey::of), 1, FLAG_DETERMINISTIC);
    create(connection, ACCENTED, new FoundAccented(), 2, FLAG_DETERMINISTIC);
  }

  /** Whether a word is in a text, each with its accents. */
  private static final class FoundAccented extends Function {

    private Word word = new Word("", "");

    @Override
    protected void xFunc() throws SQLException {
      String text = value_text(0);
      String wanted = value_text(1);
      if (text == null || wanted == null) {
        result();
        return;
      }
      if (!word.accented().equals(wanted)) {
        word = new Word("", wanted);
      }
      result(word.isIn(text) ? 1 : 0);
    }
  }

  /** The SQL expression to order texts by, whatever their case and accents. */
  static String expression(String text) {
    return "CASE WHEN octet_length(%1$s) = length(%1$s) THEN %1$s ELSE %2$s(%1$s) END COLLATE NOCASE"
        .formatted(text, FUNCTION);
  }

  /** A condition: whether a text that is not of ASCII letters alone has a folded word. */
  static String contains(String text, String word) {
    return "(octet_length(%1$s) > length(%1$s) AND instr(%2$s(%1$s), %3$s) > 0)"
        .formatted(text, FUNCTION, word);
  }

  /** A condition: whether a text has a word with its accents. */
  static String containsAccented(String text, String word) {
    return "(octet_length(%1$s) > length(%1$s) AND %2$s(%1$s, %3$s))"
        .formatted(text, ACCENTED, word);
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
}
