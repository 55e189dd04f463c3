package io.github.sindy4j.basis;

import io.github.sindy4j.notice.BadSetting;
import java.util.ArrayList;
import java.util.List;

/**
 * {sin(k s xᵢ), cos(k s xᵢ) : k = 1 … harmonics}, harmonic by harmonic, variable by variable.
 *
 * @param harmonics the largest k, at least 1
 * @param scale s, the angular frequency of the first harmonic, in radians per unit of the variable
 */
public record FourierLibrary(int harmonics, double scale) implements LibrarySpec {
  /** Checks the settings. */
  public FourierLibrary {
    BadSetting.require(
        harmonics >= 1 && harmonics <= 10_000,
        "fourier harmonics",
        "must be between 1 and 10000 but are " + harmonics,
        "Write fourier:2 for two harmonics");
    BadSetting.require(
        scale > 0 && Double.isFinite(scale),
        "fourier scale",
        "must be a positive number but is " + scale,
        "It is the angular frequency of the first harmonic");
  }

  /** Harmonics 1 … {@code harmonics} of sin x and cos x. */
  public static FourierLibrary ofHarmonics(int harmonics) {
    return new FourierLibrary(harmonics, 1);
  }

  /** The same with another angular frequency of the first harmonic. */
  public FourierLibrary withScale(double newScale) {
    return new FourierLibrary(harmonics, newScale);
  }

  @Override
  public List<Expression> terms(List<String> variables) {
    ScalarFunction sin = ScalarFunction.STANDARD.get(0);
    ScalarFunction cos = ScalarFunction.STANDARD.get(1);
    List<Expression> terms = new ArrayList<>();
    for (int k = 1; k <= harmonics; k++) {
      for (int i = 0; i < variables.size(); i++) {
        Expression x = Expression.symbol(i, variables.get(i));
        Expression angle = Expression.product(List.of(Expression.number(k * scale), x));
        terms.add(Expression.call(sin, angle));
        terms.add(Expression.call(cos, angle));
      }
    }
    return terms;
  }

  @Override
  public long size(int variables) {
    return 2L * harmonics * variables;
  }

  @Override
  public String text() {
    return "fourier:" + harmonics + (scale == 1 ? "" : ",scale=" + ExpressionText.number(scale));
  }
}
