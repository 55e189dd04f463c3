package io.github.sindy4j.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0      | 20      | 0 5 10 15 20 | x",
        "-0.013 | 0.013   | −0.010 −0.005 0.000 0.005 0.010 | x",
        "0      | 5e-6    | 0 1 2 3 4 5 | x / 10<sup>−6</sup>",
        "0      | 250000  | 0.0 0.5 1.0 1.5 2.0 2.5 | x / 10<sup>5</sup>",
        "1.7e9  | 1.7e9+8 | 0 2 4 6 8 | x − 1700000000",
      })
  void marksAreRoundNumbersAndTheAxisSaysWhatTheyLeaveOut(
      double min, String max, String labels, String name) {
    String[] sum = max.matches("[^+]*\\d\\+\\d+") ? max.split("\\+") : new String[] {max, "0"};
    Range range = new Range(min, Double.parseDouble(sum[0]) + Double.parseDouble(sum[1]));
    Ticks ticks = Ticks.linear(range, 5, false);
    assertEquals(
        List.of(labels.split(" ")),
        ticks.major().stream().map(tick -> Html.of(tick.label())).toList());
    assertEquals(name, Html.of(ticks.complete(RichText.plain("x"))));
  }

  @Test
  void aLogarithmicAxisIsMarkedAtPowersOfTen() {
    Ticks ticks = Ticks.of(Scale.log(new Range(3e-4, 2), 0, 100), 5, false);
    assertEquals(
        List.of(1e-3, 1e-2, 1e-1, 1.0), ticks.major().stream().map(Ticks.Tick::value).toList());
    assertEquals("10<sup>−3</sup>", Html.of(ticks.major().get(0).label()));
  }
}
