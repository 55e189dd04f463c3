package io.github.sindy4j.conservation;

import io.github.sindy4j.basis.Expression;
import io.github.sindy4j.basis.Library;
import io.github.sindy4j.linalg.Block;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Spectrum;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.notice.BadSetting;
import io.github.sindy4j.symmetry.Region;
import io.github.sindy4j.symmetry.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** One run of a search: samples until the answer stays when they are doubled, then a basis. */
final class ConservationSearch {
  /** Gradients are compared at this many points. */
  private static final int RANK_POINTS = 12;

  private static final int MOST_DOUBLINGS = 5;

  private final Conservation settings;
  private final Dynamics dynamics;
  private final Library candidates;
  private final Region region;
  private final List<Matrix> given;
  private final List<Integer> orders;

  ConservationSearch(
      Conservation settings,
      Dynamics dynamics,
      Library candidates,
      Region region,
      List<Matrix> given) {
    if (!candidates.variables().equals(dynamics.states())
        || region.dimension() != dynamics.dimension()) {
      throw new IllegalArgumentException(
          "Conservation: candidates over %s and a region of dimension %d for the states %s"
              .formatted(candidates.variables(), region.dimension(), dynamics.states()));
    }
    this.settings = settings;
    this.dynamics = dynamics;
    this.candidates = candidates;
    this.region = region;
    this.given = given;
    this.orders =
        candidates.terms().stream().map(t -> CandidateQuantities.order(t.expression())).toList();
  }

  /** Samples, and what they say: enough when twice as many say the same. */
  private record Look(
      QuantitySamples samples, DefectForm form, List<Integer> kept, DefectForm.Levels levels) {
    int count(double tolerance) {
      return levels.upTo(levels.cut(tolerance)).size();
    }
  }

  ConservedQuantities run() {
    Look look = look();
    Optional<ExactQuantities> exact =
        settings.exact() ? ExactQuantities.of(dynamics, candidates) : Optional.empty();
    List<Integer> kept = exact.map(ExactQuantities::kept).orElse(look.kept());
    List<Vec> basis = exact.map(ExactQuantities::basis).orElseGet(() -> basis(look));
    List<ConservedQuantity> quantities = quantities(basis, look, exact.isPresent());
    List<String> dependent =
        IntStream.range(0, candidates.size())
            .filter(j -> !kept.contains(j))
            .mapToObj(j -> candidates.termNames().get(j))
            .toList();
    return new ConservedQuantities(
        candidates,
        exact.isPresent(),
        look.levels().defects(),
        quantities,
        independent(quantities, look.samples()),
        dependent,
        look.samples().size(),
        settings.tolerance());
  }

  /** The one candidate, whatever its defect. */
  ConservedQuantity judge() {
    Look look = look();
    BadSetting.require(
        !look.kept().isEmpty(),
        "conserved quantity",
        candidates.termNames().get(0) + " is constant in the region",
        "Give a function that changes with the states");
    return quantity(Vec.of(1), look, false, new Compositions(0));
  }

  private Look look() {
    int count = 4 * candidates.size() + 60;
    Look look = look(count);
    for (int k = 0; k < MOST_DOUBLINGS; k++) {
      count *= 2;
      Look next = look(count);
      boolean same =
          next.kept().equals(look.kept())
              && next.count(settings.tolerance()) == look.count(settings.tolerance());
      boolean exhausted = next.samples().size() == look.samples().size();
      look = next;
      if (same || exhausted) {
        break;
      }
    }
    return look;
  }

  private Look look(int count) {
    QuantitySamples samples = samples(count);
    DefectForm form = samples.form();
    List<Integer> kept = form.independent();
    return new Look(samples, form, kept, form.levels(kept));
  }

  private QuantitySamples samples(int count) {
    if (!given.isEmpty()) {
      Matrix points = given.get(0);
      int step = Math.max(1, points.rows() / count);
      int[] picked = IntStream.range(0, points.rows()).filter(l -> l % step == 0).toArray();
      return fit(QuantitySamples.at(points.rowsAt(picked), dynamics, candidates, region, count), 1);
    }
    for (int tried = 2 * count; ; tried *= 4) {
      Matrix points = region.points(tried);
      QuantitySamples samples = QuantitySamples.at(points, dynamics, candidates, region, count);
      if (samples.size() == count || tried >= 128 * count) {
        return fit(samples, count);
      }
    }
  }

  private QuantitySamples fit(QuantitySamples samples, int least) {
    BadSetting.require(
        samples.size() >= least,
        "conserved quantities",
        "model and candidates ("
            + String.join(", ", candidates.termNames())
            + ") have finite values at "
            + samples.size()
            + " points of the region only",
        "Give a region, or points, in which all of them are defined");
    return samples;
  }

