package app.pallet.engine.discovery;

import app.pallet.engine.discovery.CheckRule.Bound;
import app.pallet.engine.discovery.CheckRule.Longest;
import app.pallet.engine.discovery.CheckRule.OneOf;
import app.pallet.engine.discovery.CheckRule.Side;
import app.pallet.engine.discovery.DiscoveredTable.Trait;
import app.pallet.schema.CellFormat;
import app.pallet.schema.CellParser;
import app.pallet.schema.CellReading;
import app.pallet.schema.Column;
import app.pallet.schema.ColumnBuilder;
import app.pallet.schema.ColumnRole;
import app.pallet.schema.ColumnRules;
import app.pallet.schema.ColumnType;
import app.pallet.schema.TableSchema;
import app.pallet.schema.table.KeyColumns;
import app.pallet.schema.table.WriteRule;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Makes the schema of a table that was found, so that it is edited as any other. */
public final class FoundSchema {

  private static final Pattern NUMBER = Pattern.compile("[-+]?\\d+(?:\\.\\d+)?");

  private final DiscoveredTable table;

  private FoundSchema(DiscoveredTable table) {
    this.table = table;
  }

  /**
   * The schema of a table. Where one whole number is its key, and the database finds rows by it,
   * that column has the role {@link ColumnRole#ID}; so has the number of a row where it is shown
   * because the rows have no other key.
   *
   * @throws IllegalArgumentException if its rows have neither a key nor a number
   */
  public static TableSchema of(DiscoveredTable table) {
    return new FoundSchema(table).schema();
  }

  private TableSchema schema() {
    List<Column> columns = new ArrayList<>();
    KeyColumns key = table.key().orElseGet(() -> new KeyColumns(List.of(number())));
    if (table.key().isEmpty()) {
      columns.add(
          Column.builder(number(), ColumnType.WHOLE_NUMBER)
              .label(number())
              .role(ColumnRole.ID)
              .required()
              .build());
    }
    table.columns().forEach(found -> columns.add(column(found)));
    return new TableSchema(
        table.name().name(),
        columns,
        key,
        table.rowNumber(),
        matchColumn(columns, key),
        table.references());
  }

  private String number() {
    return table
        .rowNumber()
        .orElseThrow(() -> new IllegalArgumentException(table.name() + " has no key"));
  }

  private Column column(DiscoveredColumn found) {
    Optional<List<String>> choices = choices(found);
    ColumnType type =
        choices.isPresent() ? ColumnType.CHOICE : found.type().orElse(ColumnType.TEXT);
    boolean isKey = table.key().filter(key -> key.names().contains(found.name())).isPresent();
    ColumnBuilder column =
        Column.builder(found.name(), type)
            .label(found.name().isEmpty() ? "(no name)" : found.name())
            .write(found.type().isEmpty() && !isKey ? WriteRule.NEVER : found.write())
            .plain();
    if (found.type().isEmpty() && isKey) {
      column.bytes();
    } else if (type == ColumnType.TEXT && takesAnything(found)) {
      column.open();
    }
    choices.ifPresent(texts -> column.choices(texts.toArray(String[]::new)));
    if (isNumberKey(found.name())) {
      column.role(ColumnRole.ID).filled();
    } else if (found.required() || isKey) {
      column.required();
    }
    if (isUnique(found.name())) {
      column.unique();
    }
    if (type == ColumnType.TEXT) {
      column.maxLength(longest(found));
    }
    if (type.isNumeric()) {
      limits(column, found, type);
    }
    found
        .defaultSql()
        .filter(sql -> !sql.equalsIgnoreCase("NULL"))
        .ifPresent(sql -> {
          column.filled();
          literal(sql, column.build()).ifPresent(column::defaultValue);
        });
    return column.build();
  }

  /** Which numbers a column takes. */
  private void limits(ColumnBuilder column, DiscoveredColumn found, ColumnType type) {
    if (type == ColumnType.DECIMAL || type == ColumnType.MONEY) {
      digits(column, found);
    }
    rules(Bound.class, bound -> bound.column().equals(found.name()))
        .filter(bound -> bound.side() == Side.LOWER)
        .flatMap(bound -> least(bound, type).stream())
        .max(Comparator.naturalOrder())
        .ifPresent(column::minimum);
  }

