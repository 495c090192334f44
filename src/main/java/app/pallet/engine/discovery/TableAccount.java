package app.pallet.engine.discovery;

import app.pallet.engine.Promises;
import app.pallet.engine.Promises.None;
import app.pallet.engine.discovery.DiscoveredColumn.Origin;
import app.pallet.engine.discovery.DiscoveredTable.Kind;
import app.pallet.engine.discovery.DiscoveredTable.Trait;
import app.pallet.schema.ColumnType;
import app.pallet.schema.table.KeyColumns;
import app.pallet.schema.table.Reference;
import app.pallet.schema.table.Reference.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is told of a table, in plain words; the one place where they are made. The names of the
 * components are those of the JSON object that {@code pallet tables --json} prints. Names of tables
 * and columns stand in it as they are, but in sentences without characters that a terminal would
 * obey.
 *
 * @param table its name
 * @param kind what it is
 * @param likeProducts whether it looks as if it held products
 * @param rows how many it has; null if they were not counted
 * @param editable whether rows could be written
 * @param key the columns by which rows are found
 * @param promises what Pallet promises for it, or why it can only be read, a sentence each
 * @param notes what else there is to know, a sentence each
 * @param columns its columns
 */
public record TableAccount(
    String table,
    String kind,
    boolean likeProducts,
    @Nullable Long rows,
    boolean editable,
    List<String> key,
    List<String> promises,
    List<String> notes,
    List<Column> columns) {

  private static final String READ_ONLY = ", so it can only be read";

  /**
   * What is told of a column.
   *
   * @param declared its type as it was declared
   * @param type as Pallet reads it; null if it can only show it
   * @param required whether a cell must hold a value
   * @param written {@code always}, {@code on add} or {@code never}
   */
  public record Column(
      String name, String declared, @Nullable String type, boolean required, String written) {}

  /** Words it. */
  public static TableAccount of(DiscoveredTable table) {
    return new TableAccount(
        table.name().name(),
        kind(table.kind()),
        ProductsFirst.isLikely(table),
        table.rows().isPresent() ? (Long) table.rows().getAsLong() : null,
        table.promises().isEditable(),
        table.key().map(KeyColumns::names).orElse(List.of()),
        promises(table),
        notes(table),
        table.columns().stream().map(TableAccount::column).toList());
  }

  private static String kind(Kind kind) {
    return switch (kind) {
      case TABLE -> "table";
      case VIEW -> "view";
      case VIRTUAL -> "virtual table";
      case SHADOW -> "part of a virtual table";
    };
  }

  private static Column column(DiscoveredColumn column) {
    return new Column(
        column.name(),
        column.declared(),
        column.type().map(ColumnType::label).orElse(null),
        column.required(),
        column.write().name().toLowerCase(Locale.ROOT).replace('_', ' '));
  }

  /** The first line of what is told: name, kind, rows and key. */
  public String heading() {
    String counted =
        rows == null
            ? "rows not counted"
            : String.format(Locale.ROOT, rows == 1 ? "%,d row" : "%,d rows", rows);
    String by = key.isEmpty() ? "no key" : "key " + names(key);
    return "%s: %s, %s, %s".formatted(shown(table), kind, counted, by);
  }

  private static List<String> promises(DiscoveredTable table) {
    Promises promises = table.promises();
    return switch (promises.keys()) {
      case None(var why) -> List.of(why(why));
      case Promises.Given given ->
          List.of(
              keys(given, table.key().map(KeyColumns::names).orElse(List.of())),
              recognition(promises.rows()),
              history(promises.history()),
              outcome(promises.outcome()));
    };
  }

  /**
   * What holds for the rows of Pallet's own catalogues but not for those of this table, and what
   * runs when they are written, a sentence each.
   */
  public static List<String> lacking(DiscoveredTable table) {
    Promises promises = table.promises();
    List<String> lacking = new ArrayList<>(promises(table));
    if (promises.history() == Promises.CATALOGUE.history()) {
      lacking.remove(history(promises.history()));
    }
    if (promises.outcome() == Promises.CATALOGUE.outcome()) {
      lacking.remove(outcome(promises.outcome()));
    }
    if (promises.isEditable()) {
      keyless(table).ifPresent(lacking::add);
      fixed(table).ifPresent(lacking::add);
      triggers(table).ifPresent(lacking::add);
    }
    return lacking;
  }

  /** That no history is kept; empty if one is. */
  public static Optional<String> noHistory(DiscoveredTable table) {
    Promises.History kept = table.promises().history();
    return kept == Promises.History.NOT_KEPT ? Optional.of(history(kept)) : Optional.empty();
  }

  private static String why(Promises.ReadOnly why) {
    return switch (why) {
      case VIEW -> "It is a view, whose rows are made from other tables" + READ_ONLY;
      case MODULE -> "It is a virtual table, whose rows a module keeps" + READ_ONLY;
      case OF_MODULE -> "A virtual table keeps its own data in it" + READ_ONLY;
      case NO_KEY ->
          "No column tells its rows apart for sure"
              + READ_ONLY
              + "; the database may number the rows anew when the file is compacted. A primary key,"
              + " or a unique index over columns that are NOT NULL, would help";
      case UNKNOWN_ORDER ->
          "It orders texts in a way that only the program that made it knows" + READ_ONLY;
      case FILE -> "Its file, or the folder of the file, can't be written" + READ_ONLY;
      case UNREADABLE -> "Its definition can't be read, so nothing can be said of its rows";
    };
  }

  private static String keys(Promises.Given keys, List<String> columns) {
    return switch (keys) {
      case GIVEN_OUT -> "Pallet gives an added row its key before it is written";
      case BY_DATABASE ->
          "The database numbers added rows, unless a number is given, and uses no number twice";
      case BY_DATABASE_AGAIN ->
          "The database numbers added rows, unless a number is given; it may use the number of a"
              + " deleted row again";
      case TYPED -> "Whoever adds a row gives its key (%s)".formatted(names(columns));
    };
  }

  private static String recognition(Promises.Recognition rows) {
    return switch (rows) {
      case VERSION -> "A row that somebody else changed is noticed by its version";
      case BY_VALUES ->
          "A row that somebody else changed is noticed by its key and the cells that are changed";
    };
  }

  private static String history(Promises.History history) {
    return switch (history) {
      case LEDGER -> "Every commit is kept, and can be taken back later";
      case NOT_KEPT -> "No history is kept, so a commit can't be taken back later";
    };
  }

  private static String outcome(Promises.Outcome outcome) {
    String lost = "If the answer to a commit is lost, ";
    return lost
        + switch (outcome) {
          case LEDGER -> "the history says whether it was written";
          case BY_VALUES -> "the rows themselves show whether it was written";
          case ASK_ABOUT_ADDED ->
              "changed rows show whether it was written; added rows have no key of their own to be"
                  + " found by, so Pallet asks you about them";
          case ASK ->
              "Pallet asks you whether it was written, because triggers or rules may change rows";
        };
  }

  private static List<String> notes(DiscoveredTable table) {
    List<String> notes = new ArrayList<>();
    keyless(table).ifPresent(notes::add);
    if (table.promises().isEditable()) {
      fixed(table).ifPresent(notes::add);
    }
    table.columns().stream()
        .filter(column -> column.misfits() > 0)
        .forEach(column -> notes.add(misfits(column)));
    table.unique().forEach(key -> notes.add("No two rows are the same in " + names(key.names())));
    table.references().forEach(reference -> notes.add(reference(reference)));
    table.rules().forEach(rule -> notes.add(rule(rule)));
    triggers(table).ifPresent(notes::add);
    table.traits().forEach(trait -> notes.add(trait(trait)));
    return notes;
  }

  private static Optional<String> keyless(DiscoveredTable table) {
    if (table.keyless() == 0) {
      return Optional.empty();
    }
    return Optional.of(
        table.keyless() == 1
            ? "1 row has an empty key, so it can only be read"
            : String.format(
                Locale.ROOT,
                "%,d rows have an empty key, so they can only be read",
                table.keyless()));
  }

  private static Optional<String> triggers(DiscoveredTable table) {
    return table.triggers().isEmpty()
        ? Optional.empty()
        : Optional.of("Triggers run when its rows are written: " + names(table.triggers()));
  }

  private static Optional<String> fixed(DiscoveredTable table) {
    String columns =
        table.fixed().stream()
            .map(column -> shown(column.name()) + " (" + why(column) + ")")
            .collect(Collectors.joining(", "));
    return columns.isEmpty() ? Optional.empty() : Optional.of("Can't be edited: " + columns);
  }

  private static String why(DiscoveredColumn column) {
    return column.origin() == Origin.GIVEN ? "bytes" : "computed";
  }

  private static String misfits(DiscoveredColumn column) {
    return String.format(
        Locale.ROOT,
        "%,d of %,d filled cells of %s do not hold what %s means; they are kept as they are",
        column.misfits(),
        column.filled(),
        shown(column.name()),
        shown(column.declared()));
  }

  private static String reference(Reference reference) {
    String from = names(reference.columns()) + " refers to ";
    String parent = shown(reference.parent().name());
    return from
        + switch (reference.target()) {
          case MISSING_TABLE -> "the table " + parent + ", which is not there";
          case NOT_UNIQUE ->
              parent + ", whose columns are no unique key, so the database may refuse changes";
          case FOUND ->
              parent
                  + " by "
                  + names(reference.parentColumns())
                  + reference.readable().map(name -> ", shown as " + shown(name)).orElse("")
                  + (reference.onDelete() == Action.CASCADE
                      ? "; its rows are deleted with it"
                      : "");
        };
  }

  private static String rule(CheckRule rule) {
    return switch (rule) {
      case CheckRule.OneOf(var column, var choices) ->
          shown(column) + " is one of " + names(choices);
      case CheckRule.Bound(var column, var side, var included, var value) -> {
        String bound =
            switch (side) {
              case LOWER -> included ? "at least " : "more than ";
              case UPPER -> included ? "at most " : "less than ";
            };
        yield shown(column) + " is " + bound + value.toPlainString();
      }
      case CheckRule.Longest(var column, var characters) ->
          String.format(Locale.ROOT, "%s has at most %,d characters", shown(column), characters);
      case CheckRule.Other(var sql) -> "The database checks " + plain(sql);
    };
  }

  private static String trait(Trait trait) {
    return switch (trait) {
      case STRICT -> "Every cell holds what its column says, because the table is strict";
      case TURNS_TEXTS ->
          "In columns of texts the database turns those that look like numbers into numbers";
      case REPLACES_ROWS -> "Its rules may replace or skip rows instead of refusing them";
      case RULES_UNKNOWN -> "What the database checks can't be read from its definition";
    };
  }

  private static String names(List<String> names) {
    return names.stream().map(TableAccount::shown).collect(Collectors.joining(", "));
  }

  /** A name in a sentence: in quotes, if it would be taken for something else without. */
  private static String shown(String name) {
    boolean isWord = !name.isEmpty() && name.codePoints().allMatch(TableAccount::isInWord);
    return isWord ? name : '"' + plain(name) + '"';
  }

  private static boolean isInWord(int letter) {
    return Character.isLetterOrDigit(letter) || letter == '_';
  }

  /** A text on one line, without what a terminal would obey or what turns the line around. */
  private static String plain(String text) {
    return text.replaceAll("\\s+", " ")
        .replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]", "\uFFFD");
  }
}
