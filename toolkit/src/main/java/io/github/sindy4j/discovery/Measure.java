package io.github.sindy4j.discovery;

import io.github.sindy4j.algebra.Generator;
import io.github.sindy4j.basis.Library;
import io.github.sindy4j.linalg.Block;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.notice.BadSetting;
import io.github.sindy4j.symmetry.LieDerivative;
import io.github.sindy4j.symmetry.Region;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What the mean of a function is taken over: the region, exactly, or points in it.
 *
 * @param region the box, which also gives the units of the coordinates
 * @param points one a row; empty for the exact mean over the region
 */
record Measure(Region region, Optional<Matrix> points) {
  private static final int LEAST_POINTS = 200;

  /**
   * Exact where library and candidates are polynomials; else at the subject's points, or at as many
   * generic ones as are unisolvent for p terms and q candidates together. Points at which a
   * function is not defined are left out.
   */
  static Measure of(Subject subject, List<Generator> candidates) {
    boolean exact =
        LieDerivative.isExactFor(subject.library())
            && candidates.stream().allMatch(xi -> xi.polynomials().isPresent());
    if (exact) {
      return new Measure(subject.region(), Optional.empty());
    }
    int needed = 4 * (subject.library().size() + candidates.size());
    Matrix all =
        subject.points().orElseGet(() -> subject.region().points(Math.max(LEAST_POINTS, needed)));
    Matrix defined = defined(all, subject, candidates);
    if (defined.rows() == 0) {
      throw new BadSetting(
          "nowhere-defined",
          "region",
          "the model or a candidate is not defined at any of " + all.rows() + " points",
          "Give a region, or points, where every function has a value");
    }
    return new Measure(subject.region(), Optional.of(defined));
  }

  private static Matrix defined(Matrix points, Subject subject, List<Generator> candidates) {
    List<Library> libraries = new ArrayList<>();
    libraries.add(subject.library());
    for (Generator xi : candidates) {
      libraries.add(Library.of(xi.variables(), xi.components()));
    }
    Block x = Block.of(points);
    boolean[] finite = new boolean[points.rows()];
    Arrays.fill(finite, true);
    for (Library library : libraries) {
      Block values = new Block(points.rows(), Math.max(1, library.size()));
      library.evaluate(x, values);
      for (int j = 0; j < library.size(); j++) {
        for (int l = 0; l < finite.length; l++) {
          finite[l] &= Double.isFinite(values.get(l, j));
        }
      }
    }
    return points.rowsAt(IntStream.range(0, finite.length).filter(l -> finite[l]).toArray());
  }

  /** The operator that takes the mean so. */
  LieDerivative derivative(Library library) {
    return points
        .map(x -> LieDerivative.sampled(library, x))
        .orElseGet(() -> LieDerivative.exact(library, region));
  }

  /** These factors for the outputs. */
  OutputUnits units(Vec factors) {
    return new OutputUnits(factors, isExact());
  }

  /** The function with further outputs 0, and room for {@code rows} coordinates. */
  Vec widened(Vec function, int outputs, int newOutputs, int rows) {
    double[] values = new double[rows];
    for (int k = 0; k < function.size(); k++) {
      int at = isExact() ? k / outputs * newOutputs + k % outputs : k;
      values[at] = function.get(k);
    }
    return Vec.adopt(values);
  }

  boolean isExact() {
    return points.isEmpty();
  }
}
