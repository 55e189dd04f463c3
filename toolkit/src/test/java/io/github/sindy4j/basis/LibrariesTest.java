package io.github.sindy4j.basis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.sindy4j.notice.BadSetting;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The libraries that are there keep the contract, and hold the functions they promise. */
class LibrariesTest {
  private static final List<String> XY = List.of("x", "y");

  @Nested
  class Polynomials implements LibrarySpecContract {
    @Override
    public LibrarySpec subject() {
      return PolynomialLibrary.ofDegree(5);
    }

    @Test
    void monomialsAreGradedAndThereAreAsManyAsTheBinomialCoefficientSays() {
      assertEquals(
          List.of("1", "x", "y", "x^2", "x y", "y^2"),
          PolynomialLibrary.ofDegree(2).over(XY).termNames());
      for (int m = 1; m <= 5; m++) {
        List<String> names = IntStream.range(0, m).mapToObj(i -> "x" + i).toList();
        for (int degree = 0; degree <= 5; degree++) {
          PolynomialLibrary library = PolynomialLibrary.ofDegree(degree);
          assertEquals(library.size(m), library.over(names).size());
        }
      }
      assertEquals(56, PolynomialLibrary.ofDegree(5).size(3));
      assertEquals(Long.MAX_VALUE, PolynomialLibrary.ofDegree(1000).size(1_000_000));
    }

    @Test
    void exponentsAreTheDegreesOfEveryVariable() {
      Library library = PolynomialLibrary.ofDegree(2).over(XY);
      assertEquals(
          List.of(
              List.of(0, 0),
              List.of(1, 0),
              List.of(0, 1),
              List.of(2, 0),
              List.of(1, 1),
              List.of(0, 2)),
          library.terms().stream().map(Term::exponents).toList());
    }

    @Test
    void degreesOutOfRangeAreRefused() {
      assertThrows(BadSetting.class, () -> PolynomialLibrary.ofDegree(-1));
      assertThrows(BadSetting.class, () -> PolynomialLibrary.ofDegree(1001));
      assertThrows(BadSetting.class, () -> PolynomialLibrary.ofDegree(0).withoutConstant());
    }
  }

  @Nested
  class PolynomialsWithoutInteractionsOrConstant implements LibrarySpecContract {
    @Override
    public LibrarySpec subject() {
      return PolynomialLibrary.ofDegree(4).withoutInteractions().withoutConstant();
    }

    @Test
    void onlyPowersOfOneVariableAreThere() {
      assertEquals(
          List.of("x", "y", "x^2", "y^2"),
          PolynomialLibrary.ofDegree(2)
              .withoutInteractions()
              .withoutConstant()
              .over(XY)
              .termNames());
      assertEquals(12, subject().size(3));
      assertEquals(12, subject().over(variables()).size());
    }
  }

  @Nested
  class Fourier implements LibrarySpecContract {
    @Override
    public LibrarySpec subject() {
      return FourierLibrary.ofHarmonics(3).withScale(0.7);
    }

    @Test
    void harmonicsComeInOrderWithTheirFrequencies() {
      assertEquals(
          List.of(
              "sin(0.5 x)",
              "cos(0.5 x)",
              "sin(0.5 y)",
              "cos(0.5 y)",
              "sin(x)",
              "cos(x)",
              "sin(y)",
              "cos(y)"),
          FourierLibrary.ofHarmonics(2).withScale(0.5).over(XY).termNames());
    }

    @Test
    void frequenciesThatAreNotPositiveAndFiniteAreRefused() {
      for (double scale : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
        assertThrows(BadSetting.class, () -> FourierLibrary.ofHarmonics(1).withScale(scale));
      }
      assertThrows(BadSetting.class, () -> FourierLibrary.ofHarmonics(0));
    }
  }

  @Nested
  class Expressions implements LibrarySpecContract {
    @Override
    public LibrarySpec subject() {
      return ExpressionLibrary.of(
          "1/(1 + x^2)",
          "exp(-x y) sin(z)",
          "sqrt(x) log(y)",
          "x^0.5/y^1.5",
          "tan(x) + abs(y) - sign(z)",
          "sinh(x)*cosh(y)*tanh(z)",
          "asin(x) acos(y)/atan(z)",
          "cos(2 x y)^2",
          "(x + y)^9/(x y)^3",
          "x^20",
          "1/sin(x)*cos(x)");
    }
  }

  @Nested
  class ExpressionsWithAFunctionOfTheirOwn implements LibrarySpecContract {
    private static final ScalarFunction SQUARE =
        new ScalarFunction("square", "\\operatorname{sq}", x -> x * x, x -> 2 * x);

    @Override
    public LibrarySpec subject() {
      return new ExpressionLibrary(List.of("square(x + y)", "z square(z)"), functions());
    }

    @Override
    public List<ScalarFunction> functions() {
      return List.of(SQUARE);
    }
  }

  @Nested
  class Sums implements LibrarySpecContract {
    @Override
    public LibrarySpec subject() {
      return PolynomialLibrary.ofDegree(2)
          .plus(FourierLibrary.ofHarmonics(1))
          .plus(ExpressionLibrary.of("x y", "x^3", "y x"));
    }

    @Test
    void whatOccursTwiceIsThereOnce() {
      assertEquals(10 + 6 + 3, subject().size(3));
      assertEquals(10 + 6 + 1, subject().over(variables()).size());
    }
  }

  @Nested
  class Products implements LibrarySpecContract {
    @Override
    public LibrarySpec subject() {
      return PolynomialLibrary.ofDegree(1)
          .times(FourierLibrary.ofHarmonics(1).plus(PolynomialLibrary.ofDegree(1)));
    }

    @Test
    void everyTermOfOneMeetsEveryTermOfTheOtherAndDuplicatesAreThereOnce() {
      assertEquals(40, subject().size(3));
      // {1, x, y, z}·{1, x, y, z} are 10 different monomials, not 16.
      assertEquals(4 * 6 + 10, subject().over(variables()).size());
      assertEquals(
          List.of("x", "y", "x^2", "x y", "y^2"),
          ExpressionLibrary.of("1", "x", "y")
              .times(ExpressionLibrary.of("x", "y"))
              .over(XY)
              .termNames());
    }
  }
}
