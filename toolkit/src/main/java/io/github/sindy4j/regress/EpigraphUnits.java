package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;

/**
 * The planes ⟨a_r, origin + E ζ + H η⟩ + b_r ≤ t_g(r), and t_g ≥ 0 where these do not say so, as G
 * x ≤ g for x = (ζ′, η′, t′) in units in which everything is near 1: ζ = size ζ′, η = size u η′,
 * t_g = size κ_g t_g′.
 *
 * @param size of ζ
 * @param etaUnits u
 * @param heights κ_g, the length of the steepest plane
 * @param costs λ_g κ_g / size: what t_g′ costs beside ½ ‖ζ′‖²
 * @param planes G, first the planes
 * @param limits g
 * @param rowUnits size / κ_g for each plane, the unit of its multiplier
 */
record EpigraphUnits(
    double size, Vec etaUnits, Vec heights, Vec costs, Matrix planes, Vec limits, Vec rowUnits) {
  static EpigraphUnits of(Epigraph epigraph, QuadraticCoordinates coordinates) {
    Matrix zeta = epigraph.slopes().times(coordinates.seen());
    Matrix eta = epigraph.slopes().times(coordinates.unseen());
    Vec base = epigraph.slopes().apply(coordinates.origin()).plus(epigraph.offsets());
    double steepest = zeta.transpose().columnNorms().maxAbs();
    Vec etaUnits = unitsOf(eta, steepest > 0 ? steepest : 1);
    Matrix slopes = zeta.beside(eta.columnsTimes(etaUnits));
    Vec heights = heights(epigraph, slopes);
    double size = size(epigraph, coordinates.best(), base, heights);
    int maxima = heights.size();
    int bounds = (int) epigraph.maxima().stream().filter(m -> !m.positive()).count();
    int flat = slopes.cols();
    double[] entries = new double[(base.size() + bounds) * (flat + maxima)];
    double[] limits = new double[base.size() + bounds];
    double[] rowUnits = new double[base.size()];
    double[] costs = new double[maxima];
    int bound = base.size();
    for (int g = 0; g < maxima; g++) {
      Epigraph.Maximum maximum = epigraph.maxima().get(g);
      costs[g] = maximum.weight() * heights.get(g) / size;
      for (int r = maximum.from(); r < maximum.to(); r++) {
        for (int j = 0; j < flat; j++) {
          entries[r * (flat + maxima) + j] = slopes.get(r, j) / heights.get(g);
        }
        entries[r * (flat + maxima) + flat + g] = -1;
        limits[r] = -base.get(r) / (size * heights.get(g));
        rowUnits[r] = size / heights.get(g);
      }
      if (!maximum.positive()) {
        entries[bound++ * (flat + maxima) + flat + g] = -1;
      }
    }
    return new EpigraphUnits(
        size,
        etaUnits,
        heights,
        Vec.adopt(costs),
        Matrix.adopt(limits.length, flat + maxima, entries),
        Vec.adopt(limits),
        Vec.adopt(rowUnits));
  }

  /** The size of x. */
  int variables() {
    return planes.cols();
  }

  /** What the j-th entry of x costs. */
  double cost(int j) {
    int flat = variables() - costs.size();
    return j < flat ? 0 : costs.get(j - flat);
  }

  Vec zeta(Vec x) {
    return x.slice(0, variables() - costs.size() - etaUnits.size()).times(size);
  }

  Vec eta(Vec x) {
    int flat = variables() - costs.size();
    return x.slice(flat - etaUnits.size(), flat).timesEach(etaUnits).times(size);
  }

  /** μ ≥ 0 of the planes, from multipliers of all rows of G. */
  Vec multipliers(Vec scaled) {
    return scaled.slice(0, rowUnits.size()).map(m -> Math.max(0, m)).timesEach(rowUnits);
  }

  /** The data's size or, without data, that of the offsets. */
  private static double size(Epigraph epigraph, Vec best, Vec base, Vec heights) {
    double size = best.maxAbs();
    for (int g = 0; best.maxAbs() == 0 && g < heights.size(); g++) {
      Epigraph.Maximum maximum = epigraph.maxima().get(g);
      size = Math.max(size, base.slice(maximum.from(), maximum.to()).maxAbs() / heights.get(g));
    }
    return size > 0 ? size : 1;
  }

  private static Vec heights(Epigraph epigraph, Matrix slopes) {
    Vec lengths = slopes.transpose().columnNorms();
    double[] heights = new double[epigraph.maxima().size()];
    for (int g = 0; g < heights.length; g++) {
      Epigraph.Maximum maximum = epigraph.maxima().get(g);
      double steepest = lengths.slice(maximum.from(), maximum.to()).maxAbs();
      heights[g] = steepest > 0 ? steepest : 1;
    }
    return Vec.adopt(heights);
  }

  /** Such that the largest entry of every column becomes the same. */
  private static Vec unitsOf(Matrix columns, double entry) {
    double[] units = new double[columns.cols()];
    for (int j = 0; j < units.length; j++) {
      double most = columns.col(j).maxAbs();
      units[j] = most > 0 ? entry / most : 1;
    }
    return Vec.adopt(units);
  }
}
