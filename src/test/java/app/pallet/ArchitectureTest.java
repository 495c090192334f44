package app.pallet;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * The rules of docs/architecture.md, each with its reason. A rule can only name a package that is
 * there.
 */
final class ArchitectureTest {
  private static final String ROOT = "app.pallet";

  private static final JavaClasses PALLET =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  /** A package and every other one that it may use. */
  record Layer(String name, List<String> mayUse) {
    static Layer of(String name) {
      return new Layer(name, List.of());
    }

    static Layer of(String name, String mayUse) {
      return new Layer(name, List.of(mayUse.split(" ", -1)));
    }

    String[] packages() {
      return Stream.concat(Stream.of(name), mayUse.stream())
          .map(ArchitectureTest::in)
          .toArray(String[]::new);
    }

    @Override
    public String toString() {
      return name + " uses " + (mayUse.isEmpty() ? "no other" : String.join(", ", mayUse));
    }
  }

  /** From a source to pending changes: what never touches the database. */
  private static final String PENDING = "draft spreadsheet change schema text work output";

  /** Lowest first. */
  private static final List<Layer> LAYERS =
      List.of(
          Layer.of("work"),
          Layer.of("text"),
          Layer.of("output"),
          Layer.of("schema"),
          Layer.of("change", "schema text"),
          Layer.of("operation", "schema text"),
          Layer.of("spreadsheet", "change schema text work output"),
          Layer.of("draft", "change schema text"),
          Layer.of("engine", "change schema text"),
          Layer.of("database", "engine schema work output"),
          Layer.of("rows", "database engine change schema text work"),
          Layer.of("commit", "rows database engine change schema text work"),
          Layer.of("workspace", "operation commit rows database engine " + PENDING),
          Layer.of("benchmark", "workspace commit rows database engine " + PENDING),
          Layer.of("ui", "workspace operation commit rows database engine " + PENDING),
          Layer.of("cli", "workspace benchmark operation commit rows database engine " + PENDING));

  /** A package that is a detail of others, and the only ones that may use it. */
  record Detail(String name, String because, List<String> users) {
    static Detail of(String name, String users, String because) {
      return new Detail(name, because, List.of(users.split(" ", -1)));
    }

    String[] packages() {
      return Stream.concat(Stream.of(name), users.stream())
          .map(user -> user.endsWith("..") ? in(user.replace("..", "")) : exactly(user))
          .toArray(String[]::new);
    }

    @Override
    public String toString() {
      return name + " is used by " + String.join(", ", users);
    }
  }

  /** A name that ends with two dots means the packages below it, too. */
  private static final List<Detail> DETAILS =
      List.of(
          Detail.of(
              "spreadsheet.csv",
              "spreadsheet spreadsheet.mapping",
              "whoever opens a file asks SpreadsheetFile, whatever kind of file it is"),
          Detail.of(
              "spreadsheet.xlsx",
              "spreadsheet spreadsheet.clipboard spreadsheet.export",
              "how a workbook is packed matters only to what reads, writes or pastes its cells"),
          Detail.of(
              "engine.sqlite",
              "database database.file engine.sqlite.discovery benchmark",
              "whoever writes SQL asks the Dialect, and nobody asks which engine it is"),
          Detail.of(
              "change.stored",
              "draft commit.ledger",
              "the form in which changes are stored matters only to what keeps them"),
          Detail.of(
              "commit.order",
              "commit.writing workspace.checks workspace.streamed",
              "the check before a commit lets pass exactly what the commit can write"),
          Detail.of(
              "engine.sqlite.discovery",
              "database",
              "whoever lists tables asks DatabaseTables, whatever kind of database they are in"),
          Detail.of(
              "rows.search",
              "rows benchmark",
              "whoever searches asks a query; which copy of the texts is looked into is a detail"),
          Detail.of(
              "workspace.input",
              "workspace ui..",
              "a preview and a paste need somebody who looks at them"),
          Detail.of(
              "workspace.streamed",
              "cli benchmark",
              "the window shows what an import changes before anything is written"),
          Detail.of(
              "ui.session",
              "ui",
              "the panes and the view models are shown without a catalogue too"),
          Detail.of(
              "ui.table.grid",
              "ui.table ui.table.columns ui.table.editing ui.table.fill",
              "the rest of the window knows ProductTable, not the parts of JavaFX behind it"));

  /** What fits into one package so that one can look it over. */
  private static final int MOST_TYPES = 25;

  /** The packages that hold more and wait for being divided; none may be added. */
  private static final Set<String> LARGER = Set.of();

  private static String in(String name) {
    return exactly(name) + "..";
  }

  private static String exactly(String name) {
    String full = ROOT + "." + name;
    if (!PALLET.containPackage(full)) {
      throw new IllegalArgumentException("A rule names the package " + full + ": there is none");
    }
    return full;
  }

  @ParameterizedTest
  @FieldSource("LAYERS")
  void aPackageUsesOnlyTheOnesBelowIt(Layer layer) {
    check(
        classes()
            .that()
            .resideInAPackage(in(layer.name()))
            .should()
            .onlyDependOnClassesThat(
                are(resideOutsideOfPackage(ROOT + "..").or(resideInAnyPackage(layer.packages()))))
            .because("data flows one way, from a source through the change set to the database"));
  }

