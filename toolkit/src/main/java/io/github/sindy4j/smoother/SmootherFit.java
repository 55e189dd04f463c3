package io.github.sindy4j.smoother;

import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.regress.FreeBlock;
import java.util.List;
import java.util.Optional;

/**
 * What the smoother found.
 *
 * @param coefficients W, n×p
 * @param freedom how the coefficients could still move: F with covariance F Fᵀ
 * @param path models on the way of backward elimination in the last round, most terms first
 * @param nearTies models one term away that are nearly as good, best first
 * @param stretches smoothed states of every piece, in order
 * @param noise σ of each state, the root mean square over its samples
 * @param laws how noise depends on the states
 * @param shares σ of each state beside the root mean square of the state: ρ, where its noise is ρ
 *     times the state
 * @param defect √q of each equation, in units of the state
 * @param order 2 m, the number of samples whose rates make one step
 * @param residualVariance s² of the whole library; 1 where it contains the dynamics
 * @param criterion χ² + log det S + pen · k
 * @param diagnosis whether the library contains the dynamics, and whether the noise is white
 * @param form what the model keeps, where it was chosen for its form
 * @param rows the whitened rows of the last round, for ensembles
 * @param rounds how many rounds the chosen run took
 * @param converged whether it came to rest
 */
public record SmootherFit(
    Matrix coefficients,
    List<FreeBlock> freedom,
    List<Alternative> path,
    List<Alternative> nearTies,
    List<Stretch> stretches,
    Vec noise,
    List<NoiseLaw> laws,
    Vec shares,
    Vec defect,
    int order,
    double residualVariance,
    double criterion,
    Diagnosis diagnosis,
    Optional<KeptForm> form,
    WhitenedRows rows,
    int rounds,
    boolean converged) {
  /** Copies the lists. */
  public SmootherFit {
    laws = List.copyOf(laws);
    freedom = List.copyOf(freedom);
    path = List.copyOf(path);
    nearTies = List.copyOf(nearTies);
    stretches = List.copyOf(stretches);
  }

  /**
   * Another model, fitted to the same whitened rows.
   *
   * @param coefficients W, n×p
   * @param freedom how they could still move
   * @param excess χ² + pen · k, less that of the chosen model
   */
  public record Alternative(Matrix coefficients, FreeBlock freedom, double excess) {}

  /**
   * Smoothed states of consecutive samples.
   *
   * @param trajectory its number in the dataset, counted from 0
   * @param from its first sample
   * @param states X, N×n
   * @param deviations standard deviations of the measured states, given the model, N×d
   */
  public record Stretch(int trajectory, int from, Matrix states, Matrix deviations) {}

  /** Standard errors of the coefficients, n×p; zero for terms that are not in the model. */
  public Matrix standardErrors() {
    double[] errors = new double[coefficients.rows() * coefficients.cols()];
    for (FreeBlock block : freedom) {
      for (int u = 0; u < block.unknowns().size(); u++) {
        errors[block.unknowns().get(u)] = block.factor().row(u).norm();
      }
    }
    return Matrix.adopt(coefficients.rows(), coefficients.cols(), errors);
  }
}
