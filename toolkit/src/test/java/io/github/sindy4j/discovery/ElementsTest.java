package io.github.sindy4j.discovery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sindy4j.basis.Library;
import io.github.sindy4j.basis.PolynomialLibrary;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.notice.BadSetting;
import io.github.sindy4j.symmetry.GroupElement;
import io.github.sindy4j.symmetry.Region;
import io.github.sindy4j.symmetry.Verdict;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Discrete symmetries. */
class ElementsTest {
  private static final List<String> XY = List.of("x", "y");
  private static final List<String> XYZ = List.of("x", "y", "z");

  private static Subject lorenz() {
    return Fields.polynomial(XYZ, 20, "10*(y-x)", "28*x - y - x*z", "x*y - 8/3*z")
        .withRegion(new Region(Vec.of(-18, -24, 2), Vec.of(19, 25, 46)));
  }

  private static DiscreteSymmetries found(Discovery discovery, Subject subject) {
    return discovery.discrete(subject);
  }

  private static List<String> names(List<ElementFinding> findings) {
    return findings.stream().map(f -> f.element().name()).toList();
  }

  @Test
  void lorenzHasItsReflection() {
    DiscreteSymmetries discrete = found(Discovery.defaults().withReversing(), lorenz());
    assertEquals(2, discrete.order());
    assertEquals(0, discrete.reversals());
    assertEquals(List.of("reflection(-x,-y,z)"), names(discrete.elements()));
    assertTrue(discrete.elements().get(0).exact());
    assertTrue(discrete.complete());
    assertTrue(discrete.closed());
  }

  @Test
  void cyclesSwapsAndReversalsHaveTheirNames() {
    Subject halvorsen =
        Fields.polynomial(
            XYZ,
            10,
            "-1.4*x - 4*y - 4*z - y^2",
            "-1.4*y - 4*z - 4*x - z^2",
            "-1.4*z - 4*x - 4*y - x^2");
    DiscreteSymmetries cyclic = found(Discovery.defaults().withDiscrete(), halvorsen);
    assertEquals(3, cyclic.order());
    assertEquals(List.of("cyclic(x,y,z)"), names(cyclic.generators()));
    Subject pair = Fields.polynomial(XY, 1, "x - x*y^2 + 1", "y - y*x^2 + 1");
    assertEquals(
        List.of("swap(x|y)"), names(found(Discovery.defaults().withDiscrete(), pair).elements()));
    Subject pendulum = Fields.polynomial(XY, 1, "y", "-x + x^3 + x^2");
    DiscreteSymmetries reversed = found(Discovery.defaults().withReversing(), pendulum);
    assertEquals(1, reversed.order());
    assertEquals(1, reversed.reversals());
    assertEquals(List.of("reversal(x,-y)"), names(reversed.elements()));
  }

  @ParameterizedTest
  @CsvSource({"1,2", "2,8", "3,48", "4,384", "6,46080"})
  void theRadialFieldHasAllSignedPermutations(int n, int expected) {
    List<String> variables = Fields.names(n);
    Subject subject = Fields.polynomial(variables, 1, variables.toArray(String[]::new));
    DiscreteSymmetries discrete = found(Discovery.defaults().withDiscrete(), subject);
    assertEquals(expected, discrete.order());
    assertTrue(discrete.closed());
    assertTrue(discrete.generators().size() <= 2 * n, names(discrete.generators()).toString());
  }

  /** Lorenz's 1996 model in n cyclic states: the group is the cyclic one, by any search. */
  @ParameterizedTest
  @ValueSource(ints = {4, 5, 6, 7, 9})
  void searchesThatLookAtAllAndThatPruneFindTheSame(int n) {
    List<String> variables = Fields.names(n);
    String[] rates = new String[n];
    for (int i = 0; i < n; i++) {
      rates[i] =
          "(%s - %s)*%s - %s + 8"
              .formatted(
                  variables.get((i + 1) % n),
                  variables.get((i + n - 2) % n),
                  variables.get((i + n - 1) % n),
                  variables.get(i));
    }
    Subject subject = Fields.polynomial(variables, 10, rates);
    DiscreteSymmetries discrete = found(Discovery.defaults().withDiscrete(), subject);
    assertEquals(n, discrete.order());
    assertEquals(n <= 6, discrete.complete());
    PolynomialPermutationDefect test = new PolynomialPermutationDefect(subject.reduced());
    PermutationSearch search = new PermutationSearch(test, n, false, 0);
    assertEquals(n, search.pruned(new FieldCoefficients(subject)).size());
  }

