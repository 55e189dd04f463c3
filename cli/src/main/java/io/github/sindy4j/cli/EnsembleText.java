package io.github.sindy4j.cli;

import io.github.sindy4j.io.SavedEnsemble;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.model.SparseModel;
import java.util.Locale;

/** What an ensemble says of a model, in one line. */
final class EnsembleText {
  private EnsembleText() {}

  /**
   * Of 100 models: the term of the model found least often, and the other term found most often.
   */
  static String of(SavedEnsemble ensemble, SparseModel model) {
    Found least = extreme(ensemble.inclusion(), model, true);
    Found most = extreme(ensemble.inclusion(), model, false);
    return Numbers.count(ensemble.models(), "model")
        + ", the terms in at least "
        + least.text()
        + ", others in at most "
        + most.text();
  }

  private record Found(double share, String name) {
    String text() {
      return String.format(Locale.ROOT, "%.0f %%", 100 * share)
          + (name.isEmpty() ? "" : " (" + name + ")");
    }
  }

  private static Found extreme(Matrix inclusion, SparseModel model, boolean chosen) {
    Found found = new Found(chosen ? 1 : 0, "");
    for (int i = 0; i < inclusion.rows(); i++) {
      for (int j = 0; j < inclusion.cols(); j++) {
        double share = inclusion.get(i, j);
        boolean own = model.coefficients().get(i, j) != 0;
        if (own == chosen && (chosen ? share < found.share() : share > found.share())) {
          String state = model.schema().stateNames().get(i);
          found = new Found(share, state + ": " + model.library().termNames().get(j));
        }
      }
    }
    return found;
  }
}
