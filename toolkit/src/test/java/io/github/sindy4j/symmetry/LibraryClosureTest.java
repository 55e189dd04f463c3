package io.github.sindy4j.symmetry;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.sindy4j.algebra.Generator;
import io.github.sindy4j.basis.Expression;
import io.github.sindy4j.basis.Library;
import io.github.sindy4j.basis.LibrarySpec;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.notice.BadSetting;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LibraryClosureTest {
  private static final List<String> XY = List.of("x", "y");

  private static final Action SO2 =
      Given.action(
          "so(2) on (x,y)", List.of(Generator.linear("", XY, Given.matrix(2, 0, 1, -1, 1, 0, 1))));

  private static final Action SHIFT =
      Given.action(
          "t(1) on (x)", List.of(Generator.affine("", XY, Matrix.zeros(2, 2), Vec.of(1, 0))));

  private static void demand(String library, Action... actions) {
    Library terms = LibrarySpec.parse(library).over(XY);
    Equivariance.ofRates(terms, 2).demands(List.of(actions));
  }

  private static String refusal(String library, Action... actions) {
    BadSetting error = assertThrows(BadSetting.class, () -> demand(library, actions));
    assertEquals("library-not-closed", error.code());
    return error.getMessage();
  }

  @Test
  void theLeakingTermsAndTheSmallestClosedLibraryAreNamed() {
    assertEquals(
        "so(2) on (x,y): x^2, y^2 lead to terms that the library does not hold. The smallest"
            + " library that is closed is polynomial:2",
        refusal("polynomial:2,interactions=no", SO2));
    assertEquals(
        "so(2) on (x,y): x^3 leads to terms that the library does not hold. The smallest library"
            + " that is closed has these terms more: + expr(x^2 y, x y^2, y^3)",
        refusal("polynomial:1 + expr(x^3)", SO2));
    assertEquals(
        "t(1) on (x): x leads to terms that the library does not hold. The smallest library that is"
            + " closed is polynomial:2",
        refusal("polynomial:2,constant=no", SHIFT));
  }

  @Test
  void actionsAreClosedTogether() {
    assertEquals(
        "so(2) on (x,y), t(1) on (x): x^2 leads to terms that the library does not hold. The"
            + " smallest library that is closed is polynomial:2",
        refusal("expr(x^2)", SO2, SHIFT));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "polynomial:2,interactions=no; polynomial:2",
        "polynomial:1 + expr(x^3); polynomial:1 + expr(x^3) + expr(x^2 y, x y^2, y^3)"
      })
  void theLibraryThatIsOfferedIsClosed(String library, String offered) {
    refusal(library, SO2);
    assertDoesNotThrow(() -> demand(offered, SO2));
  }

  @Test
  void leaksOfOtherTermsAreNamedWithTheirSize() {
    String r3 = "(x^2+y^2)^1.5";
    assertEquals(
        "so(2) on (x,y): x/(x^2 + y^2)^1.5 (100 % outside) leads out of the span of the library. Add"
            + " what the symmetry makes of them, such as y/r beside x/r, or leave them out",
        refusal("expr(x/" + r3 + ")", SO2).replaceFirst("\\d+ %", "100 %"));
    assertDoesNotThrow(() -> demand("expr(x/" + r3 + ", y/" + r3 + ")", SO2));
  }

  @Test
  void sinesAreClosedUnderShiftsOnlyWithTheirCosines() {
    assertDoesNotThrow(() -> demand("expr(1, sin(2*x), cos(2*x), y*exp(x))", SHIFT));
    assertEquals(
        "t(1) on (x): sin(x) (100 % outside) leads out of the span of the library. Add what the"
            + " symmetry makes of them, such as y/r beside x/r, or leave them out",
        refusal("expr(sin(x), y)", SHIFT).replaceFirst("\\d+ %", "100 %"));
  }

  @Test
  void elementsMustKeepTheLibraryToo() {
    GroupElement swap = new GroupElement("", XY, Given.permutation(1, 0), Given.permutation(1, 0));
    Action swapped = Given.action("swap(x | y)", swap);
    assertEquals(
        "swap(x | y): x^2 y leads to terms that the library does not hold. The smallest library that"
            + " is closed has these terms more: + expr(x y^2)",
        refusal("polynomial:1 + expr(x^2*y)", swapped));
    assertEquals(
        "swap(x | y): sin(x) (100 % outside) leads out of the span of the library. Add what the"
            + " symmetry makes of them, such as y/r beside x/r, or leave them out",
        refusal("expr(sin(x), cos(x), cos(y))", swapped).replaceFirst("\\d+ %", "100 %"));
  }

  @Test
  void generatorsThatRaiseTheDegreeAreNoMistake() {
    // [x² ∂x, F] = 0 among quadratic fields in the line x: F = c x² ∂x.
    Generator square =
        new Generator("", XY, List.of(Expression.parse("x^2", XY), Expression.number(0)));
    Action action = Given.action("x^2 d/dx", List.of(square));
    assertDoesNotThrow(() -> demand("polynomial:2", action));
  }

  @Test
  void manyLeaksAreCounted() {
    String message = refusal("expr(x, x^2, x^3, x^4, x^5, x^6, x^7, x^8, x^9, x^10)", SO2);
    assertEquals(
        "so(2) on (x,y): x, x^2, x^3, x^4, x^5, x^6, x^7, x^8 and 2 more lead to terms",
        message.substring(0, message.indexOf(" that the")));
  }
}
