package io.github.sindy4j.conservation;

import io.github.sindy4j.basis.Expression;
import io.github.sindy4j.linalg.Block;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Spectrum;
import io.github.sindy4j.linalg.TriangularFold;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.symmetry.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The constant Ω = −Ωᵀ for which F is Hamiltonian, d(i_F Ω) = 0: Ω DF + DFᵀ Ω = 0 at every point, a
 * linear condition on Ω. Canonical pairings are special Ω, others differ by a linear change of
 * coordinates.
 */
final class SymplecticForms {
  /** Below this ratio of its singular values a form counts as degenerate. */
  private static final double DEGENERATE = 1e-6;

  private static final int MOST_STATES = 12;

  private final JacobianSamples samples;
  private final double tolerance;
  private final int n;
  private final double size;
  private final Optional<Matrix> form;

  SymplecticForms(JacobianSamples samples, double tolerance) {
    this.samples = samples;
    this.tolerance = tolerance;
    this.n = samples.dynamics().dimension();
    this.size = samples.rms(here -> here.slopes().norm());
    this.form = n % 2 == 0 ? find() : Optional.empty();
  }

  Trait trait() {
    if (form.isPresent()) {
      Matrix omega = form.get();
      return new Trait("Hamiltonian", Verdict.HELD, defect(scaled(omega)), text(omega));
    } else if (n % 2 != 0) {
      return broken(1, "the number of states is odd: %d".formatted(n));
    } else if (n > MOST_STATES) {
      return broken(1, "not canonical; other forms are not sought for more than 12 states");
    }
    Spectrum spectrum = spectrum();
    return spectrum.upTo(tolerance) > 0
        ? broken(1, "every constant form that it keeps is degenerate")
        : broken(spectrum.values().first(), "no constant form Ω makes Ω DF symmetric");
  }

  private static Trait broken(double defect, String text) {
    return new Trait("Hamiltonian", Verdict.BROKEN, defect, text);
  }

  /** A form that F keeps and that is not degenerate: canonical where it can be. */
  Optional<Matrix> form() {
    return form;
  }

  private Optional<Matrix> find() {
    List<String> states = samples.dynamics().states();
    return Stream.of(Pairing.halves(states), Pairing.consecutive(states))
        .map(this::canonical)
        .filter(omega -> defect(scaled(omega)) <= tolerance)
        .findFirst()
        .or(() -> n > MOST_STATES ? Optional.empty() : general());
  }

  private String text(Matrix form) {
    List<String> states = samples.dynamics().states();
    for (Pairing pairing : List.of(Pairing.halves(states), Pairing.consecutive(states))) {
      if (form.equals(canonical(pairing))) {
        return "canonical with the pairs " + pairing;
      }
    }
    StringBuilder text = new StringBuilder("after a linear change of coordinates, Ω =");
    for (int i = 0; i < n; i++) {
      for (int j = i + 1; j < n; j++) {
        double w = form.get(i, j);
        if (w != 0) {
          text.append(w < 0 ? " - " : text.charAt(text.length() - 1) == '=' ? " " : " + ")
              .append(Math.abs(w) == 1 ? "" : Expression.number(Math.abs(w)) + " ")
              .append("d%s∧d%s".formatted(states.get(i), states.get(j)));
        }
      }
    }
    return text.toString();
  }

  /** Ω(q, p) = 1. */
  private Matrix canonical(Pairing pairing) {
    double[] form = new double[n * n];
    for (int k = 0; k < pairing.positions().size(); k++) {
      int q = pairing.positions().get(k);
      int p = pairing.momenta().get(k);
      form[q * n + p] = 1;
      form[p * n + q] = -1;
    }
    return Matrix.adopt(n, n, form);
  }

