package io.github.sindy4j.derivative;

import io.github.sindy4j.derivative.WeightSearch.Score;

/**
 * How many terms of an orthonormal series to keep: that of least C_L or cross-validation, the
 * squared residual being the energy of all terms that are left out.
 *
 * @param count the highest term that is kept
 * @param score of the choice; −∞ for a given number
 * @param variance of the noise: known, or the energy of what is left by its degrees of freedom
 */
record TermsSearch(int count, double score, double variance) {
  /**
   * Chooses.
   *
   * @param energies of term 0, 1, …
   * @param rest energy beyond the last term
   * @param parameters of every term but the first, which has one
   * @param most the highest term that may be chosen
   */
  static TermsSearch of(
      Terms terms, double[] energies, double rest, int samples, int parameters, int most) {
    Weight weight =
        terms instanceof Terms.OfNoise known ? Weight.ofNoise(known.sigma()) : Weight.automatic();
    int given =
        terms instanceof Terms.Count count ? Math.min(count.number(), energies.length - 1) : -1;
    double[] beyond = new double[energies.length];
    beyond[energies.length - 1] = rest;
    for (int k = energies.length - 1; k > 0; k--) {
      beyond[k - 1] = beyond[k] + energies[k];
    }
    TermsSearch best = new TermsSearch(0, Double.POSITIVE_INFINITY, 0);
    for (int k = 1; k < energies.length && k <= Math.max(most, given); k++) {
      double left = beyond[k];
      double freedom = Math.min(samples - 0.5, 1.0 + parameters * k);
      double score =
          k == given
              ? Double.NEGATIVE_INFINITY
              : Score.of(weight, samples, 1, left, freedom).score();
      if (k == given || (given < 0 && score < best.score())) {
        double variance =
            terms instanceof Terms.OfNoise known
                ? known.sigma() * known.sigma()
                : left / (samples - freedom);
        best = new TermsSearch(k, score, variance);
      }
    }
    return best;
  }
}