  /** A default value that is written out, and that the column takes; empty for any expression. */
  private static Optional<Object> literal(String sql, Column column) {
    if (column.type() == ColumnType.YES_NO) {
      return switch (sql.toUpperCase(Locale.ROOT)) {
        case "0", "FALSE" -> Optional.of(false);
        case "1", "TRUE" -> Optional.of(true);
        default -> Optional.empty();
      };
    }
    boolean isText = sql.length() > 1 && sql.startsWith("'") && sql.endsWith("'");
    if (isText == column.type().isNumeric() || !(isText || NUMBER.matcher(sql).matches())) {
      return Optional.empty();
    }
    String text = isText ? sql.substring(1, sql.length() - 1).replace("''", "'") : sql;
    if (text.isEmpty() && column.type() == ColumnType.TEXT) {
      return Optional.of(text);
    }
    return CellParser.parse(column, text, CellFormat.PLAIN) instanceof CellReading.Value(var value)
        ? Optional.ofNullable(value)
        : Optional.empty();
  }

  /** Whether any value is as good as any other, by what is declared. */
  private boolean takesAnything(DiscoveredColumn found) {
    return found.declared().isEmpty()
        || (table.traits().contains(Trait.STRICT) && found.declared().equalsIgnoreCase("ANY"));
  }

  private <T extends CheckRule> Stream<T> rules(Class<T> kind, Predicate<T> wanted) {
    return table.rules().stream().filter(kind::isInstance).map(kind::cast).filter(wanted);
  }

  /** The texts that all lists of a column of texts allow. */
  private Optional<List<String>> choices(DiscoveredColumn found) {
    return found.type().equals(Optional.of(ColumnType.TEXT))
        ? rules(OneOf.class, list -> list.column().equals(found.name()))
            .map(OneOf::choices)
            .reduce((one, other) -> one.stream().filter(other::contains).toList())
        : Optional.empty();
  }

  /** Whether the table's key is this one column, and the number of a row. */
  private boolean isNumberKey(String name) {
    return table.rowNumber().equals(Optional.of(name))
        && table.key().filter(key -> key.names().equals(List.of(name))).isPresent();
  }

  private boolean isUnique(String name) {
    return Stream.concat(table.key().stream(), table.unique().stream())
        .anyMatch(key -> key.names().equals(List.of(name)));
  }

  /** The characters of a text at most; 0 for any number. */
  private int longest(DiscoveredColumn found) {
    return Stream.concat(
            found.longest().stream().boxed(),
            rules(Longest.class, rule -> rule.column().equals(found.name()))
                .map(Longest::characters))
        .filter(characters -> characters > 0)
        .min(Comparator.naturalOrder())
        .orElse(0);
  }

  /** The digits that were declared, or any that SQLite's numbers keep. */
  private static void digits(ColumnBuilder column, DiscoveredColumn found) {
    int all = found.digits().orElse(0);
    int fraction = found.scale().orElse(0);
    if (all > 0 && fraction <= Math.min(all, ColumnRules.FLOATING_DIGITS)) {
      column.digits(Math.min(all, ColumnRules.FLOATING_DIGITS), fraction);
    } else {
      column.floating();
    }
  }

  /** The least number that a bound allows, if that can be said. */
  private static Optional<BigDecimal> least(Bound bound, ColumnType type) {
    if (bound.included()) {
      return Optional.of(bound.value());
    }
    if (type == ColumnType.WHOLE_NUMBER) {
      return Optional.of(bound.value().setScale(0, RoundingMode.FLOOR).add(BigDecimal.ONE));
    }
    return Optional.empty();
  }

  /** A unique text that looks like an article number, another unique one, or the key. */
  private static String matchColumn(List<Column> columns, KeyColumns key) {
    List<Column> unique = columns.stream().filter(c -> c.rules().unique()).toList();
    return unique.stream()
        .filter(c -> c.type() == ColumnType.TEXT && !c.isReadOnly())
        .min(Comparator.comparing(c -> !c.isNamedAsIdentifier()))
        .or(() -> unique.stream().filter(c -> c.role() == ColumnRole.DATA).findFirst())
        .map(Column::name)
        .orElse(key.names().getFirst());
  }
}
