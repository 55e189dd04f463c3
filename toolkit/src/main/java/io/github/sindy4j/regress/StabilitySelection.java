package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.ColumnBasis;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.notice.BadSetting;
import io.github.sindy4j.notice.Unsupported;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * The terms that a regressor finds again and again on halves of the data: with Πᵢⱼ the part of the
 * halves on which it gives term j of equation i a coefficient, the terms with Πᵢⱼ ≥ threshold,
 * fitted by least squares to all rows.
 *
 * <p>The halves are complementary pairs of sets of folds, that is of blocks of consecutive rows:
 * their triangles are merged, no row is read again. All pairs are taken where there are at most
 * {@code draws}, otherwise so many seeded ones. For terms that the base is no likelier to choose
 * than by guessing, with probability θ = q/p, at most θ q/(2 threshold − 1) are expected among the
 * chosen (q terms chosen on average of p). Constraints: the base's, and the final fit within them;
 * a term that they hold away from zero stays.
 *
 * <p>Sources: N. Meinshausen and P. Bühlmann, J. R. Stat. Soc. B 72 (2010) 417–473; R. D. Shah and
 * R. J. Samworth, J. R. Stat. Soc. B 75 (2013) 55–80.
 *
 * @param base chooses terms on each half
 * @param threshold above ½, at most 1
 * @param draws the most pairs of halves
 * @param seed for the pairs
 */
