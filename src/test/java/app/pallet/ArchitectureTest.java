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

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * The rules of docs/architecture.md, each with its reason. A package that isn't there yet passes.
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
  private static final String PENDING = "draft spreadsheet operation change schema work output";

  /** Lowest first. */
  private static final List<Layer> LAYERS =
      List.of(
          Layer.of("work"),
          Layer.of("output"),
          Layer.of("schema"),
          Layer.of("change", "schema"),
          Layer.of("operation", "change schema"),
          Layer.of("spreadsheet", "change schema work output"),
          Layer.of("draft", "change schema"),
          Layer.of("database", "schema work output"),
          Layer.of("rows", "database change schema work"),
          Layer.of("commit", "database change schema work"),
          Layer.of("workspace", "commit rows database " + PENDING),
          Layer.of("benchmark", "workspace commit rows database " + PENDING),
          Layer.of("ui", "workspace commit rows database " + PENDING),
          Layer.of("cli", "workspace benchmark commit rows database " + PENDING));

  private static String in(String name) {
    return ROOT + "." + name + "..";
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
                in("database"), in("rows"), in("commit"), in("draft"), in("benchmark"))
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
