package io.github.sindy4j.basis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sindy4j.linalg.Vec;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What formulas are made of, and what libraries make of them. */
class ExpressionPartsTest {
  private static final List<String> XYZ = List.of("x", "y", "z");

  @Test
  void theFunctionsAndVariablesOfAFormulaAreThoseWritten() {
    Expression e = Expression.parse("3 exp(sin(x) + 1)^2 + z", XYZ);
    assertEquals(List.of("exp", "sin"), e.functions().stream().map(ScalarFunction::name).toList());
    assertTrue(e.dependsOn(0));
    assertFalse(e.dependsOn(1));
    assertTrue(e.dependsOn(2));
    assertEquals(e, e.parts().findFirst().orElseThrow());
    assertFalse(Expression.number(2).dependsOn(0));
  }

  @Test
  void aCombinationLeavesOutWhatHasNoWeight() {
    Library library =
        Library.of(
            XYZ,
            List.of(
                Expression.parse("x", XYZ),
                Expression.parse("x + y", XYZ),
                Expression.parse("1/z", XYZ)));
    assertEquals("3 x + 2 y", library.combination(Vec.of(1, 2, 0)).toString());
    assertEquals("0", library.combination(Vec.zeros(3)).toString());
  }
}
