package io.github.sindy4j.basis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sindy4j.notice.BadSetting;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LibrarySpecParserTest {
  private static final List<String> XY = List.of("x", "y");

  private static List<String> names(String spec) {
    return LibrarySpec.parse(spec).over(XY).termNames();
  }

  @Test
  void everyKindOfLibraryIsRead() {
    assertEquals(PolynomialLibrary.ofDegree(3), LibrarySpec.parse("polynomial:3"));
    assertEquals(PolynomialLibrary.ofDegree(3), LibrarySpec.parse("  polynomial : 3 "));
    assertEquals(
        PolynomialLibrary.ofDegree(3).withoutConstant().withoutInteractions(),
        LibrarySpec.parse("polynomial:3, interactions=no, constant = no"));
    assertEquals(PolynomialLibrary.ofDegree(3), LibrarySpec.parse("polynomial:3,constant=yes"));
    assertEquals(FourierLibrary.ofHarmonics(2), LibrarySpec.parse("fourier:2"));
    assertEquals(
        FourierLibrary.ofHarmonics(2).withScale(0.5), LibrarySpec.parse("fourier:2,scale=0.5"));
    assertEquals(
        ExpressionLibrary.of("sin(x)*y", "1/(1+x^2)"),
        LibrarySpec.parse("expr(sin(x)*y, 1/(1+x^2))"));
  }

  @Test
  void plusJoinsAndTimesBindsTighter() {
    assertEquals(List.of("1", "x", "y", "x^3"), names("polynomial:1 + expr(x^3)"));
    assertEquals(List.of("x^2", "x", "x y"), names("expr(x^2) + expr(x)*expr(1, y)"));
    assertEquals(List.of("x^2", "x^2 y", "x", "x y"), names("(expr(x^2) + expr(x))*expr(1, y)"));
    assertEquals(List.of("x^2 y"), names("expr(x)*expr(x)*expr(y)"));
  }

  @Test
  void signsInsideParenthesesAndBackquotesBelongToTheFormula() {
    assertEquals(List.of("x + y", "x y"), names("expr(x + y, x*y)"));
    assertEquals(List.of("sin(x + y)"), names("expr(sin(x+(y)))"));
    LibrarySpec quoted = LibrarySpec.parse("expr(`a+b`, `c*d)`, `e,f`) + polynomial:0");
    List<String> variables = List.of("a+b", "c*d)", "e,f");
    assertEquals(List.of("`a+b`", "`c*d)`", "`e,f`", "1"), quoted.over(variables).termNames());
  }

  @Test
  void duplicatesAreThereOnce() {
    assertEquals(List.of("1", "x", "y"), names("polynomial:1 + polynomial:1"));
    assertEquals(List.of("x y"), names("expr(x*y, y*x, x y)"));
    assertEquals(List.of("1", "x", "y", "x^2", "x y", "y^2"), names("polynomial:1*polynomial:1"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "polynomial:3",
        "polynomial:3,constant=no",
        "polynomial:2,constant=no,interactions=no",
        "fourier:2",
        "fourier:2,scale=0.5",
        "expr(sin(x)*y, 1/(1+x^2))",
        "polynomial:1 + fourier:1",
        "polynomial:1 * fourier:1",
        "(polynomial:1 + expr(x^0.5)) * (fourier:1 + expr(exp(x)))",
        "polynomial:1 * (fourier:1 * expr(x))",
        "expr(`x`)"
      })
  void howALibraryIsWrittenReadsBackAsTheSameLibrary(String text) {
    LibrarySpec spec = LibrarySpec.parse(text);
    LibrarySpec again = LibrarySpec.parse(spec.text());
    assertEquals(spec.text(), again.text());
    assertEquals(spec.over(XY).termNames(), again.over(XY).termNames());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "+",
        "*",
        "polynomial",
        "polynomial:",
        "polynomial:x",
        "polynomial:2.5",
        "polynomial:-1",
        "polynomial:1001",
        "polynomial:99999999999",
        "polynomial:2,",
        "polynomial:2,foo=1",
        "polynomial:2,constant",
        "polynomial:2,constant=maybe",
        "polynomial:2,interactions=0",
        "polynomial:0,constant=no",
        "fourier",
        "fourier:",
        "fourier:0",
        "fourier:2,scale=",
        "fourier:2,scale=x",
        "fourier:2,scale=0",
        "fourier:2,scale=NaN",
        "fourier:2,scale=1e999",
        "fourier:2,3",
        "poly:3",
        "Polynomial:3",
        "polynomial:2 +",
        "+ polynomial:2",
        "polynomial:2 ** fourier:1",
        "(polynomial:2",
        "polynomial:2)",
        "()",
        "expr",
        "expr(",
        "expr(x",
        "expr(x))",
        "expr(x)(y)",
        "(polynomial:1)(polynomial:1)",
        "polynomial:2 fourier:1",
        "polynomial:2;fourier:1",
        "expr(`x)",
        "polynomial:2 - fourier:1",
        "polynomial:2,constant=no,constant=yes"
      })
  void mistakesAreRefusedWithACure(String text) {
    BadSetting refused = assertThrows(BadSetting.class, () -> LibrarySpec.parse(text));
    assertTrue(String.valueOf(refused.getMessage()).contains(". "), refused.getMessage());
  }

  @ParameterizedTest
  @CsvSource({"expr()", "'expr(x,)'", "'expr(,x)'", "expr(foo)", "expr(x +)"})
  void formulasAreCheckedWhenTheVariablesAreKnown(String text) {
    LibrarySpec spec = LibrarySpec.parse(text);
    BadSetting refused = assertThrows(BadSetting.class, () -> spec.over(XY));
    assertEquals("bad-expression", refused.code());
  }

  @Test
  void anythingElseIsRefusedAndNeverBreaksTheParser() {
    String[] pieces = {
      "polynomial:1",
      "fourier:2",
      "expr(x)",
      "expr",
      ":",
      "2",
      "(",
      ")",
      " + ",
      "*",
      ",",
      "x",
      "`",
      ",constant=no",
      ",scale=0.5",
      "+"
    };
    SplittableRandom random = new SplittableRandom(5);
    int read = 0;
    for (int k = 0; k < 100_000; k++) {
      StringBuilder text = new StringBuilder();
      int length = random.nextInt(1, 10);
      for (int i = 0; i < length; i++) {
        text.append(pieces[random.nextInt(pieces.length)]);
      }
      try {
        LibrarySpec spec = LibrarySpec.parse(text.toString());
        assertEquals(spec.text(), LibrarySpec.parse(spec.text()).text());
        read++;
      } catch (BadSetting refused) {
        assertTrue(!refused.code().isEmpty());
      }
    }
    assertTrue(read > 100, "read: " + read);
    assertThrows(
        BadSetting.class,
        () -> LibrarySpec.parse("(".repeat(50_000) + "polynomial:1" + ")".repeat(50_000)));
  }
}
