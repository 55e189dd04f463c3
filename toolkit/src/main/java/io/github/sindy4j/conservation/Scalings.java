package io.github.sindy4j.conservation;

import io.github.sindy4j.linalg.Block;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.TriangularFold;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.symmetry.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The weights w and factors c with DF diag(w) x − diag(w) F = c F: a linear condition on (w, c),
 * which holds term by term: w·α − wᵢ = c for every x^α in Fᵢ.
 */
final class Scalings {
  private final List<Scaling> basis = new ArrayList<>();
  private final double least;

  Scalings(JacobianSamples samples, double tolerance) {
    int n = samples.dynamics().dimension();
    DefectForm form = form(samples);
    Vec scales = form.scales();
    List<Integer> all = IntStream.rangeClosed(0, n).filter(j -> scales.get(j) > 0).boxed().toList();
    DefectForm.Levels levels = form.levels(all);
    this.least = levels.defects().size() == 0 ? 1 : levels.defects().first();
    SimpleCoefficients numbers = new SimpleCoefficients(form::defect, tolerance);
    GradedBasis readable = new GradedBasis(scales);
    for (Vec u : readable.extend(levels.upTo(tolerance))) {
      Vec simple = numbers.scaled(u, scales);
      basis.add(new Scaling(samples.dynamics().states(), simple.slice(0, n), simple.get(n)));
    }
  }

  /** [DF diag(x) − diag(F) | −F] beside the size of its parts, in scaled coordinates. */
  private static DefectForm form(JacobianSamples samples) {
    int n = samples.dynamics().dimension();
    TriangularFold sums = new TriangularFold(n + 1);
    TriangularFold parts = new TriangularFold(n + 1);
    for (JacobianSamples.At here : samples.at()) {
      double[][] rows = new double[n][n + 1];
      double[][] sizes = new double[n][n + 1];
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          double y = here.x().get(j) / samples.region().halfWidth(j);
          double moved = here.slopes().get(i, j) * y;
          double pushed = i == j ? here.rates().get(i) : 0;
          rows[i][j] = moved - pushed;
          sizes[i][j] = Math.hypot(moved, pushed);
        }
        rows[i][n] = -here.rates().get(i);
        sizes[i][n] = here.rates().get(i);
      }
      sums.fold(Block.of(Matrix.ofRows(rows)));
      parts.fold(Block.of(Matrix.ofRows(sizes)));
    }
    Matrix whole = parts.triangle();
    double[] lengths = new double[(n + 1) * (n + 1)];
    for (int j = 0; j <= n; j++) {
      lengths[j * (n + 1) + j] = whole.col(j).norm();
    }
    return new DefectForm(sums.triangle(), Matrix.adopt(n + 1, n + 1, lengths));
  }

  /** A basis of the scalings, in readable numbers. */
  List<Scaling> basis() {
    return List.copyOf(basis);
  }

  Trait trait() {
    List<String> found =
        basis.stream().filter(Scaling::rescalesTime).map(Scaling::toString).toList();
    return found.isEmpty()
        ? new Trait("homogeneous", Verdict.BROKEN, Math.min(1, least), none())
        : new Trait("homogeneous", Verdict.HELD, least, String.join("; ", found));
  }

  private String none() {
    return basis.isEmpty()
        ? "no scaling of states and time maps solutions to solutions"
        : "scalings keep the pace of time: "
            + String.join("; ", basis.stream().map(Scaling::toString).toList());
  }
}
