package app.pallet.engine.sqlite.discovery;

import app.pallet.engine.sqlite.SqlName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** A table with names, types and keys that nobody would choose, and what is true of it. */
public final class GeneratedSchema {

  private static final List<String> NAMES =
      List.of(
          "select",
          "order",
          "a b",
          "it's",
          "say \"hi\"",
          "[x]",
          "`tick`",
          "\uD83D\uDE00 emoji",
          "",
          " ",
          "Größe",
          "GRÖSSE",
          "a;--",
          "/* no */",
          "x, y",
          "(z)",
          "rowid",
          "oid",
          "_rowid_",
          "check",
          "CHECK (1)",
          "a.b",
          "%s",
          "?",
          ":p",
          "@v",
          "$1",
          "0",
          "1e3",
          "NULL",
          "true",
          "main",
          "line\nbreak",
          "tab\t",
          "\u202Eturned",
          "x".repeat(200),
          "value",
          "pk",
          "\\");

  private static final List<String> TYPES =
      List.of(
          "INTEGER",
          "TEXT",
          "REAL",
          "NUMERIC",
          "BLOB",
          "",
          "VARCHAR(40)",
          "decimal(10, 2)",
          "FLOATING POINT",
          "CHARINT",
          "Boolean",
          "date",
          "DATETIME",
          "\"odd type\"",
          "unsigned big int",
          "STRING",
          "uuid");

  /** How the table's rows are told apart. */
  public enum KeyKind {
    ROW_NUMBER,
    ONE_COLUMN,
    UUID,
    TWO_COLUMNS,
    WITHOUT_ROWID,
    UNIQUE_REQUIRED,
    UNIQUE_EMPTY,
    UNIQUE_PART,
    UNIQUE_COMPUTED,
    NONE
  }

  private final Random random;
  public final String table;
  public final List<String> columns = new ArrayList<>();
  public final KeyKind kind;
  public final Set<String> computed = new HashSet<>();

  /** What an added row holds where nobody said anything, by columns. */
  public final Map<String, String> defaults = new HashMap<>();

  private final Set<String> chosen = new HashSet<>();
  public final List<String> statements = new ArrayList<>();

  /** The same table for the same seed. */
  public GeneratedSchema(int seed) {
    random = new Random(seed);
    kind = KeyKind.values()[seed % KeyKind.values().length];
    List<String> names = new ArrayList<>(NAMES);
    java.util.Collections.shuffle(names, random);
    table = names.getFirst().isEmpty() ? "t" : names.getFirst();
    Set<String> taken = new HashSet<>();
    names.stream()
        .skip(1)
        .filter(name -> taken.add(name.toLowerCase(Locale.ROOT)))
        .limit(5 + random.nextInt(6))
        .forEach(columns::add);
    create();
    for (int row = 1; row <= 6; row++) {
      insert(row);
    }
  }

  /** The key that has to be found; empty if there is none. */
  public Optional<List<String>> key() {
    return switch (kind) {
      case ROW_NUMBER, ONE_COLUMN, UUID, UNIQUE_REQUIRED -> Optional.of(columns.subList(0, 1));
      case TWO_COLUMNS, WITHOUT_ROWID -> Optional.of(List.of(columns.get(1), columns.get(0)));
      case UNIQUE_EMPTY, UNIQUE_PART, UNIQUE_COMPUTED, NONE -> Optional.empty();
    };
  }

  private void create() {
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      parts.add(SqlName.quote(columns.get(i)) + " " + definition(i));
    }
    String first = SqlName.quote(columns.get(0));
    String second = SqlName.quote(columns.get(1));
    if (kind == KeyKind.TWO_COLUMNS || kind == KeyKind.WITHOUT_ROWID) {
      parts.add("PRIMARY KEY (%s, %s)".formatted(second, first));
    }
    String end = kind == KeyKind.WITHOUT_ROWID ? ") WITHOUT ROWID" : ")";
    String quoted = SqlName.quote(table);
    statements.add("CREATE TABLE " + quoted + " (" + String.join(",\n", parts) + end);
    String index = "CREATE UNIQUE INDEX " + SqlName.quote("i " + table) + " ON " + quoted;
    switch (kind) {
      case UNIQUE_REQUIRED, UNIQUE_EMPTY -> statements.add(index + " (" + first + ")");
      case UNIQUE_PART -> statements.add(index + " (" + first + ") WHERE " + first + " > 0");
      case UNIQUE_COMPUTED -> statements.add(index + " (" + first + " || 'x')");
      default -> {}
    }
  }

  private String definition(int column) {
    if (column == 0) {
      return switch (kind) {
        case ROW_NUMBER ->
            random.nextBoolean() ? "INTEGER PRIMARY KEY" : "integer primary key autoincrement";
        case ONE_COLUMN -> random.nextBoolean() ? "INT PRIMARY KEY" : "TEXT NOT NULL PRIMARY KEY";
        case UUID -> "UUID TEXT PRIMARY KEY";
        case UNIQUE_REQUIRED, UNIQUE_PART, UNIQUE_COMPUTED -> "VARCHAR(9) NOT NULL";
        default -> "TEXT";
      };
    }
    if (column >= 3 && random.nextInt(4) == 0) {
      computed.add(columns.get(column));
      return "AS (%s) %s"
          .formatted(SqlName.quote(columns.get(2)), random.nextBoolean() ? "STORED" : "VIRTUAL");
    }
    if (column >= 3 && random.nextInt(5) == 0) {
      chosen.add(columns.get(column));
      defaults.put(columns.get(column), "new");
      return "TEXT NOT NULL DEFAULT 'new' CHECK (%s IN ('new', 'it''s old'))"
          .formatted(SqlName.quote(columns.get(column)));
    }
    String type = TYPES.get(random.nextInt(TYPES.size()));
    String rule = random.nextInt(4) == 0 ? " CHECK (length(%s) < 50)" : "";
    boolean hasDefault = column != 1 && random.nextInt(3) == 0;
    if (hasDefault) {
      defaults.put(columns.get(column), "it's");
    }
    return column == 1
        ? "INTEGER"
        : type
            + rule.formatted(SqlName.quote(columns.get(column)))
            + (hasDefault ? " DEFAULT 'it''s'" : "");
  }

  private void insert(int row) {
    List<String> written = columns.stream().filter(name -> !computed.contains(name)).toList();
    String names = written.stream().map(SqlName::quote).collect(Collectors.joining(", "));
    String values =
        written.stream().map(name -> value(name, row)).collect(Collectors.joining(", "));
    statements.add(
        "INSERT INTO " + SqlName.quote(table) + " (" + names + ") VALUES (" + values + ")");
  }

  private String value(String column, int row) {
    int place = columns.indexOf(column);
    if (place == 0 && kind == KeyKind.UUID) {
      if (row == 1) {
        return "NULL"; // which SQLite takes, and which is no key
      }
      return "'%s'".formatted(new UUID(random.nextLong(), random.nextLong()));
    }
    if (chosen.contains(column)) {
      return "'new'";
    }
    return place < 2 ? Integer.toString(row) : value();
  }

  private String value() {
    return switch (random.nextInt(7)) {
      case 0 -> "NULL";
      case 1 -> Integer.toString(random.nextInt(100));
      case 2 -> "1.25";
      case 3 -> "x'00FF'";
      case 4 -> "'2026-02-03'";
      case 5 -> "'\uD83D\uDE00'";
      default -> "9223372036854775807";
    };
  }
}
