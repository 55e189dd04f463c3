package io.github.sindy4j.discovery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sindy4j.algebra.Generator;
import io.github.sindy4j.notice.BadSetting;
import io.github.sindy4j.symmetry.ActionFiles;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Spaces of candidates: what is in them, and what is refused. */
class GeneratorSpaceTest {
  @Test
  void candidatesAreSpacesOfFields() {
    List<String> xy = List.of("x", "y");
    assertEquals(6, GeneratorSpace.parse("affine", xy).size());
    assertEquals(4, GeneratorSpace.parse("linear", xy).size());
    assertEquals(12, GeneratorSpace.parse("polynomial:2", xy).size());
    assertEquals(1, GeneratorSpace.parse("so(2) on (y,x)", xy).size());
    assertEquals(16, GeneratorSpace.parse("gl(4)", List.of("a", "b", "c", "d")).size());
    assertEquals(
        List.of("shift(x)", "shift(y)", "scaling(x)", "shear(y,x)", "shear(x,y)", "scaling(y)"),
        GeneratorSpace.polynomial(xy, 1).basis().stream().map(Generator::name).toList());
    assertEquals("x y ∂/∂y", GeneratorSpace.polynomial(xy, 2).basis().get(9).name());
    GeneratorSpace beside = GeneratorSpace.parse("affine", xy, List.of("u"), ActionFiles.NONE);
    assertEquals(List.of("x", "y", "u"), beside.variables());
    assertTrue(beside.basis().stream().allMatch(v -> v.components().get(2).toString().equals("0")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "reflection(-x); no-generators",
        "polynomial; bad-candidates",
        "polynomial:x; bad-candidates",
        "polynomial:99; setting-out-of-range",
        "afine; unknown-algebra"
      })
  void candidatesThatAreNoneAreRefused(String text, String code) {
    BadSetting refused =
        assertThrows(BadSetting.class, () -> GeneratorSpace.parse(text, List.of("x", "y")));
    assertEquals(code, refused.code(), refused.getMessage());
  }

  @Test
  void candidatesMustBeIndependent() {
    BadSetting refused =
        assertThrows(
            BadSetting.class,
            () ->
                GeneratorSpace.parse(
                    "so(2) on (x,y) and field(x: -2*y, y: 2*x)", List.of("x", "y")));
    assertEquals("dependent-generators", refused.code());
  }
}
