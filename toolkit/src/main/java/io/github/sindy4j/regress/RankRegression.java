package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.LinearMap;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.MatrixMap;
import io.github.sindy4j.linalg.TriangularFold;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.notice.BadSetting;
import io.github.sindy4j.notice.Unsupported;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;

/**
 * min ‖Θ w − y‖ subject to rank L(w) ≤ r, for data with noise: several starts, each a model of rank
 * r near which damped Gauss–Newton steps go on along the models of rank r, the free coefficients of
 * each kernel eliminated. The answer is thus the least-squares fit among the models that its kept
 * candidates annihilate.
 *
 * <p>The first starts are solutions with the nuclear norm as a penalty ({@link
 * PenalisedRegression}), the others are seeded noise. Nothing is certified; what can be said is how
 * far the second-best minimum lies behind. The same bits on any number of threads.
 *
 * @param starts how many starts from noise
 * @param steps the most steps of each
 * @param seed of the noise
 */
public record RankRegression(int starts, int steps, long seed) {
  /** Weights of the nuclear norm for the first starts, beside the largest useful one. */
  private static final List<Double> FRACTIONS = List.of(0.3, 0.03, 0.003);

  private static final PenalisedRegression ROUGHLY =
      PenalisedRegression.defaults().withIterations(200).withGap(1e-2);

  /** Steps that lessen the residual by less than this part are slow: first, and at the end. */
  private static final double SLOW = 1e-2;

  private static final double STILL = 1e-8;

  /** So many of the best starts are taken to their end at least. */
  private static final int FINALISTS = 6;

  /** Minima nearer to each other than this part of their size are one. */
  static final double SAME = 1e-3;

  /** An end so near to a minimum would still come to it. */
  private static final double NEAR = 1e-2;

  /** So many starts along motions cost no more than one without. */
  private static final int ORBITS = 5;

  private static final int MODELS = 6;

  /** Checks the settings. */
  public RankRegression {
    BadSetting.require(
        starts >= 0, "starts", "must be at least 0 but are " + starts, "40 are usual");
    BadSetting.require(steps >= 1, "steps", "must be at least 1 but are " + steps, "100 are usual");
  }

  /** Forty starts from noise (200 where motions are known), at most 100 steps each, seed 1. */
  public static RankRegression defaults() {
    return new RankRegression(40, 100, 1);
  }

  /** The same with so many starts from noise. */
  public RankRegression withStarts(int newStarts) {
    return new RankRegression(newStarts, steps, seed);
  }

  /** The same with another seed. */
  public RankRegression withSeed(long newSeed) {
    return new RankRegression(starts, steps, newSeed);
  }

  /** Of one rank, when nothing is known but L. */
  public RankRegressionFit solve(InterpolationProblem problem, int rank) {
    return solve(problem, rank, Motions.none(problem.map().unknowns()));
  }

  /** Of one rank, along motions that keep it; y need not be met. */
  public RankRegressionFit solve(InterpolationProblem problem, int rank, Motions motions) {
    int most = Math.min(problem.map().rows(), problem.map().cols());
    BadSetting.require(
        rank >= 1 && rank <= most,
        "rank",
        "must lie between 1 and " + most + " but is " + rank,
        "It is the number of candidates that are not symmetries");
    if (!problem.constraint().isNone()) {
      throw new Unsupported(
          "constraint",
          "RankRegression",
          "coefficients of given rank are not fitted under \""
              + problem.constraint().reason()
              + "\"",
          "Leave the demand out, or take PenalisedRegression, which honours it");
    }
    UnitTerms terms = UnitTerms.of(reduced(problem));
    Interpolants free = Interpolants.ofAll(terms.problem().map());
    RankMoves moves =
        motions.isNone()
            ? RankMoves.within(free, rank)
            : RankMoves.along(motions.inUnits(terms.sizes()));
    List<Matrix> bases = bases(terms.problem(), free, rank, motions.inUnits(terms.sizes()));
    Matrix data = terms.problem().data().toMatrix().transpose();
    Vec values = terms.problem().values();
    List<OrbitFit> ends = new ArrayList<>();
    for (Matrix basis : bases) {
      ends.add(OrbitFit.of(moves, data, values, basis, new OrbitFit.End(steps, 0, SLOW)));
    }
    List<OrbitFit> minima = minima(ends, end -> finished(moves, data, values, end));
    return new RankRegressionFit.Assembly(problem, terms, rank, ends.size()).of(minima);
  }