  /** A form of the null space that is not degenerate, in the coordinates of the user. */
  private Optional<Matrix> general() {
    Spectrum spectrum = spectrum();
    List<Vec> space = new ArrayList<>();
    for (int k = 0; k < spectrum.upTo(tolerance); k++) {
      space.add(spectrum.directions().col(k));
    }
    GradedBasis basis = new GradedBasis(spectrum.values().map(any -> 1));
    basis.extend(space);
    // If any form is not degenerate, almost every combination is not.
    return Stream.of(0.0, 1.0, 2.0)
        .map(bend -> skew(combination(basis.vectors(), bend)))
        .filter(SymplecticForms::isRegular)
        .findFirst()
        .map(this::unscaled);
  }

  private Vec combination(List<Vec> vectors, double bend) {
    Vec sum = Vec.zeros(n * (n - 1) / 2);
    for (int k = 0; k < vectors.size(); k++) {
      sum = sum.plus(vectors.get(k).times(1 + bend * k));
    }
    return sum;
  }

  private static boolean isRegular(Matrix form) {
    Spectrum spectrum = Spectrum.of(form);
    return spectrum.values().first() > DEGENERATE * spectrum.largest();
  }

  private Matrix skew(Vec upper) {
    double[] form = new double[n * n];
    int k = 0;
    for (int i = 0; i < n; i++) {
      for (int j = i + 1; j < n; j++) {
        form[i * n + j] = upper.get(k);
        form[j * n + i] = -upper.get(k++);
      }
    }
    return Matrix.adopt(n, n, form);
  }

  /** s_i s_j Ω_ij. */
  private Matrix scaled(Matrix form) {
    double[] scaled = form.toArray();
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        scaled[i * n + j] *= samples.region().halfWidth(i) * samples.region().halfWidth(j);
      }
    }
    return Matrix.adopt(n, n, scaled);
  }

  /** Ω_ij/(s_i s_j), its largest entry 1, entries of no weight dropped. */
  private Matrix unscaled(Matrix form) {
    double[] entries = form.toArray();
    double weight = Vec.of(entries).maxAbs();
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double entry = entries[i * n + j];
        entries[i * n + j] =
            Math.abs(entry) <= tolerance * weight
                ? 0
                : entry / (samples.region().halfWidth(i) * samples.region().halfWidth(j));
      }
    }
    double largest = Vec.of(entries).maxAbs();
    return Matrix.adopt(n, n, entries).map(v -> tidy(v / largest));
  }

  private static double tidy(double v) {
    return new java.math.BigDecimal(v).round(new java.math.MathContext(12)).doubleValue();
  }

  /** rms|Ω DF + DFᵀ Ω| / (‖Ω‖ rms|DF|), entries above the diagonal. */
  private double defect(Matrix form) {
    double whole = form.norm() / Math.sqrt(2) * size;
    return whole == 0
        ? 0
        : samples.rms(here -> Vec.adopt(above(form.times(here.slopes()))).norm()) / whole;
  }

  /** The entries above the diagonal of K − Kᵀ. */
  private double[] above(Matrix k) {
    double[] above = new double[n * (n - 1) / 2];
    int at = 0;
    for (int i = 0; i < n; i++) {
      for (int j = i + 1; j < n; j++) {
        above[at++] = k.get(i, j) - k.get(j, i);
      }
    }
    return above;
  }

  /** Ω ↦ Ω DF + DFᵀ Ω: one column for each Ω_ab, a < b, beside ‖Ω‖ rms|DF|. */
  private Spectrum spectrum() {
    int pairs = n * (n - 1) / 2;
    TriangularFold fold = new TriangularFold(pairs);
    double scale = size == 0 ? 1 : 1 / (size * Math.sqrt(samples.at().size()));
    for (JacobianSamples.At here : samples.at()) {
      double[][] columns = new double[pairs][];
      int column = 0;
      for (int a = 0; a < n; a++) {
        for (int b = a + 1; b < n; b++) {
          double[] upper = new double[pairs];
          upper[column] = scale;
          columns[column++] = above(skew(Vec.adopt(upper)).times(here.slopes()));
        }
      }
      fold.fold(Block.of(Matrix.ofColumns(columns)));
    }
    return Spectrum.of(fold.triangle());
  }
}
