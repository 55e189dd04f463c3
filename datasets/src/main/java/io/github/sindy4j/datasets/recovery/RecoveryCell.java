package io.github.sindy4j.datasets.recovery;

import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.MatrixMap;
import io.github.sindy4j.linalg.Vec;

/**
 * All problems of one family with one operator: what does not depend on the seed is made once.
 * Immutable; for any number of threads.
 */
public final class RecoveryCell {
  private final RecoveryFamily family;
  private final RecoveryOperator operator;
  private final Monomials monomials;
  private final DerivativeTable table;
  private final MatrixMap exact;

  private RecoveryCell(RecoveryFamily family, RecoveryOperator operator) {
    this.family = family;
    this.operator = operator;
    this.monomials = new Monomials(family.m(), family.libraryDegree());
    this.table = new DerivativeTable(monomials, family.kind() != RecoveryFamily.Kind.ORTHO_T);
    this.exact = table.inLegendre();
  }

  /** Makes what all seeds share. */
  public static RecoveryCell of(RecoveryFamily family, RecoveryOperator operator) {
    return new RecoveryCell(family, operator);
  }

  /** The family. */
  public RecoveryFamily family() {
    return family;
  }

  /** The operator. */
  public RecoveryOperator operator() {
    return operator;
  }

  /**
   * The problem of one seed: function, points and, where it is sampled, operator of the published
   * experiment at that seed, to rounding.
   */
  public RecoveryProblem problem(int seed) {
    MersenneTwister random = new MersenneTwister(seed);
    Vec truth = Vec.adopt(PlantedFunction.draw(family, monomials, random));
    int m = family.m();
    int terms = monomials.size();
    double[] theta = new double[(terms + 1) * terms];
    double[] point = new double[m];
    for (int i = 0; i <= terms; i++) {
      for (int j = 0; j < m; j++) {
        point[j] = random.uniform(-1, 1);
      }
      monomials.evaluate(point, 0, theta, i * terms);
    }
    Matrix rows = Matrix.adopt(terms + 1, terms, theta);
    return new RecoveryProblem(family, seed, map(seed), truth, rows, rows.apply(truth));
  }

  private MatrixMap map(int seed) {
    if (operator == RecoveryOperator.EXACT) {
      return exact;
    }
    double[] points = new Threefry(seed).uniform((table.image() + 1) * family.m());
    for (int i = 0; i < points.length; i++) {
      points[i] = 2 * points[i] - 1;
    }
    return SampledDerivatives.at(points, monomials, table);
  }
}