  private OrbitFit finished(RankMoves moves, Matrix data, Vec values, OrbitFit end) {
    return OrbitFit.of(moves, data, values, end.basis(), new OrbitFit.End(steps, 0, STILL));
  }

  /**
   * The ends of the searches, the best first: the first few and so many more, until two minima
   * differ, taken to their very end.
   */
  private static List<OrbitFit> minima(List<OrbitFit> ends, UnaryOperator<OrbitFit> finish) {
    List<OrbitFit> minima = new ArrayList<>();
    List<OrbitFit> sorted =
        ends.stream().sorted(Comparator.comparingDouble(OrbitFit::residual)).toList();
    boolean rival = false;
    for (int k = 0; k < sorted.size() && (k < FINALISTS || !rival); k++) {
      OrbitFit end = sorted.get(k);
      if (k >= FINALISTS && !differs(end, minima.get(0), NEAR)) {
        continue;
      }
      minima.add(finish.apply(end));
      minima.sort(Comparator.comparingDouble(OrbitFit::residual));
      OrbitFit best = minima.get(0);
      rival = minima.stream().anyMatch(other -> differs(other, best, SAME));
    }
    return minima;
  }

  /** Whether these are two minima, by more than this part of their size. */
  static boolean differs(OrbitFit a, OrbitFit b, double part) {
    return a.w().minus(b.w()).norm() > part * b.w().norm();
  }

  /**
   * The least rank that held-out rows do not clearly speak against: the mean of its squared errors
   * there exceeds the least such mean by no more than the standard error of that. The fit is that
   * of the training rows. Source of the rule: Breiman, Friedman, Olshen and Stone, Classification
   * and Regression Trees, 1984.
   *
   * @param heldOut other rows of the same problem
   * @param least the first rank that is tried
   * @param most the last
   */
  public RankRegressionFit choose(
      InterpolationProblem training,
      InterpolationProblem heldOut,
      int least,
      int most,
      Motions motions) {
    BadSetting.require(
        least >= 1 && least <= most,
        "ranks",
        "from " + least + " to " + most + " are none",
        "Begin at 1 or more and end no lower");
    BadSetting.require(
        heldOut.values().size() >= 2,
        "held-out rows",
        "are " + heldOut.values().size(),
        "At least 2 are needed to tell an error");
    List<RankRegressionFit> fits = new ArrayList<>();
    List<Double> errors = new ArrayList<>();
    double enough = Double.POSITIVE_INFINITY;
    double smallest = Double.POSITIVE_INFINITY;
    for (int rank = least; rank <= most; rank++) {
      RankRegressionFit fit = solve(training, rank, motions);
      fits.add(fit);
      Vec missed = heldOut.data().apply(fit.coefficients()).minus(heldOut.values());
      Vec squares = missed.map(e -> e * e);
      int n = squares.size();
      double mean = squares.dot(squares.map(e -> 1)) / n;
      errors.add(fit.isFound() ? mean : Double.POSITIVE_INFINITY);
      if (fit.isFound() && mean < smallest) {
        smallest = mean;
        enough = mean + squares.map(e -> e - mean).norm() / Math.sqrt(n * (n - 1.0));
      }
    }
    int chosen = 0;
    while (chosen < fits.size() - 1 && errors.get(chosen) > enough) {
      chosen++;
    }
    return fits.get(chosen);
  }