  /** The quick formula against the operator of the Lie derivative, element by element. */
  @Test
  void theDefectOfAPermutationIsThatOfItsMatrices() {
    SplittableRandom random = new SplittableRandom(5);
    Library library = PolynomialLibrary.ofDegree(3).over(XYZ);
    double[] w = new double[3 * library.size()];
    Arrays.setAll(w, k -> random.nextDouble(-1, 1));
    Region even = new Region(Vec.of(-1, -2, -4), Vec.of(1, 2, 4));
    Region shifted = new Region(Vec.of(-1, 0.5, -2), Vec.of(3, 4, 1));
    int compared = 0;
    for (Region region : List.of(even, shifted)) {
      Subject subject = Subject.field(library, Matrix.adopt(3, library.size(), w), region);
      PolynomialPermutationDefect test = new PolynomialPermutationDefect(subject);
      ElementDefect operators = new ElementDefect(subject);
      for (int[] image : new int[][] {{0, 1, 2}, {1, 0, 2}, {1, 2, 0}}) {
        test.arrange(image);
        for (long bits : new long[] {0, 1, 5, 7}) {
          // For a cycle with signs, the quick box is symmetric about 0, and the other need not be.
          boolean sameBox = region.equals(even) || image[0] == 0 || bits == 0;
          for (int direction : sameBox ? new int[] {1, -1} : new int[0]) {
            GroupElement h = StatePermutation.of(image, bits, direction < 0).on(XYZ);
            assertEquals(operators.of(h), test.defect(bits, direction, 2), 1e-12, h.name());
            compared++;
          }
        }
      }
    }
    assertEquals(36, compared);
  }

  @Test
  void aSampledModelHasTheSymmetriesOfItsFormula() {
    Subject pendulum =
        Fields.field(
            List.of("q", "p"),
            Fields.box(2, 2),
            new String[] {"p", "sin(q)"},
            new double[] {1, 0},
            new double[] {0, -1});
    DiscreteSymmetries discrete = found(Discovery.defaults().withReversing(), pendulum);
    assertEquals(List.of("reflection(-q,-p)"), names(discrete.generators()));
    assertEquals(2, discrete.reversals());
    assertFalse(discrete.elements().get(0).exact());
  }

  @Test
  void candidatesOfTheUserAreJudged() {
    double turn = Math.sqrt(0.75);
    Matrix third = Matrix.ofRows(new double[] {-0.5, -turn}, new double[] {turn, -0.5});
    GroupElement rotation = new GroupElement("third", XY, third, third);
    GroupElement flip =
        new GroupElement(
            "flip",
            XY,
            Matrix.ofRows(new double[] {1, 0}, new double[] {0, -1}),
            Matrix.ofRows(new double[] {1, 0}, new double[] {0, -1}));
    // ż = z̄² in the plane: three-fold rotation, and a reflection; then without the reflection.
    Subject monkey = Fields.polynomial(XY, 1, "x^2 - y^2", "-2*x*y");
    Discovery discovery = Discovery.defaults().withElements(List.of(rotation, flip));
    assertEquals(
        List.of(Verdict.HELD, Verdict.HELD),
        found(discovery, monkey).asked().stream().map(ElementFinding::verdict).toList());
    Subject turned = Fields.polynomial(XY, 1, "x^2 - y^2 - y", "-2*x*y + x");
    assertEquals(
        List.of(Verdict.HELD, Verdict.BROKEN),
        found(discovery, turned).asked().stream().map(ElementFinding::verdict).toList());
    assertThrows(BadSetting.class, () -> found(discovery, lorenz()));
  }

  @Test
  void sixStatesOfDegreeThreeAreSearchedInTime() {
    List<String> variables = Fields.names(6);
    SplittableRandom random = new SplittableRandom(6);
    Library library = PolynomialLibrary.ofDegree(3).over(variables);
    double[] w = new double[6 * library.size()];
    Arrays.setAll(w, k -> random.nextDouble(-1, 1));
    Subject subject = Subject.field(library, Matrix.adopt(6, library.size(), w), Region.unit(6));
    long start = System.nanoTime();
    DiscreteSymmetries discrete = found(Discovery.defaults().withReversing(), subject);
    double seconds = (System.nanoTime() - start) / 1e9;
    assertEquals(1, discrete.order());
    assertTrue(seconds < 5, "took " + seconds + " s");
  }

  @Test
  void productsAndNamesFollowTheAction() {
    StatePermutation cycle = StatePermutation.of(new int[] {1, 2, 0}, 0, false);
    StatePermutation flip = StatePermutation.of(new int[] {0, 1, 2}, 1, true);
    Matrix product = cycle.on(XYZ).domain().times(flip.on(XYZ).domain());
    assertEquals(product, cycle.after(flip).on(XYZ).domain());
    assertTrue(cycle.after(flip).reversing());
    assertEquals("cyclic(x,y,z)", cycle.name(XYZ));
    assertEquals("reversal(-x,y,z)", flip.name(XYZ));
    assertEquals(
        "permutation(-y,x,z)", StatePermutation.of(new int[] {1, 0, 2}, 1, false).name(XYZ));
    assertTrue(cycle.after(cycle).after(cycle).isIdentity());
    assertEquals(3, IntStream.range(0, 3).filter(i -> !cycle.fixes(i)).count());
  }
}
