package io.github.sindy4j.conservation;

import io.github.sindy4j.basis.Derivatives;
import io.github.sindy4j.basis.Expression;
import io.github.sindy4j.basis.Polynomials;
import io.github.sindy4j.basis.Rounding;
import io.github.sindy4j.exact.Polynomial;
import io.github.sindy4j.exact.Rational;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.symmetry.Region;
import io.github.sindy4j.symmetry.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What DF tells at each point: whether it is constant, symmetric, and its trace. */
record DifferentialTraits(JacobianSamples samples, double tolerance) {
  /** Of numbers in formulas for people. */
  private static final int DIGITS = 4;

  /** DF constant. */
  Trait linear() {
    Matrix mean = samples.meanSlopes();
    double[] centre = mean.toArray();
    double whole = samples.rms(here -> here.slopes().norm());
    double varying =
        samples.rms(here -> Vec.adopt(here.slopes().toArray()).minus(Vec.of(centre)).norm());
    double defect = whole == 0 ? 0 : varying / whole;
    return trait(
        "linear",
        defect,
        "F(x) = A x + a",
        text("DF changes over the region by %.3g of its size", defect));
  }

  /** DF symmetric. */
  Trait gradient() {
    Region region = samples.region();
    double skew = 0;
    double whole = 0;
    for (JacobianSamples.At here : samples.at()) {
      for (int i = 0; i < region.dimension(); i++) {
        for (int j = 0; j < region.dimension(); j++) {
          // Second derivatives of V, s_i s_j ∂²V/∂x_i∂x_j.
          double ij = here.slopes().get(i, j) * Math.pow(region.halfWidth(i), 2);
          double ji = here.slopes().get(j, i) * Math.pow(region.halfWidth(j), 2);
          skew += (ij - ji) * (ij - ji) / 4;
          whole += ij * ij;
        }
      }
    }
    double defect = whole == 0 ? 0 : Math.sqrt(skew / whole);
    String potential =
        potential().map(v -> "F = -∇V with V = " + Rounding.of(v, DIGITS)).orElse("F = -∇V");
    return trait(
        "gradient",
        defect,
        potential,
        text("DF is not symmetric, its skew part is %.3g of its size", defect));
  }

  /** −∫ F·dx along rays from the origin: Σ −xᵢ Fᵢ^(d)/(d + 1), part by part of degree d. */
  private Optional<Expression> potential() {
    return samples
        .dynamics()
        .polynomials()
        .map(
            f -> {
              Polynomial v = Polynomial.zero(f.size());
              for (int i = 0; i < f.size(); i++) {
                v = v.plus(Polynomial.variable(f.size(), i).times(overDegrees(f.get(i))));
              }
              return Polynomials.expression(v.times(Rational.of(-1)), samples.dynamics().states());
            });
  }

  private static Polynomial overDegrees(Polynomial f) {
    Polynomial sum = Polynomial.zero(f.variables());
    for (var entry : f.coefficients().entrySet()) {
      int degree = entry.getKey().stream().mapToInt(Integer::intValue).sum();
      Rational factor = entry.getValue().dividedBy(Rational.of(degree + 1L));
      sum = sum.plus(Polynomial.monomial(entry.getKey()).times(factor));
    }
    return sum;
  }

  /** ∇·F. */
  Divergence divergence() {
    double[] values = samples.at().stream().mapToDouble(h -> trace(h.slopes())).toArray();
    double mean = 0;
    double least = Double.POSITIVE_INFINITY;
    double largest = Double.NEGATIVE_INFINITY;
    for (double v : values) {
      mean += v / values.length;
      least = Math.min(least, v);
      largest = Math.max(largest, v);
    }
    double size = size();
    Divergence.Kind kind =
        Math.max(Math.abs(least), Math.abs(largest)) <= tolerance * size
            ? Divergence.Kind.ZERO
            : largest - least <= tolerance * size
                ? Divergence.Kind.CONSTANT
                : Divergence.Kind.VARYING;
    Optional<Expression> formula = formula();
    if (kind != Divergence.Kind.VARYING && formula.isPresent()) {
      // A sum of numbers, exact where the coefficients are simple fractions.
      mean = formula.get() instanceof Expression.Num number ? number.value() : mean;
    }
    String text =
        formula.map(e -> Rounding.of(e, DIGITS).toString()).orElse("a function of the states");
    return new Divergence(kind, mean, least, largest, text);
  }

  /** The largest size of the terms that the trace adds up. */
  private double size() {
    return samples.rms(
        here -> {
          double sum = 0;
          for (int i = 0; i < here.slopes().rows(); i++) {
            sum += Math.abs(here.slopes().get(i, i));
          }
          return sum;
        });
  }

  private Optional<Expression> formula() {
    Dynamics dynamics = samples.dynamics();
    Optional<List<Polynomial>> polynomials = dynamics.polynomials();
    if (polynomials.isPresent()) {
      Polynomial sum = Polynomial.zero(dynamics.dimension());
      for (int i = 0; i < dynamics.dimension(); i++) {
        sum = sum.plus(polynomials.get().get(i).derivative(i));
      }
      return Optional.of(Polynomials.expression(sum, dynamics.states()));
    }
    List<Expression> parts = new ArrayList<>();
    for (int i = 0; i < dynamics.dimension(); i++) {
      Derivatives.of(dynamics.rates().get(i), i).ifPresent(parts::add);
    }
    return parts.size() == dynamics.dimension()
        ? Optional.of(Derivatives.collected(parts))
        : Optional.empty();
  }

  /** ∇·F = 0. */
  Trait volumePreserving(Divergence divergence) {
    double size = size();
    double defect = size == 0 ? 0 : samples.rms(here -> trace(here.slopes())) / size;
    String found =
        divergence.kind() == Divergence.Kind.CONSTANT
            ? text(
                "volumes %s everywhere at the rate %.4g",
                divergence.mean() < 0 ? "shrink" : "grow", Math.abs(divergence.mean()))
            : text(
                "∇·F = %s lies between %.4g and %.4g in the region",
                divergence.text(), divergence.least(), divergence.largest());
    return trait("volume preserving", defect, "∇·F = 0", found);
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }

  private static double trace(Matrix slopes) {
    double sum = 0;
    for (int i = 0; i < slopes.rows(); i++) {
      sum += slopes.get(i, i);
    }
    return sum;
  }

  private Trait trait(String name, double defect, String held, String broken) {
    boolean holds = defect <= tolerance;
    return new Trait(name, holds ? Verdict.HELD : Verdict.BROKEN, defect, holds ? held : broken);
  }
}