  /** The models that starts begin with. */
  private List<Matrix> bases(
      InterpolationProblem problem, Interpolants free, int rank, Motions motions) {
    List<Matrix> bases = new ArrayList<>();
    for (Vec near : nuclear(problem)) {
      RankFamily.near(free, near, rank).ifPresent(family -> bases.add(family.basis()));
    }
    int given = bases.size();
    int models = motions.isNone() ? starts : Math.min(MODELS, starts);
    for (int k = 0; k < models; k++) {
      Vec any = free.along(MinimumRank.normal(random(k), free.directions(), 1));
      RankFamily.near(free, any, rank).ifPresent(family -> bases.add(family.basis()));
    }
    int found = bases.size();
    for (int k = models; k < ORBITS * starts && !motions.isNone() && found > given; k++) {
      SplittableRandom random = random(k);
      double scale = Math.pow(10, -0.5 * random.nextDouble());
      Matrix from = bases.get(given + k % (found - given));
      bases.add(motions.moved(MinimumRank.normal(random, motions.count(), scale), from));
    }
    return bases;
  }

  private SplittableRandom random(int k) {
    return new SplittableRandom(seed ^ (0xC2B2AE3D27D4EB4FL * (1 + k)));
  }

  /** Rough minima with the nuclear norm as penalty. */
  private static List<Vec> nuclear(InterpolationProblem problem) {
    Matrix rows = joined(problem);
    double[] sums = new double[rows.cols()];
    Arrays.setAll(sums, j -> rows.col(j).dot(Vec.zeros(rows.rows()).map(zero -> 1)));
    RegressionSummary summary =
        new RegressionSummary(
            problem.map().unknowns(), TriangularFold.triangle(rows), Vec.adopt(sums), rows.rows());
    MatrixMap map = problem.map();
    Penalty penalty =
        new Penalty(1, new NuclearNorm(map.rows(), map.cols()), new Entries(map), "rank");
    PenalisedProblem penalised = PenalisedProblem.of(summary, List.of(penalty));
    if (!Double.isFinite(ROUGHLY.largestFactor(penalised))) {
      return List.of();
    }
    return ROUGHLY.path(penalised, FRACTIONS).stream().map(PenalisedMinimum::coefficients).toList();
  }

  /** No more rows than unknowns and one: ‖Θ w − y‖ is the same for every w. */
  private static InterpolationProblem reduced(InterpolationProblem problem) {
    Matrix theta = problem.data().toMatrix();
    int f = theta.cols();
    if (theta.rows() <= f + 1) {
      return problem;
    }
    Matrix triangle = TriangularFold.triangle(joined(problem));
    int[] first = new int[f];
    Arrays.setAll(first, j -> j);
    return InterpolationProblem.of(problem.map(), triangle.columns(first), triangle.col(f));
  }

  /** [Θ | y]. */
  private static Matrix joined(InterpolationProblem problem) {
    Matrix columns = problem.data().toMatrix().transpose();
    double[] both = Arrays.copyOf(columns.toArray(), (columns.rows() + 1) * columns.cols());
    System.arraycopy(
        problem.values().toArray(), 0, both, columns.rows() * columns.cols(), columns.cols());
    return Matrix.adopt(columns.rows() + 1, columns.cols(), both).transpose();
  }

  /** w ↦ vec(L(w)). */
  private record Entries(MatrixMap map) implements LinearMap {
    @Override
    public int rows() {
      return map.rows() * map.cols();
    }

    @Override
    public int cols() {
      return map.unknowns();
    }

    @Override
    public Vec apply(Vec w) {
      return map.apply(w).vec();
    }

    @Override
    public Vec applyTranspose(Vec z) {
      return map.applyTranspose(z.asMatrix(map.rows(), map.cols()));
    }

    @Override
    public Matrix gram() {
      return map.gram();
    }
  }
}
