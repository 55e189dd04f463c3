package io.github.sindy4j;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.GeneralCodingRules;
import io.github.sindy4j.basis.LibrarySpec;
import io.github.sindy4j.derivative.Differentiator;
import io.github.sindy4j.formulation.Formulation;
import io.github.sindy4j.linalg.Kernel;
import io.github.sindy4j.linalg.KernelSource;
import io.github.sindy4j.linalg.LinearMap;
import io.github.sindy4j.linalg.Squares;
import io.github.sindy4j.model.Evaluator;
import io.github.sindy4j.model.Integrator;
import io.github.sindy4j.model.VectorField;
import io.github.sindy4j.regress.Proximable;
import io.github.sindy4j.regress.RowSource;
import io.github.sindy4j.regress.SparseRegressor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** Holds the line that {@code docs/architecture.md} draws. */
class ArchitectureTest {
  private static final String ROOT = "io.github.sindy4j";

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT);

  /** Each package and those it may use, beside itself and {@code notice}; the root is empty. */
  private static final Map<String, Set<String>> MAY_USE = rooms();

  private static Map<String, Set<String>> rooms() {
    Map<String, Set<String>> rooms = new LinkedHashMap<>();
    rooms.put("notice", Set.of());
    rooms.put("exact", Set.of());
    rooms.put("linalg", Set.of());
    rooms.put("data", Set.of("linalg"));
    rooms.put("basis", Set.of("exact", "linalg"));
    rooms.put("derivative", Set.of("linalg", "data"));
    rooms.put("regress", Set.of("exact", "linalg"));
    rooms.put("formulation", Set.of("linalg", "data", "basis", "derivative", "regress"));
    rooms.put("smoother", Set.of("linalg", "data", "basis", "derivative", "regress"));
    rooms.put("model", Set.of("linalg", "basis", "data"));
    rooms.put("algebra", Set.of("exact", "linalg", "basis"));
    rooms.put("symmetry", Set.of("algebra", "exact", "linalg", "data", "basis", "regress"));
    rooms.put("discovery", Set.of("symmetry", "algebra", "exact", "linalg", "basis", "regress"));
    rooms.put("conservation", Set.of("symmetry", "algebra", "exact", "linalg", "data", "basis"));
    rooms.put("knowledge", Set.of("symmetry", "exact", "linalg", "data", "basis", "regress"));
    rooms.put(
        "promotion",
        Set.of("discovery", "symmetry", "algebra", "exact", "linalg", "basis", "regress"));
    // The upper rooms use all that stands before them.
    for (String upper : List.of("", "io", "report")) {
      rooms.put(upper, Set.copyOf(rooms.keySet()));
    }
    return rooms;
  }

  /** Third parties, and the one package that may use each. */
  private static final Map<String, String> THIRD_PARTIES =
      Map.of(
          "org.ojalgo", "linalg",
          "org.knowm", "report",
          "de.erichseifert", "report",
          "de.siegmar", "io",
          "ch.randelshofer", "io",
          "com.fasterxml", "io");

  @Test
  void aHundredClassesWereSeenAndNoTestAmongThem() {
    assertTrue(CLASSES.size() >= 100, "seen: " + CLASSES.size());
    assertFalse(CLASSES.contain(ArchitectureTest.class));
  }

  @Test
  void everyPackageIsInTheTable() {
    assertEquals(
        new TreeSet<>(MAY_USE.keySet()),
        CLASSES.stream().map(c -> room(c)).collect(Collectors.toCollection(TreeSet::new)));
  }

  @Test
  void packagesUseOnlyWhatTheTableAllows() {
    MAY_USE.forEach(
        (name, allowed) ->
            noClasses()
                .that(
                    DescribedPredicate.describe(
                        "are in '" + name + "'", (JavaClass c) -> room(c).equals(name)))
                .should()
                .dependOnClassesThat(
                    DescribedPredicate.describe(
                        "belong to another package than " + allowed,
                        (JavaClass c) ->
                            isOurs(c)
                                && !room(c).equals(name)
                                && !room(c).equals("notice")
                                && !allowed.contains(room(c))))
                .check(CLASSES));
  }

  @Test
  void packagesDependOnEachOtherWithoutCycles() {
    slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void everyThirdPartyHasOneDoor() {
    THIRD_PARTIES.forEach(
        (party, door) ->
            noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "." + door)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(party + "..")
                .check(CLASSES));
  }

  @Test
  void nothingElseIsUsedThanTheJdkAndTheThirdPartiesNamed() {
    Set<String> known =
        Stream.concat(THIRD_PARTIES.keySet().stream(), Stream.of("java", "javax", "org.jspecify"))
            .collect(Collectors.toSet());
    noClasses()
        .should()
        .dependOnClassesThat(
            DescribedPredicate.describe(
                "nobody knows",
                (JavaClass c) -> {
                  String name = c.getBaseComponentType().getPackageName();
                  return !isOurs(c)
                      && !name.isEmpty()
                      && known.stream().noneMatch(p -> name.equals(p) || name.startsWith(p + "."));
                }))
        .check(CLASSES);
  }

  @Test
  void nothingIsPrintedOrLogged() {
    GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(CLASSES);
    GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING.check(CLASSES);
    noClasses()
        .should()
        .callMethodWhere(
            DescribedPredicate.describe(
                "prints a stack trace", call -> call.getName().equals("printStackTrace")))
        .check(CLASSES);
  }

  @Test
  void everyPackageIsNullMarked() throws ClassNotFoundException {
    for (String room : MAY_USE.keySet()) {
      String name = room.isEmpty() ? ROOT : ROOT + "." + room;
      Class<?> info = Class.forName(name + ".package-info");
      assertTrue(info.isAnnotationPresent(NullMarked.class), name);
    }
  }

  @Test
  void componentsOfRecordsAreNeverArrays() {
    int records = 0;
    for (JavaClass seen : CLASSES) {
      Class<?> type = seen.reflect();
      if (type.isRecord()) {
        records++;
        for (RecordComponent component : type.getRecordComponents()) {
          assertFalse(component.getType().isArray(), type + "." + component.getName());
        }
      }
    }
    assertTrue(records > 30, "records seen: " + records);
  }

  @Test
  void plugsHaveOneToFourMethods() {
    List<Class<?>> plugs =
        List.of(
            LibrarySpec.class,
            Differentiator.class,
            SparseRegressor.class,
            Integrator.class,
            VectorField.class,
            Evaluator.class,
            LinearMap.class,
            Kernel.class,
            KernelSource.class,
            Squares.class,
            Proximable.class,
            Formulation.class,
            RowSource.class);
    for (Class<?> plug : plugs) {
      assertTrue(plug.isInterface(), plug.getName());
      long methods =
          Arrays.stream(plug.getMethods())
              .map(Method::getModifiers)
              .filter(Modifier::isAbstract)
              .count();
      assertTrue(methods >= 1 && methods <= 4, plug.getName() + " has " + methods);
    }
  }

  @Test
  void publicClassesAreFinalUnlessAbstract() {
    int seen = 0;
    for (JavaClass c : CLASSES) {
      if (c.getModifiers().contains(JavaModifier.PUBLIC) && !c.isInterface() && !c.isEnum()) {
        seen++;
        Class<?> type = c.reflect();
        assertTrue(
            Modifier.isFinal(type.getModifiers())
                || Modifier.isAbstract(type.getModifiers())
                || type.isSealed(),
            c.getName());
      }
    }
    assertTrue(seen > 50, "seen: " + seen);
  }

  private static boolean isOurs(JavaClass c) {
    String name = c.getBaseComponentType().getPackageName();
    return name.equals(ROOT) || name.startsWith(ROOT + ".");
  }

  /** The package of a class below the root; empty for the root itself. */
  private static String room(JavaClass c) {
    String name = c.getBaseComponentType().getPackageName();
    return name.equals(ROOT) ? "" : name.substring(ROOT.length() + 1);
  }
}
