package io.github.sindy4j;

import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.regress.EnsembleFit;
import io.github.sindy4j.regress.Outcome;
import java.util.List;

/**
 * What many fits to resampled data say beside the one to all data. A term that is found in all of
 * them does not hang on a few samples; one that is found in some is a matter of chance.
 *
 * @param found every model, W n×p, in the order of the draws
 * @param seed where the draws came from
 */
public record ModelEnsemble(EnsembleFit found, long seed) {
  /** W of every model that satisfies what was demanded. */
  public List<Matrix> models() {
    return found.models().stream()
        .filter(model -> !(model.outcome() instanceof Outcome.Infeasible))
        .map(model -> model.coefficients())
        .toList();
  }

  /** In which part of the models each coefficient is not zero, n×p. */
  public Matrix inclusion() {
    return found.inclusion();
  }

  /** The 2.5 % quantile of each coefficient over the models, zeros included, n×p. */
  public Matrix lower() {
    return found.quantile(0.025);
  }

  /** The median of each coefficient. */
  public Matrix median() {
    return found.median();
  }

  /** The 97.5 % quantile. */
  public Matrix upper() {
    return found.quantile(0.975);
  }
}
