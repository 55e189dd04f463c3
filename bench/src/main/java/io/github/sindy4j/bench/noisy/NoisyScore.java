package io.github.sindy4j.bench.noisy;

import io.github.sindy4j.linalg.LargestSingularValue;
import io.github.sindy4j.linalg.Matrix;

/**
 * An answer Ξ beside the truth Ξ*, over all equations. A coefficient counts when |c| &gt; 1e-10.
 *
 * @param right terms that are there and found
 * @param wrong terms that are found and not there
 * @param missed terms that are there and not found
 * @param absent terms that are neither
 * @param covered of the right ones, those whose 95 % interval holds the true value
 * @param error ‖Ξ − Ξ*‖ / ‖Ξ*‖ in Frobenius' norm
 * @param spectral the same in the spectral norm
 * @param rms √ of the mean of (c − c*)² over the terms that are there
 */
record NoisyScore(
    int right,
    int wrong,
    int missed,
    int absent,
    int covered,
    double error,
    double spectral,
    double rms) {
  private static final double COUNTS = 1e-10;

  static NoisyScore of(Matrix truth, NoisyAnswer answer) {
    Matrix found = answer.coefficients();
    int[] counts = new int[4];
    int covered = 0;
    double squares = 0;
    for (int i = 0; i < truth.rows(); i++) {
      for (int j = 0; j < truth.cols(); j++) {
        boolean there = Math.abs(truth.get(i, j)) > COUNTS;
        boolean seen = Math.abs(found.get(i, j)) > COUNTS;
        double off = Math.abs(found.get(i, j) - truth.get(i, j));
        counts[(there ? 0 : 1) + (seen ? 0 : 2)]++;
        covered += there && seen && off <= answer.halfWidths().get(i, j) ? 1 : 0;
        squares += there ? off * off : 0;
      }
    }
    Matrix difference = found.minus(truth);
    return new NoisyScore(
        counts[0],
        counts[1],
        counts[2],
        counts[3],
        covered,
        difference.norm() / truth.norm(),
        LargestSingularValue.of(difference.transpose())
            / LargestSingularValue.of(truth.transpose()),
        Math.sqrt(squares / (counts[0] + counts[2])));
  }

  /** TP / (TP + FP + FN). */
  double ratio() {
    return (double) right / (right + wrong + missed);
  }

  /** Whether the set of terms is right in every equation. */
  boolean exact() {
    return wrong + missed == 0;
  }
}