  @Test
  void everyPackageHasItsPlace() {
    String[] known = LAYERS.stream().map(layer -> in(layer.name())).toArray(String[]::new);
    check(
        classes()
            .that(are(resideOutsideOfPackage(ROOT)))
            .should()
            .resideInAnyPackage(known)
            .because("a package outside the order could be used by anyone for anything"));
  }

  @ParameterizedTest
  @FieldSource("DETAILS")
  void aDetailIsUsedOnlyByWhatItBelongsTo(Detail detail) {
    check(
        classes()
            .that()
            .resideInAPackage(exactly(detail.name()))
            .should()
            .onlyHaveDependentClassesThat()
            .resideInAnyPackage(detail.packages())
            .because(detail.because()));
  }

  @Test
  void aRuleOnlyNamesPackagesThatAreThere() {
    assertThatThrownBy(() -> in("nowhere")).hasMessageContaining("app.pallet.nowhere");
    assertThatThrownBy(() -> Detail.of("work", "nowhere..", "it was renamed").packages())
        .hasMessageContaining("app.pallet.nowhere");
  }

  @Test
  void aPackageCanBeLookedOver() {
    Map<String, Long> sizes =
        PALLET.stream()
            .filter(type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
            .filter(type -> !type.getPackageName().equals(ROOT))
            .collect(
                groupingBy(type -> type.getPackageName().substring(ROOT.length() + 1), counting()));
    assertThat(
            sizes.entrySet().stream()
                .filter(size -> size.getValue() > MOST_TYPES)
                .map(Map.Entry::getKey))
        .as("packages of more than %d types; divide them by meaning", MOST_TYPES)
        .containsExactlyInAnyOrderElementsOf(LARGER);
  }

  @Test
  void packagesHaveNoCycles() {
    check(
        slices()
            .matching(ROOT + ".(**)")
            .should()
            .beFreeOfCycles()
            .because("a part is understood, tested and replaced on its own"));
  }

  @Test
  void theCoreDoesNotKnowJavaFx() {
    check(
        noClasses()
            .that(are(resideOutsideOfPackage(in("ui")).and(resideOutsideOfPackage(ROOT))))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "javafx..", "com.sun..", "org.controlsfx..", "atlantafx..", "org.kordamp..")
            .because("the command line and the tests drive the same parts without a window"));
  }

  @Test
  void onlyThePartsThatTalkToTheDatabaseKnowJdbc() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackages(
                in("engine"),
                in("database"),
                in("rows"),
                in("commit"),
                in("draft"),
                in("benchmark"))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "java.sql..",
                "javax.sql..",
                "org.hibernate..",
                "jakarta.persistence..",
                "com.zaxxer..",
                "org.flywaydb..",
                "org.sqlite..")
            .because("everybody else works with rows, changes and reports"));
  }

  @Test
  void onlyFormulasKnowTheLibraryThatCalculates() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage(in("operation.formula"))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.ezylang..")
            .because("its traps are walled in once, in one place (decision 0181)"));
  }

  @Test
  void onlyTheCommandLineKnowsPicocli() {
    check(
        noClasses()
            .that(are(resideOutsideOfPackage(in("cli")).and(resideOutsideOfPackage(ROOT))))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("picocli..")
            .because("an option is turned into a value at the edge"));
  }

  @Test
  void onlyTheCommandLineWritesToStandardOutput() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage(in("cli"))
            .should()
            .accessField(System.class, "out")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.lang.IO")
            .because("with --json standard output holds one object and nothing else"));
  }

  @Test
  void nobodyPrintsStackTraces() {
    check(
        noClasses()
            .should()
            .callMethodWhere(target(name("printStackTrace")))
            .because("a failure is reported once, where it is handled, through the log"));
  }

  @Test
  void everyThreadIsInTheTableOfTheArchitecture() throws IOException {
    Pattern started =
        Pattern.compile(
            "(?:beside|name|Runner|Timer|Ahead<>)\\(\\s*\"(?:pallet-)?([a-z][a-z :-]*)\"");
    Set<String> threads = new TreeSet<>();
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        started
            .matcher(Files.readString(file))
            .results()
            .map(m -> m.group(1))
            .forEach(threads::add);
      }
    }
    String architecture = Files.readString(Path.of("docs/architecture.md"));

    assertThat(threads).contains("reader", "writer", "draft", "import: read", "interrupt");
    assertThat(threads).allMatch(thread -> architecture.contains("`" + thread + "`"));
  }

  @Test
  void everyPackageIsNullMarked() {
    check(
        classes()
            .should(resideInANullMarkedPackage())
            .because("NullAway checks only what is marked"));
  }

  @Test
  void namesSayWhatAClassIsFor() {
    check(
        classes()
            .should()
            .haveNameNotMatching(".*(Manager|Helper|Util|Utils|Impl)")
            .because("such a name is where code goes that nobody found a place for"));
  }

  @Test
  void noStateIsStatic() {
    check(
        fields()
            .that()
            .areStatic()
            .should()
            .beFinal()
            .because("two catalogues, and two tests, can be open at once"));
  }

  private static void check(ArchRule rule) {
    rule.allowEmptyShould(true).check(PALLET);
  }

  private static ArchCondition<JavaClass> resideInANullMarkedPackage() {
    return new ArchCondition<>("reside in a package marked @NullMarked") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
        String message = type.getPackageName() + (marked ? " is" : " is not") + " @NullMarked";
        events.add(new SimpleConditionEvent(type, marked, message));
      }
    };
  }
}
