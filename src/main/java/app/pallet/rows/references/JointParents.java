package app.pallet.rows.references;

import app.pallet.database.CatalogueDatabase;
import app.pallet.engine.Dialect;
import app.pallet.engine.SearchPattern;
import app.pallet.engine.SearchPattern.Place;
import app.pallet.engine.ValueCodec;
import app.pallet.rows.RowReadException;
import app.pallet.rows.keys.QueryInterrupt;
import app.pallet.schema.CellText;
import app.pallet.schema.Column;
import app.pallet.schema.ColumnType;
import app.pallet.schema.TableSchema;
import app.pallet.schema.table.Reference;
import app.pallet.schema.table.Reference.Target;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * The rows that several columns refer to together, such as an order by its number and its shop. One
 * of them is picked for all of these columns at once. Blocking, for any thread; failures of the
 * database come as {@link RowReadException}.
 */
public final class JointParents {

  private final DataSource readers;
  private final Dialect dialect;
  private final Reference reference;
  private final List<Column> columns;

  private JointParents(CatalogueDatabase database, Reference reference, List<Column> columns) {
    this.readers = database.readers();
    this.dialect = database.dialect();
    this.reference = reference;
    this.columns = List.copyOf(columns);
  }

  /**
   * A row that can be referred to.
   *
   * @param values of the columns that refer, in their order
   * @param keyText the same as a text
   * @param text what people call the row; empty if nothing does but the key
   */
  public record JointRow(List<Object> values, String keyText, String text) {

    public JointRow {
      values = List.copyOf(values);
    }

    /** What the user reads: {@code Chairs · 10, A}. */
    public String shown() {
      return text.isEmpty() ? keyText : text + " · " + keyText;
    }
  }

  /** What columns of a table refer to together. */
  static List<JointParents> of(CatalogueDatabase database) {
    TableSchema schema = database.schema();
    List<JointParents> found = new ArrayList<>();
    for (Reference reference : schema.references()) {
      List<Column> columns =
          reference.columns().stream().flatMap(name -> schema.column(name).stream()).toList();
      if (reference.target() == Target.FOUND
          && columns.size() > 1
          && columns.size() == reference.columns().size()) {
        found.add(new JointParents(database, reference, columns));
      }
    }
    return found;
  }

  /** The columns that refer together, in their order. */
  public List<Column> columns() {
    return columns;
  }

  /**
   * Looks for rows whose name or key holds a text.
   *
   * @param text what is looked for; an empty one finds the first rows
   * @param limit rows at most
   * @param interrupt can end it
   * @throws java.util.concurrent.CancellationException if it was ended
   */
  List<JointRow> search(String text, int limit, QueryInterrupt interrupt) {
    List<String> names =
        Stream.concat(reference.readable().stream(), reference.parentColumns().stream())
            .map(dialect::quote)
            .toList();
    List<String> bound = new ArrayList<>();
    Function<Object, String> parameter =
        value -> {
          bound.add(value.toString());
          return "?" + bound.size();
        };
    String condition =
        text.isBlank()
            ? "TRUE"
            : names.stream()
                .map(
                    dialect.pattern(
                        new SearchPattern(CellText.trim(text), Place.ANYWHERE), parameter))
                .collect(Collectors.joining(" OR ", "(", ")"));
    String sql =
        "SELECT %s, %s FROM %s WHERE %s ORDER BY %s LIMIT %d"
            .formatted(
                reference.readable().map(dialect::quote).orElse("NULL"),
                reference.parentColumns().stream()
                    .map(dialect::quote)
                    .collect(Collectors.joining(", ")),
                dialect.quote(reference.parent().name()),
                condition,
                String.join(", ", names),
                limit);
    try (Connection connection = readers.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < bound.size(); i++) {
        statement.setString(i + 1, bound.get(i));
      }
      return interrupt.run(statement, () -> rows(statement));
    } catch (SQLException e) {
      throw new RowReadException(dialect.failures().read(e), e);
    }
  }

  private List<JointRow> rows(PreparedStatement statement) throws SQLException {
    Column name = Column.builder("name", ColumnType.TEXT).label("name").plain().build();
    List<ValueCodec> codecs = columns.stream().map(dialect::codec).toList();
    List<JointRow> rows = new ArrayList<>();
    try (ResultSet result = statement.executeQuery()) {
      while (result.next()) {
        List<Object> values = new ArrayList<>(columns.size());
        for (int i = 0; i < codecs.size(); i++) {
          Optional.ofNullable(codecs.get(i).read(result, i + 2)).ifPresent(values::add);
        }
        if (values.size() == columns.size()) {
          String key =
              IntStream.range(0, values.size())
                  .mapToObj(i -> CellText.plain(columns.get(i), values.get(i)))
                  .collect(Collectors.joining(", "));
          String text = CellText.plain(name, dialect.codec(name).read(result, 1));
          rows.add(new JointRow(values, key, text));
        }
      }
    }
    return rows;
  }
}
