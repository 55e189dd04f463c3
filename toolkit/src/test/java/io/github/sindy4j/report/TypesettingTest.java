package io.github.sindy4j.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypesettingTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-10.0031 | 0.0213 | −10.003(21)",
        "-10.00   | 0.02   | −10.000(20)",
        "-10.00   | 0.04   | −10.00(4)",
        "27.991   | 0.047  | 27.99(5)",
        "12.34    | 1.5    | 12.3(15)",
        "1234.5   | 56     | 1230(60)",
        "0.5      | 0.0996 | 0.50(10)",
        "-3.1     | 5.2    | −3(5)",
        "0.3      | 500    | 0(500)",
        "1.2345e7 | 2.1e4  | 1.2345(21)×10^7",
        "-9e-8    | 2e-8   | −9.0(20)×10^−8",
        "0.25     | 0      | 0.25",
        "-9.9999999999996 | 4e-13 | −10",
        "1e-7     | 0      | 1×10^−7",
        "2.66667  | NaN    | 2.667",
        "0        | NaN    | 0",
        "NaN      | 1      | not a number",
        "Infinity | 1      | ∞"
      })
  void aValueIsRoundedToItsUncertainty(double value, double halfWidth, String expected) {
    String shown = Html.of(UncertainNumber.format(value, halfWidth));
    assertEquals(expected, shown.replace("<sup>", "^").replace("</sup>", ""));
  }

  @ParameterizedTest
  @CsvSource({
    "x, <i>x</i>",
    "x^2 y, <i>x</i><sup>2</sup> <i>y</i>",
    "x1, <i>x</i><sub>1</sub>",
    "theta_dot, <i>θ</i><sub>dot</sub>",
    "sin(2 x), sin(2 <i>x</i>)",
    "hare lynx, hare lynx",
    "x^-1, <i>x</i><sup>−1</sup>",
    "x^(1/2) z, <i>x</i><sup>1/2</sup> <i>z</i>",
    "<b>, &lt;<i>b</i>&gt;",
    "x^, <i>x</i>^",
    "x_, <i>x</i>_",
    "x^(, <i>x</i>",
    "1, 1"
  })
  void namesOfTermsAreTypeset(String name, String expected) {
    assertEquals(expected, Html.of(MathText.of(name)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-y ∂/∂x + x ∂/∂y | −<i>y</i> ∂/∂<i>x</i>; + <i>x</i> ∂/∂<i>y</i>",
        "(x - 2 y) ∂/∂x - x1^2 ∂/∂x1 | (<i>x</i> − 2 <i>y</i>) ∂/∂<i>x</i>;"
            + " − <i>x</i><sub>1</sub><sup>2</sup> ∂/∂<i>x</i><sub>1</sub>",
        "0 | 0",
        "(-x, -y, z) | (−<i>x</i>, −<i>y</i>, <i>z</i>)"
      })
  void sumsBreakOnlyBetweenTheirTerms(String sum, String expected) {
    String terms =
        Html.terms(sum)
            .replace("</span> <span class=\"term\">", "; ")
            .replace("<span class=\"term\">", "")
            .replace("</span>", "");
    assertEquals(expected, terms);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "2.04e-16, 2.0e−16",
    "0.0123, 0.012",
    "0.5, 0.50",
    "1234, 1200",
    "-3e-7, −3.0e−7",
    "9.97e-4, 0.0010",
    "NaN, –",
    "Infinity, ∞"
  })
  void sizesAreRoundedToTwoFigures(double value, String expected) {
    assertEquals(expected, UncertainNumber.size(value, 2));
  }

  @Test
  void namesOfVariablesAreTypesetOnlyIfTheyAreSymbols() {
    assertEquals("<i>x</i><sub>1</sub>", Html.of(MathText.label("x_1")));
    assertEquals("time (s)", Html.of(MathText.label("time (s)")));
    assertEquals("a-b^2", Html.of(MathText.label("a-b^2")));
  }

  @Test
  void longTextEndsInAnEllipsisWithinItsRoom() {
    RichText fitted = MathText.of("wavelength_of_light^2 times more").fitted(8, 60);
    assertTrue(fitted.width(8) <= 60);
    assertTrue(Html.of(fitted).endsWith("…"));
  }

  @Test
  void whatIsEmptyFitsWhereThereIsNoRoom() {
    assertEquals("", Html.of(RichText.plain("").fitted(8, -20)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0         | 20          | 0          | 0   | x",
        "1900      | 1920        | 0          | 0   | x",
        "-0.013    | 0.013       | 0          | 0   | x",
        "1e-12     | 5e-12       | 0          | -12 | x / 10<sup>−12</sup>",
        "0         | 250000      | 0          | 5   | x / 10<sup>5</sup>",
        "1.7e9     | 1700000008  | 1700000000 | 0   | x − 1700000000",
        "999999    | 1000001     | 999999     | 0   | x − 999999",
        "-300.00005 | -299.9999 | -300 | -4 | (x + 300) / 10<sup>−4</sup>",
      })
  void theNameOfAnAxisSaysWhatItsLabelsLeaveOut(
      double min, double max, double offset, int exponent, String name) {
    Counting counting = Counting.of(Scale.linear(new Range(min, max), 0, 100));
    assertEquals(new Counting(offset, exponent), counting);
    assertEquals(name, Html.of(counting.complete(RichText.plain("x"))));
    assertEquals(max, counting.value(counting.counted(max)), 1e-9 * (max - min));
  }

  @Test
  void marksOfALinearAxisAreShortAndDiffer() {
    assertEquals("−0.005", TickLabel.of(-0.005));
    assertEquals("0", TickLabel.of(1e-17));
    assertEquals("99999.5", TickLabel.of(99999.5));
  }

  @Test
  void marksOfALogarithmicAxisArePowersOfTenBeyondAThousand() {
    assertEquals("0.1", TickLabel.logarithmic(0.1));
    assertEquals("1e−5", TickLabel.logarithmic(1e-5));
    assertEquals("2e4", TickLabel.logarithmic(2e4));
  }

  @Test
  void piecesOfACurveAreJoinedToOnePath() {
    String svg = "<g><line style=\"stroke:red\" x1=\"0\" x2=\"1\" y1=\"0\" y2=\"1.23456\"/>\n</g>";
    assertEquals("<g>\n<path style=\"stroke:red\" d=\"M0 0L1 1.23\"/>\n</g>", SvgLines.joined(svg));
    String two =
        "<line style=\"a\" x1=\"0\" x2=\"1\" y1=\"0\" y2=\"0\"/>"
            + "<line style=\"a\" x1=\"1\" x2=\"2\" y1=\"0\" y2=\"5\"/>"
            + "<line style=\"b\" x1=\"2\" x2=\"3\" y1=\"5\" y2=\"5\"/>";
    assertEquals(
        "\n<path style=\"a\" d=\"M0 0L1 0L2 5\"/>\n<path style=\"b\" d=\"M2 5L3 5\"/>",
        SvgLines.joined(two));
  }
}
