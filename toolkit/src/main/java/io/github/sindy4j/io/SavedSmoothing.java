package io.github.sindy4j.io;

import io.github.sindy4j.NearTie;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.model.SparseModel;
import io.github.sindy4j.smoother.Missing;
import io.github.sindy4j.smoother.NoiseLaw;
import io.github.sindy4j.smoother.SmootherFit;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What the smoother found beside the model, as a model file holds it.
 *
 * @param noise σ of each measured state
 * @param proportional the states whose noise is in proportion to them
 * @param form the symmetric form for which the model was chosen
 * @param defect √q of each fitted equation, in units of the state
 * @param defectShares √q beside the change in a step
 * @param points how many samples make one step
 * @param rounds how many rounds the chosen run took
 * @param converged whether it came to rest
 * @param residualVariance s² of the whole library
 * @param lags of the test of whiteness
 * @param whiteness the probability of residuals that are less white, for each fitted equation
 * @param missing functions outside the library that would explain a defect
 * @param nearTies models that are nearly as good, best first
 */
public record SavedSmoothing(
    Vec noise,
    List<Proportional> proportional,
    Optional<Form> form,
    Vec defect,
    Vec defectShares,
    int points,
    int rounds,
    boolean converged,
    double residualVariance,
    int lags,
    Vec whiteness,
    List<Missing> missing,
    List<NearTie> nearTies) {
  /** Copies the lists. */
  public SavedSmoothing {
    proportional = List.copyOf(proportional);
    missing = List.copyOf(missing);
    nearTies = List.copyOf(nearTies);
  }

  /**
   * A state whose noise is in proportion to it.
   *
   * @param state its number
   * @param share σ beside the state
   */
  public record Proportional(int state, double share) {}

  /**
   * A form that nobody asked for.
   *
   * @param name such as {@code so(2) on (x,y)}
   * @param coefficients how many numbers the model has
   * @param otherCoefficients how many the best model of any form has
   * @param gain by how much its description is longer
   */
  public record Form(String name, int coefficients, int otherCoefficients, double gain) {}

  /** Everything of it that is written. */
  public static SavedSmoothing of(SmootherFit found, SparseModel model) {
    return new SavedSmoothing(
        found.noise(),
        IntStream.range(0, found.laws().size())
            .filter(i -> found.laws().get(i) == NoiseLaw.PROPORTIONAL)
            .mapToObj(i -> new Proportional(i, found.shares().get(i)))
            .toList(),
        found
            .form()
            .map(f -> new Form(f.name(), f.coefficients(), f.otherCoefficients(), f.gain())),
        found.defect(),
        found.diagnosis().shares(),
        found.order(),
        found.rounds(),
        found.converged(),
        found.residualVariance(),
        found.diagnosis().whiteness().lags(),
        found.diagnosis().whiteness().probabilities(),
        found.diagnosis().missing(),
        NearTie.of(found, model));
  }
}