public record StabilitySelection(SparseRegressor base, double threshold, int draws, long seed)
    implements SparseRegressor {
  /** Checks the settings. */
  public StabilitySelection {
    BadSetting.require(
        threshold > 0.5 && threshold <= 1,
        "stability threshold",
        "must be above 0.5 and at most 1 but is " + threshold,
        "0.6 to 0.9 are usual");
    BadSetting.require(
        draws >= 1, "stability draws", "must be at least 1 but are " + draws, "50 are usual");
  }

  /**
   * Sequential thresholding, whose threshold is chosen on each half; at most 50 pairs, 0.75, seed
   * 1.
   */
  public static StabilitySelection defaults() {
    return of(Stlsq.defaults());
  }

  /** Another base, the rest as in {@link #defaults}. */
  public static StabilitySelection of(SparseRegressor base) {
    return new StabilitySelection(base, 0.75, 50, 1);
  }

  /** With this threshold. */
  public StabilitySelection withThreshold(double newThreshold) {
    return new StabilitySelection(base, newThreshold, draws, seed);
  }

  /** With at most so many pairs, drawn with this seed. */
  public StabilitySelection withDraws(int newDraws, long newSeed) {
    return new StabilitySelection(base, threshold, newDraws, newSeed);
  }

  @Override
  public boolean worksOnCombinations() {
    return base.worksOnCombinations();
  }

  @Override
  public Regression solve(RegressionProblem problem) {
    RegressionSummary whole = problem.data().whole();
    ColumnBasis basis = new Assembly(whole, problem.constraint()).columnBasis();
    List<Regression> found = onHalves(problem);
    for (Regression regression : found) {
      if (regression.outcome() instanceof Outcome.Infeasible infeasible) {
        return Fits.infeasible(whole, basis.dependencies(), infeasible.reason());
      }
    }
    Outcome outcome =
        found.stream()
            .map(Regression::outcome)
            .filter(o -> !(o instanceof Outcome.Converged))
            .findFirst()
            .orElse(new Outcome.Converged(found.size()));
    try {
      List<Integer> support = stable(problem, whole, probabilities(found));
      return Fits.onSupport(problem, whole, support, basis.dependencies(), outcome, List.of());
    } catch (InfeasibleException infeasible) {
      return Fits.infeasible(whole, basis.dependencies(), String.valueOf(infeasible.getMessage()));
    }
  }

  /** Π, n×p. */
  public Matrix probabilities(RegressionProblem problem) {
    return probabilities(onHalves(problem));
  }

  private static Matrix probabilities(List<Regression> found) {
    Matrix sum = found.get(0).coefficients().map(w -> 0);
    for (Regression regression : found) {
      sum = sum.plus(1, regression.coefficients().map(w -> w != 0 ? 1 : 0));
    }
    return sum.scaled(1.0 / found.size());
  }

  /** The terms that are stable, and those that the constraint does not let go. */
  private List<Integer> stable(
      RegressionProblem problem, RegressionSummary whole, Matrix probabilities)
      throws InfeasibleException {
    double[] stability = probabilities.toArray();
    // A probability is a sum of whole numbers divided once: only its last digit is in doubt.
    double least = threshold - 1e-12;
    if (problem.constraint().isNone()) {
      return IntStream.range(0, stability.length)
          .filter(k -> stability[k] >= least)
          .boxed()
          .toList();
    }
    Elimination elimination =
        new Assembly(whole, problem.constraint())
            .solve(Fits.all(whole), Fits.unitScales(whole), 0)
            .get(0);
    List<Integer> unstable =
        IntStream.range(0, elimination.size())
            .filter(j -> stability[elimination.position(j)] < least)
            .boxed()
            .sorted(Comparator.comparingDouble(j -> stability[elimination.position(j)]))
            .toList();
    return Fits.without(elimination, unstable);
  }

  private List<Regression> onHalves(RegressionProblem problem) {
    List<RegressionProblem> halves = new ArrayList<>();
    for (List<Integer> half : halves(problem.data().folds().size())) {
      halves.add(part(problem, half, true));
      halves.add(part(problem, half, false));
    }
    return halves.stream().parallel().map(base::solve).toList();
  }

  /** One half of each pair, as sets of folds. */
  private List<List<Integer>> halves(int folds) {
    if (folds < 2) {
      throw new Unsupported(
          "one-fold",
          text(),
          "there is only one fold of rows, which has no halves",
          "Give more rows, or take " + base.text());
    }
    int size = folds / 2;
    List<List<Integer>> all = new ArrayList<>();
    if (subsets(folds, size) <= draws * (2 * size == folds ? 2L : 1L)) {
      collect(folds, size, 0, List.of(), all);
      // Of two complementary sets of one size, one is enough.
      all.removeIf(half -> 2 * size == folds && !half.contains(0));
      return all;
    }
    SplittableRandom random = new SplittableRandom(seed);
    while (all.size() < draws) {
      List<Integer> left = new ArrayList<>(IntStream.range(0, folds).boxed().toList());
      List<Integer> half = new ArrayList<>();
      while (half.size() < size) {
        half.add(left.remove(random.nextInt(left.size())));
      }
      half.sort(Comparator.naturalOrder());
      all.add(List.copyOf(half));
    }
    return all;
  }

  /** How many sets of so many folds there are, as far as that matters. */
  private static long subsets(int folds, int size) {
    double count = 1;
    for (int k = 1; k <= size; k++) {
      count = count * (folds - size + k) / k;
    }
    return Math.round(Math.min(count, 1e15));
  }

  private static void collect(
      int folds, int size, int from, List<Integer> begun, List<List<Integer>> all) {
    if (begun.size() == size) {
      all.add(begun);
      return;
    }
    for (int fold = from; fold < folds; fold++) {
      List<Integer> longer = new ArrayList<>(begun);
      longer.add(fold);
      collect(folds, size, fold + 1, List.copyOf(longer), all);
    }
  }

  private static RegressionProblem part(
      RegressionProblem problem, List<Integer> half, boolean inside) {
    FoldedData data = problem.data();
    List<RegressionSummary> folds = new ArrayList<>();
    long rows = 0;
    long all = 0;
    for (int fold = 0; fold < data.folds().size(); fold++) {
      all += data.folds().get(fold).samples();
      if (half.contains(fold) == inside) {
        folds.add(data.folds().get(fold));
        rows += data.folds().get(fold).samples();
      }
    }
    double share = (double) rows / Math.max(1, all);
    return new RegressionProblem(
        new FoldedData(
            folds, data.responseBiases().times(share), data.effectiveSamples().times(share)),
        problem.constraint(),
        problem.others());
  }

  @Override
  public String text() {
    return "stability:threshold="
        + threshold
        + ",draws="
        + draws
        + ",seed="
        + seed
        + ",base="
        + base.text();
  }
}
