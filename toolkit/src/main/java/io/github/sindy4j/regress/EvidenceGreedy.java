package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.Block;
import io.github.sindy4j.linalg.ColumnBasis;
import io.github.sindy4j.linalg.DotProduct;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Triangle;
import io.github.sindy4j.linalg.TriangularFold;
import io.github.sindy4j.notice.BadSetting;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * The terms of greatest evidence, sought by leaving out one after the other. With noise N(0, σ²),
 * known, and coefficients N(0, 1/α) before the data are seen, the evidence of a set of terms is
 *
 * <pre>
 *  log p(y) = −½ [N log 2πσ² + log det(I + G/(ασ²)) + ‖y − X m‖²/σ² + α ‖m‖²],
 *  m = argmin ‖y − X w‖²/σ² + α ‖w‖²,   G = XᵀX.
 * </pre>
 *
 * <p>With ρ = ασ² and F Fᵀ = (G + ρ I)⁻¹, leaving out term j changes −2 log p by mⱼ²/(σ²‖fⱼ‖²) +
 * log(ρ ‖fⱼ‖²): what it explains against the room that it takes. Each time the term leaves whose
 * loss costs least, until none is left; the set of greatest evidence on the way is taken, for each
 * equation. Columns and responses are scaled to mean square 1, so that α is a pure number.
 *
 * <p>σ² is the residual variance of the whole library, times N/ν where residuals are serially
 * correlated and count for ν samples, unless it is given. The chosen terms are fitted by least
 * squares; without that, the coefficients are m, the posterior mean. Equality constraints: in the
 * coefficients that they leave free.
 *
 * <p>Source: L. Fung, U. Fasel and M. Juniper, Proc. R. Soc. A 481 (2025) 20240200.
 *
 * @param precision α
 * @param noise σ in the unit of the responses; from the data when empty
 * @param scaled whether columns and responses are scaled
 * @param refit whether the chosen terms are fitted by least squares
 */
