package io.github.sindy4j.datasets.recovery;

import io.github.sindy4j.linalg.Vec;

/**
 * The coefficients of one F, multiplied out. Draws from the generator in the order of the published
 * experiment: the coefficients of φ, then the uₖ or cₖ.
 */
final class PlantedFunction {
  private final Monomials monomials;

  private PlantedFunction(Monomials monomials) {
    this.monomials = monomials;
  }

  /** One coefficient for each monomial. */
  static double[] draw(RecoveryFamily family, Monomials monomials, MersenneTwister random) {
    Monomials outer = new Monomials(family.r(), family.degree());
    double[] weights = new double[outer.size()];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = random.uniform();
    }
    return new PlantedFunction(monomials).composed(outer, weights, inner(family, random));
  }

  /** yₖ = constant + linearᵀx + square xᵀx. */
  private record Inner(double constant, Vec linear, double square) {}

  private static Inner[] inner(RecoveryFamily family, MersenneTwister random) {
    int m = family.m();
    int r = family.r();
    Inner[] inner = new Inner[r];
    if (family.kind() == RecoveryFamily.Kind.QUAD_SE) {
      for (int k = 0; k < r; k++) {
        double[] linear = new double[m];
        double constant = 0;
        for (int i = 0; i < m; i++) {
          double centre = random.uniform(-1, 1);
          linear[i] = -2 * centre;
          constant += centre * centre;
        }
        inner[k] = new Inner(constant, Vec.adopt(linear), 1);
      }
      return inner;
    }
    double[] normal = new double[m * r];
    for (int i = 0; i < normal.length; i++) {
      normal[i] = random.normal();
    }
    double[][] rows = OrthonormalRows.of(normal, m, r);
    for (int k = 0; k < r; k++) {
      inner[k] = new Inner(0, Vec.adopt(rows[k]), 0);
    }
    return inner;
  }

  /** Σ weight · Π yₖ, each product of the yₖ from that of its parent. */
  private double[] composed(Monomials outer, double[] weights, Inner[] inner) {
    double[] sum = new double[monomials.size()];
    double[][] products = new double[outer.size()][];
    for (int i = 0; i < products.length; i++) {
      if (i == 0) {
        products[0] = new double[monomials.size()];
        products[0][0] = 1;
      } else {
        products[i] = times(products[outer.parent(i)], inner[outer.last(i)]);
      }
      for (int f = 0; f < sum.length; f++) {
        sum[f] += weights[i] * products[i][f];
      }
    }
    return sum;
  }

  private double[] times(double[] polynomial, Inner y) {
    double[] product = new double[polynomial.length];
    for (int f = 0; f < product.length; f++) {
      double value = polynomial[f];
      if (value == 0) {
        continue;
      }
      product[f] += value * y.constant();
      for (int j = 0; j < y.linear().size(); j++) {
        int raised = monomials.times(f, j);
        product[raised] += value * y.linear().get(j);
        if (y.square() != 0) {
          product[monomials.times(raised, j)] += value * y.square();
        }
      }
    }
    return product;
  }
}
