package io.github.sindy4j.linalg;

import org.ojalgo.matrix.decomposition.Eigenvalue;

/**
 * The eigenvalues λ = a + i b of a square matrix, each as often as it is a root.
 *
 * @param real a
 * @param imaginary b; for each b ≠ 0 there is −b too
 */
public record Eigenvalues(Vec real, Vec imaginary) {
  /** Of any square matrix. */
  public static Eigenvalues of(Matrix a) {
    Shape.requireEqual("Eigenvalues: columns", a.rows(), a.cols());
    Eigenvalue<Double> decomposed = Eigenvalue.R064.make(a.rows(), false);
    decomposed.decompose(Store.of(a));
    double[] real = new double[a.rows()];
    double[] imaginary = new double[a.rows()];
    for (int i = 0; i < real.length; i++) {
      real[i] = decomposed.getEigenvalues().get(i).getReal();
      imaginary[i] = decomposed.getEigenvalues().get(i).getImaginary();
    }
    return new Eigenvalues(Vec.adopt(real), Vec.adopt(imaginary));
  }

  /** Of a symmetric matrix, all real. */
  public static Vec symmetric(Matrix a) {
    Shape.requireEqual("Eigenvalues: columns", a.rows(), a.cols());
    if (a.rows() == 0) {
      return Vec.zeros(0);
    }
    Eigenvalue<Double> decomposed = Eigenvalue.R064.make(a.rows(), true);
    decomposed.decompose(Store.of(a));
    double[] real = new double[a.rows()];
    for (int i = 0; i < real.length; i++) {
      real[i] = decomposed.getD().doubleValue(i, i);
    }
    return Vec.adopt(real);
  }
}
