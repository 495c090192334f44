package app.pallet.ui.table.editing;

import app.pallet.rows.references.JointParents.JointRow;
import app.pallet.rows.references.ParentRow;
import app.pallet.rows.references.ShownParents;
import app.pallet.schema.CellFormat;
import app.pallet.schema.CellParser;
import app.pallet.schema.CellReading;
import app.pallet.schema.CellText;
import app.pallet.schema.Column;
import app.pallet.schema.table.PendingParent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What can be picked for a cell. FX thread. */
interface Choices {

  /** What a cell with a text has picked. */
  Choice of(String text);

  /**
   * Looks for choices in place of those looked for before.
   *
   * @param text what they hold; an empty one finds the first of all
   * @param found gets them, at once or later
   */
  void find(String text, Consumer<List<Choice>> found);

  /** The width of their list, at least that of the cell. */
  double width();

  /** What a choice does beyond giving the cell its text. */
  sealed interface Offer {

    /** A row of this name is added to another table. */
    record NewParent(String name) implements Offer {}

    /** Several cells of the row get values together. */
    record Cells(Map<Column, Object> values) implements Offer {}
  }

  /**
   * Something to pick.
   *
   * @param text what the cell gets
   * @param shown what the user reads
   * @param name what stands in the line while it is picked
   * @param offer what it does beyond that; never done unless the user has marked it
   */
  record Choice(String text, String shown, String name, Optional<Offer> offer) {

    Choice(String text, String shown, String name) {
      this(text, shown, name, Optional.empty());
    }

    static Choice of(String text) {
      return new Choice(text, text, text);
    }

    @Override
    public String toString() {
      return shown;
    }
  }

  /** A few texts. */
  record Texts(List<String> texts) implements Choices {

    private static final double WIDTH = 120;

    @Override
    public Choice of(String text) {
      return Choice.of(text);
    }

    @Override
    public void find(String text, Consumer<List<Choice>> found) {
      String wanted = text.strip().toLowerCase(Locale.ROOT);
      Predicate<String> starts = choice -> choice.toLowerCase(Locale.ROOT).startsWith(wanted);
      Predicate<String> contains = choice -> choice.toLowerCase(Locale.ROOT).contains(wanted);
      Stream<String> others = texts.stream().filter(contains.and(starts.negate()));
      found.accept(Stream.concat(texts.stream().filter(starts), others).map(Choice::of).toList());
    }

    @Override
    public double width() {
      return WIDTH;
    }
  }

  /** The rows that a column refers to, however many there are. */
  record Rows(ShownParents parents, Column column) implements Choices {

    private static final double WIDTH = 280;

    /** Rows in the list; who does not find the wanted one among them types more of it. */
    private static final int MOST = 100;

    @Override
    public Choice of(String text) {
      Optional<ParentRow> row =
          PendingParent.OwnRow.of(text)
              .<Object>map(fresh -> fresh)
              .or(() ->
                  CellParser.parse(column, text, CellFormat.PLAIN)
                          instanceof CellReading.Value(var key)
                      ? Optional.ofNullable(key)
                      : Optional.empty())
              .flatMap(key -> parents.row(column, key));
      return row.map(Rows::choice).orElseGet(() -> Choice.of(text));
    }

    @Override
    public void find(String text, Consumer<List<Choice>> found) {
      parents.search(
          column,
          text,
          MOST,
          rows ->
              found.accept(
                  Stream.concat(rows.stream().map(Rows::choice), adding(text, rows)).toList()));
    }

    /** Offers to add a row of this name where there is none. */
    private Stream<Choice> adding(String text, List<ParentRow> rows) {
      String name = text.strip();
      boolean isThere =
          rows.stream()
              .anyMatch(
                  row -> row.text().equalsIgnoreCase(name) || row.keyText().equalsIgnoreCase(name));
      return name.isEmpty() || isThere
          ? Stream.empty()
          : parents.addsTo(column).stream()
              .map(table ->
                  new Choice(
                      name,
                      "Add “%s” to %s…".formatted(name, table),
                      name,
                      Optional.of(new Offer.NewParent(name))));
    }

    @Override
    public double width() {
      return WIDTH;
    }

    private static Choice choice(ParentRow row) {
      String name = row.text().isEmpty() ? row.keyText() : row.text();
      return new Choice(row.keyText(), row.shown(), name);
    }
  }

  /** The rows that a column refers to together with others; what is picked fills all of them. */
  record JointRows(ShownParents parents, Column column) implements Choices {

    @Override
    public Choice of(String text) {
      return Choice.of(text);
    }

    @Override
    public void find(String text, Consumer<List<Choice>> found) {
      parents.searchJoint(
          column, text, Rows.MOST, rows -> found.accept(rows.stream().map(this::choice).toList()));
    }

    private Choice choice(JointRow row) {
      List<Column> columns = parents.together(column);
      Map<Column, Object> values = new LinkedHashMap<>();
      for (int i = 0; i < columns.size(); i++) {
        values.put(columns.get(i), row.values().get(i));
      }
      String own = CellText.plain(column, values.get(column));
      return new Choice(own, row.shown(), own, Optional.of(new Offer.Cells(values)));
    }

    @Override
    public double width() {
      return Rows.WIDTH;
    }
  }
}