public record EvidenceGreedy(double precision, OptionalDouble noise, boolean scaled, boolean refit)
    implements SparseRegressor {
  /** Beside the mean square of a response, noise is not less than this. */
  private static final double ROUNDING = 1e-28;

  /** Checks the settings. */
  public EvidenceGreedy {
    BadSetting.require(
        precision > 0 && Double.isFinite(precision),
        "bayes precision",
        "must be a number above 0 but is " + precision,
        "1 says that a term explains about as much as there is");
    double sigma = noise.orElse(1);
    BadSetting.require(
        sigma > 0 && Double.isFinite(sigma),
        "bayes noise",
        "must be a number above 0 but is " + sigma,
        "Leave it out to have it estimated");
  }

  /** α = 1, noise from the data, scaled, refitted. */
  public static EvidenceGreedy defaults() {
    return new EvidenceGreedy(1, OptionalDouble.empty(), true, true);
  }

  /** With this α. */
  public EvidenceGreedy withPrecision(double newPrecision) {
    return new EvidenceGreedy(newPrecision, noise, scaled, refit);
  }

  /** With noise of this standard deviation in every response. */
  public EvidenceGreedy withNoise(double newNoise) {
    return new EvidenceGreedy(precision, OptionalDouble.of(newNoise), scaled, refit);
  }

  /** In the units of columns and responses as they are. */
  public EvidenceGreedy unscaled() {
    return new EvidenceGreedy(precision, noise, false, refit);
  }

  /** With the posterior mean. */
  public EvidenceGreedy withoutRefit() {
    return new EvidenceGreedy(precision, noise, scaled, false);
  }

  @Override
  public Regression solve(RegressionProblem problem) {
    return WithinConstraint.solve(problem, this::free);
  }

  private Regression free(RegressionProblem problem) {
    RegressionSummary whole = problem.data().whole();
    ColumnBasis basis = new Assembly(whole, problem.constraint()).columnBasis();
    List<List<List<Integer>>> paths = new ArrayList<>();
    int n = whole.responses();
    int[] chosen = new int[n];
    double[][] means = new double[n][whole.terms()];
    for (int i = 0; i < n; i++) {
      OneEquation equation = OneEquation.of(whole, i, basis.kept());
      double correlation = whole.samples() / problem.data().effectiveSamples().get(i);
      Descent descent = new Descent(equation, variance(equation, whole.samples(), correlation));
      descent.run();
      int longest = SupportPaths.longest(whole, equation.size());
      chosen[i] = descent.best.size();
      paths.add(
          descent.path.stream()
              .filter(terms -> terms.size() <= Math.max(longest, descent.best.size()))
              .map(equation::terms)
              .toList());
      equation.write(descent.mean, means[i]);
    }
    Regression fit =
        new SupportPaths(problem, whole, basis)
            .through(paths, chosen, new Outcome.Converged(Math.max(1, basis.kept().size())));
    return refit
        ? fit
        : new Regression(
            Matrix.ofRows(means), fit.freedom(), fit.undecided(), fit.outcome(), fit.path());
  }

  private double variance(OneEquation equation, long samples, double correlation) {
    if (noise.isPresent()) {
      return noise.getAsDouble() * noise.getAsDouble();
    }
    List<Integer> all = IntStream.range(0, equation.size()).boxed().toList();
    double squares = DotProduct.of(equation.response(), equation.response());
    double left = Math.max(equation.squaredError(all), ROUNDING * squares);
    return left / Math.max(1, samples - equation.size()) * correlation;
  }

  /** Leaving out in one equation. Mutable; for one thread. */
  private final class Descent {
    private final OneEquation equation;
    private final double variance;
    private final double[] ridge;
    private final List<List<Integer>> path = new ArrayList<>();
    private List<Integer> best = List.of();
    private double[] mean;

    Descent(OneEquation equation, double variance) {
      this.equation = equation;
      this.variance = variance;
      this.ridge = new double[equation.size()];
      this.mean = new double[equation.size()];
      Arrays.setAll(
          ridge,
          j -> {
            double unit = scaled ? equation.responseLength() : equation.length(j);
            return precision * variance / (unit * unit);
          });
    }

    void run() {
      path.add(List.of());
      if (equation.responseLength() == 0) {
        return;
      }
      path.clear();
      Elimination elimination = posterior();
      double evidence = 0;
      double greatest = Double.NEGATIVE_INFINITY;
      for (int left = equation.size(); left >= 0; left--) {
        List<Integer> active =
            IntStream.range(0, equation.size()).filter(elimination::isActive).boxed().toList();
        path.add(active);
        if (evidence > greatest) {
          greatest = evidence;
          best = active;
          mean = IntStream.range(0, mean.length).mapToDouble(elimination::value).toArray();
        }
        if (left > 0) {
          int next = cheapest(elimination, active);
          evidence -= 0.5 * cost(elimination, next);
          elimination.remove(next);
        }
      }
    }

    /** m and F of all terms. */
    private Elimination posterior() {
      int k = equation.size();
      double[] y = equation.response();
      Block rows = new Block(y.length + k, k + 1);
      rows.setRows(y.length + k);
      for (int c = 0; c <= k; c++) {
        double[] column = c < k ? equation.column(c) : y;
        System.arraycopy(column, 0, rows.values(), rows.offset(c), y.length);
        if (c < k) {
          rows.set(y.length + c, c, Math.sqrt(ridge[c]));
        }
      }
      TriangularFold fold = new TriangularFold(k + 1);
      fold.fold(rows);
      Matrix t = fold.triangle();
      int[] columns = IntStream.range(0, k).toArray();
      return new Elimination(
          Arrays.stream(columns).boxed().toList(),
          Triangle.solve(t, t.col(k).slice(0, k), k).toArray(),
          Triangle.inverse(t.rowSlice(0, k).columns(columns)));
    }

    /** The change of −2 log p when term j leaves. */
    private double cost(Elimination elimination, int j) {
      return elimination.cost(j) / variance + Math.log(ridge[j] * elimination.variance(j));
    }

    private int cheapest(Elimination elimination, List<Integer> active) {
      int best = active.get(0);
      for (int j : active) {
        best = cost(elimination, j) < cost(elimination, best) ? j : best;
      }
      return best;
    }
  }

  @Override
  public String text() {
    List<String> settings = new ArrayList<>();
    if (precision != 1) {
      settings.add("precision=" + precision);
    }
    noise.ifPresent(sigma -> settings.add("noise=" + sigma));
    if (!scaled) {
      settings.add("scaled=no");
    }
    if (!refit) {
      settings.add("refit=no");
    }
    return "bayes" + (settings.isEmpty() ? "" : ":" + String.join(",", settings));
  }
}
