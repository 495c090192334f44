package app.pallet;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What belongs to one engine is written in that engine's package alone, also where it stands in a
 * text, which {@link ArchitectureTest} can't see.
 */
final class EngineSeamTest {
  private static final Path MAIN = Path.of("src", "main", "java", "app", "pallet");

  /** Where SQLite is known by name. */
  private static final Set<Path> INSIDE =
      Set.of(Path.of("engine", "sqlite"), Path.of("database", "file"));

  /** Files outside of them; none may be added. It measures SQLite itself beside Pallet. */
  private static final Set<String> OUTSIDE = Set.of("benchmark/PlainJdbc.java");

  private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|//[^\\n]*", Pattern.DOTALL);

  private static final Pattern SQLITE =
      Pattern.compile(
          "org\\.sqlite|SQLITE_|\\bsqlite_\\w|\\bjson_(each|array)\\b|\\bPRAGMA\\b|\\b_?rowid_?\\b"
              + "|\\boctet_length\\b|\\bGLOB\\b|\\bCOLLATE\\b|\\bVACUUM\\b|\\btypeof\\(");

  /** A quotation mark put around something in a file that speaks to a database. */
  private static final Pattern QUOTING = Pattern.compile("'\"' \\+|\\+ '\"'|\\\\\"%s\\\\\"");

  @Test
  void onlyAnEnginesPackageWritesItsSql() throws IOException {
    try (Stream<Path> files = Files.walk(MAIN)) {
      Set<String> outside =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .map(MAIN::relativize)
              .filter(file -> INSIDE.stream().noneMatch(file::startsWith))
              .filter(file -> isSqlite(code(MAIN.resolve(file))))
              .map(file -> file.toString().replace('\\', '/'))
              .collect(toCollection(TreeSet::new));
      assertThat(outside)
          .as("files that write SQL as SQLite alone has it; ask the Dialect for it")
          .containsExactlyInAnyOrderElementsOf(OUTSIDE);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "import org.sqlite.SQLiteConfig;",
        "case SQLITE_BUSY -> true;",
        "\"SELECT count(*) FROM sqlite_schema\"",
        "\"PRAGMA data_version\"",
        "\"SELECT value FROM json_each(?)\"",
        "\"SELECT rowid FROM product\"",
        "import java.sql.Connection; String quoted = '\"' + name + '\"';",
      })
  void theWordsOfSqliteAreRecognised(String code) {
    assertThat(isSqlite(code)).isTrue();
  }

  private static boolean isSqlite(String code) {
    boolean speaksSql = code.contains("java.sql.") || code.contains("engine.Dialect;");
    return SQLITE.matcher(code).find() || (speaksSql && QUOTING.matcher(code).find());
  }

  private static String code(Path file) {
    try {
      return COMMENT.matcher(Files.readString(file)).replaceAll("");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