  /** Order by order: a quantity of low order is found as itself, before what contains it. */
  private List<Vec> basis(Look look) {
    GradedBasis basis = new GradedBasis(look.form().scales());
    List<Vec> found = new ArrayList<>();
    double cut = look.levels().cut(settings.tolerance());
    SimpleCoefficients numbers = new SimpleCoefficients(look.form()::defect, settings.tolerance());
    for (int order : look.kept().stream().map(orders::get).distinct().sorted().toList()) {
      List<Integer> upTo = look.kept().stream().filter(j -> orders.get(j) <= order).toList();
      List<Vec> space = look.form().levels(upTo).upTo(cut);
      for (Vec added : basis.extend(space)) {
        found.add(numbers.scaled(added, look.form().scales()));
      }
    }
    return found;
  }

  private List<ConservedQuantity> quantities(List<Vec> basis, Look look, boolean exact) {
    Compositions compositions = new Compositions(orders.stream().reduce(0, Math::max));
    return basis.stream()
        .sorted(Comparator.comparingInt(this::order).thenComparing(ConservationSearch::reading))
        .map(c -> quantity(c, look, exact, compositions))
        .filter(quantity -> settings.products() || !quantity.composed())
        .toList();
  }

  private int order(Vec c) {
    return IntStream.range(0, c.size()).filter(j -> c.get(j) != 0).map(orders::get).max().orElse(0);
  }

  /** Orders quantities by their first functions. */
  private static String reading(Vec c) {
    return IntStream.range(0, c.size())
        .filter(j -> c.get(j) != 0)
        .mapToObj("%05d"::formatted)
        .collect(Collectors.joining());
  }

  private ConservedQuantity quantity(Vec c, Look look, boolean exact, Compositions compositions) {
    Expression h = candidates.combination(c);
    double defect = exact ? 0 : look.form().defect(c);
    double change = change(c, look);
    int order = order(c);
    Vec values = look.samples().values().apply(c);
    boolean composed = compositions.isComposed(values, order, Math.max(1e-7, 10 * defect));
    return new ConservedQuantity(
        h,
        c,
        defect,
        change,
        order,
        Percentiles.spread(values),
        composed,
        Verdict.of(defect, change, settings.tolerance()));
  }

  /** max over |u| ≤ 1 of rms(∇h·δF_u)/rms(|∇h| |F|), δF_u = the model of freedom · u. */
  private double change(Vec c, Look look) {
    int k = dynamics.freedom().cols();
    if (k == 0) {
      return 0;
    }
    QuantitySamples samples = look.samples();
    Matrix gradients = samples.gradients(c);
    Block theta = new Block(samples.size(), dynamics.library().size());
    dynamics.library().evaluate(Block.of(samples.points()), theta);
    double scale = Math.sqrt(samples.size()) * look.form().m().apply(c).norm();
    int p = dynamics.library().size();
    double[] entries = new double[samples.size() * k];
    for (int l = 0; l < samples.size(); l++) {
      for (int i = 0; i < dynamics.dimension(); i++) {
        double slope = gradients.get(l, i) / region.halfWidth(i) / scale;
        for (int j = 0; j < p; j++) {
          for (int d = 0; d < k; d++) {
            double direction = dynamics.freedom().get(i * p + j, d);
            // A direction that leaves a term alone does not care where it is infinite.
            entries[l * k + d] += direction == 0 ? 0 : slope * theta.get(l, j) * direction;
          }
        }
      }
    }
    return Spectrum.of(Matrix.adopt(samples.size(), k, entries)).largest();
  }

  /** The largest rank of (∇h₁ … ∇h_d), each of length 1, over some generic points. */
  private int independent(List<ConservedQuantity> quantities, QuantitySamples samples) {
    if (quantities.isEmpty()) {
      return 0;
    }
    double worst = quantities.stream().mapToDouble(ConservedQuantity::defect).max().orElse(0);
    double limit = Math.max(1e-8, 10 * worst);
    List<Matrix> gradients =
        quantities.stream().map(q -> samples.gradients(q.coefficients())).toList();
    int best = 0;
    for (int k = 0; k < RANK_POINTS; k++) {
      int l = k * (samples.size() - 1) / RANK_POINTS;
      double[][] rows =
          gradients.stream()
              .map(g -> g.row(l))
              .map(g -> g.times(1 / (g.norm() == 0 ? 1 : g.norm())).toArray())
              .toArray(double[][]::new);
      Spectrum spectrum = Spectrum.of(Matrix.ofRows(rows));
      int rank = dynamics.dimension() - spectrum.upTo(limit * spectrum.largest());
      best = Math.max(best, rank);
    }
    return best;
  }
}
