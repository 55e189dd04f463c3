package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.TriangularFold;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.notice.BadSetting;
import io.github.sindy4j.notice.Progress;
import io.github.sindy4j.notice.Unsupported;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Many models from resampled data: how often each term is found, and how its coefficient varies.
 *
 * <p>Bagging: the rows are cut into m blocks of consecutive rows, and each model is fitted to m
 * blocks drawn with replacement (block bootstrap), so that serial correlation within a block is
 * kept: whole blocks with exact multinomial weights, since rows that follow each other are not
 * independent. One pass folds each block; a model's triangle is that of the blocks' triangles, √k
 * times each, for k times drawn. Where the blocks' triangles would take more than 128 MB, the
 * models' own triangles are filled instead, as many of them in each pass over the rows as have room
 * in that. Blocks stay in their fold, so that what a regressor holds out it has not seen. Library
 * bagging: each model lacks {@code dropped} terms drawn at random. The same seed gives the same
 * bits on one thread or many.
 *
 * <p>A block has max(N^⅓, 10 N/ν) rows where its length is not given (ν &lt; N), ν the least
 * effective number of samples of an equation; but such that there are between 20 and 400 blocks.
 *
 * <p>Sources: H. R. Künsch, Ann. Stat. 17 (1989) 1217–1241; P. Hall, J. L. Horowitz and B.-Y. Jing,
 * Biometrika 82 (1995) 561–574 (the exponent); U. Fasel, J. N. Kutz, B. W. Brunton and S. L.
 * Brunton, Proc. R. Soc. A 478 (2022) 20210904.
 *
 * @param base fits each model
 * @param models how many
 * @param resamples whether blocks of rows are drawn; otherwise every model sees all rows
 * @param blockRows rows of a block; from the data when empty
 * @param dropped how many terms each model lacks
 * @param seed for the draws
 */
public record Ensemble(
    SparseRegressor base,
    int models,
    boolean resamples,
    OptionalLong blockRows,
    int dropped,
    long seed) {
  private static final int MOST_BLOCKS = 400;
  private static final int LEAST_BLOCKS = 20;
  private static final int CORRELATION_TIMES = 10;

  /** For the triangles of blocks, and again for those of draws. */
  private static final long MEMORY = 128L << 20;

  /** Checks the settings. */
  public Ensemble {
    BadSetting.require(
        models >= 1, "ensemble models", "must be at least 1 but are " + models, "100 are usual");
    BadSetting.require(
        blockRows.orElse(1) >= 1,
        "ensemble block",
        "must have at least 1 row but has " + blockRows.orElse(1),
        "Leave it out to have it chosen");
    BadSetting.require(
        dropped >= 0,
        "ensemble dropped",
        "must be at least 0 but are " + dropped,
        "1 is usual for library bagging");
    BadSetting.require(
        resamples || dropped > 0,
        "ensemble",
        "neither draws rows nor drops terms, so all models would be the same",
        "Draw rows, or drop terms");
  }

  /** 100 models of resampled blocks, all terms, seed 1. */
  public static Ensemble of(SparseRegressor base) {
    return new Ensemble(base, 100, true, OptionalLong.empty(), 0, 1);
  }

  /** With so many models. */
  public Ensemble withModels(int newModels) {
    return new Ensemble(base, newModels, resamples, blockRows, dropped, seed);
  }

  /** With blocks of so many rows. */
  public Ensemble withBlockRows(long rows) {
    return new Ensemble(base, models, resamples, OptionalLong.of(rows), dropped, seed);
  }

  /** Each model lacks so many terms. */
  public Ensemble dropping(int terms) {
    return new Ensemble(base, models, resamples, blockRows, terms, seed);
  }

  /** Every model sees all rows, once, and lacks so many terms. */
  public Ensemble droppingOnly(int terms) {
    return new Ensemble(base, models, false, blockRows, terms, seed);
  }

  /** With this seed. */
  public Ensemble withSeed(long newSeed) {
    return new Ensemble(base, models, resamples, blockRows, dropped, newSeed);
  }

  /**
   * Reads the rows once more and fits all models.
   *
   * @param source the rows
   * @param data what {@link Folding} made of them, with the effective numbers of samples
   * @param constraint on each model; with it no terms can be dropped
   */
  public EnsembleFit fit(
      RowSource source, FoldedData data, Constraint constraint, Progress progress) {
    return fit(source, data.responseBiases(), data.effectiveSamples(), constraint, progress);
  }

  /**
   * The same for rows whose errors are independent, without constraint: the rows are read only this
   * once.
   */
  public EnsembleFit fit(RowSource source, Progress progress) {
    RowSource.Size size = source.size();
    double[] samples = new double[size.responses()];
    Arrays.fill(samples, (double) source.rows());
    return fit(
        source,
        source.responseBiases(),
        Vec.adopt(samples),
        Constraint.none(size.terms() * size.responses()),
        progress);
  }

  private EnsembleFit fit(
      RowSource source, Vec biases, Vec samples, Constraint constraint, Progress progress) {
    return fit(source, biases, samples, constraint, MEMORY, progress);
  }

  /** Within about so many bytes, where one draw takes no more. */
  EnsembleFit fit(
      RowSource source,
      Vec biases,
      Vec samples,
      Constraint constraint,
      long memory,
      Progress progress) {
    int terms = source.size().terms();
    if (dropped > 0 && !constraint.isNone()) {
      throw new Unsupported(
          "dropped-terms-and-constraint",
          "ensemble",
          "a model without some terms may be unable to satisfy '" + constraint.reason() + "'",
          "Draw rows only");
    }
    BadSetting.require(
        dropped == 0 || dropped < terms,
        "ensemble dropped",
        "must be fewer than the " + terms + " terms but are " + dropped,
        "1 is usual for library bagging");
    long length = resamples ? blockLength(source.rows(), samples) : source.rows();
    RowBlocks blocks = RowBlocks.of(source.chunks(), length);
    DrawnTriangles triangles =
        BlockTriangles.bytes(source.size(), blocks) <= memory
            ? BlockTriangles.of(source, blocks, progress)
            : new RereadRows(source, blocks, progress);
    Drawing drawing = new Drawing(biases, samples, constraint, source.rows());
    List<Draw> draws = draws(blocks.count(), terms);
    int wave = (int) Math.max(1, Math.min(models, memory / DrawnRows.bytes(source.size())));
    List<Regression> found = new ArrayList<>();
    for (int from = 0; from < models; from += wave) {
      List<Draw> together = draws.subList(from, Math.min(models, from + wave));
      List<List<RegressionSummary>> folds =
          triangles.of(together.stream().map(Draw::times).toList());
      IntStream.range(0, together.size())
          .parallel()
          .mapToObj(d -> fit(drawing, folds.get(d), together.get(d)))
          .toList()
          .forEach(found::add);
    }
    return new EnsembleFit(found, draws.stream().map(Draw::missing).toList(), length);
  }

  /** What all models are drawn from. */
  private record Drawing(Vec biases, Vec samples, Constraint constraint, long rows) {}

  /** How many times each block is taken, and which terms are missing. */
  record Draw(List<Integer> times, List<Integer> missing) {
    Draw {
      times = List.copyOf(times);
      missing = List.copyOf(missing);
    }
  }

  /** The draws of all models, in order. */
  List<Draw> draws(int blocks, int terms) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Draw> draws = new ArrayList<>();
    for (int model = 0; model < models; model++) {
      int[] times = new int[blocks];
      Arrays.fill(times, resamples ? 0 : 1);
      for (int b = 0; b < blocks && resamples; b++) {
        times[random.nextInt(blocks)]++;
      }
      List<Integer> left = new ArrayList<>(IntStream.range(0, terms).boxed().toList());
      List<Integer> missing = new ArrayList<>();
      for (int d = 0; d < dropped; d++) {
        missing.add(left.remove(random.nextInt(left.size())));
      }
      draws.add(new Draw(Arrays.stream(times).boxed().toList(), missing));
    }
    return draws;
  }

  /** The length of a block where rows are worth so many independent samples. */
  long blockLength(long rows, Vec effectiveSamples) {
    long most = Math.max(1, rows / LEAST_BLOCKS);
    long least = (rows + MOST_BLOCKS - 1) / MOST_BLOCKS;
    if (blockRows.isPresent()) {
      return blockRows.getAsLong();
    }
    double correlated = 1;
    for (int i = 0; i < effectiveSamples.size(); i++) {
      correlated = Math.max(correlated, rows / Math.max(1, effectiveSamples.get(i)));
    }
    double wanted =
        Math.max(Math.cbrt((double) rows), correlated > 1 ? CORRELATION_TIMES * correlated : 1);
    return Math.max(Math.min(most, (long) Math.ceil(wanted)), Math.max(1, least));
  }

  private Regression fit(Drawing drawing, List<RegressionSummary> folds, Draw draw) {
    double share = 0;
    for (RegressionSummary fold : folds) {
      share += (double) fold.samples() / drawing.rows();
    }
    int terms = folds.get(0).terms();
    List<Integer> kept =
        IntStream.range(0, terms).filter(j -> !draw.missing().contains(j)).boxed().toList();
    FoldedData drawn =
        new FoldedData(
            folds.stream().map(fold -> selected(fold, kept)).toList(),
            drawing.biases().times(share),
            drawing.samples().times(share));
    Constraint own =
        draw.missing().isEmpty()
            ? drawing.constraint()
            : Constraint.none(kept.size() * folds.get(0).responses());
    Regression found = base.solve(new RegressionProblem(drawn, own));
    return draw.missing().isEmpty() ? found : embedded(found, kept, terms);
  }

  /** The summary with these terms only. */
  private static RegressionSummary selected(RegressionSummary summary, List<Integer> kept) {
    if (kept.size() == summary.terms()) {
      return summary;
    }
    int responses = summary.responses();
    int[] columns = new int[kept.size() + responses];
    Arrays.setAll(columns, c -> c < kept.size() ? kept.get(c) : summary.terms() + c - kept.size());
    Matrix triangle = TriangularFold.triangle(summary.triangle().columns(columns));
    double[] sums = Arrays.stream(columns).mapToDouble(summary.columnSums()::get).toArray();
    return new RegressionSummary(kept.size(), triangle, Vec.adopt(sums), summary.samples());
  }

  /**
   * The same model in the whole library; only the coefficients and the outcome are carried over.
   */
  private static Regression embedded(Regression found, List<Integer> kept, int terms) {
    double[][] w = new double[found.coefficients().rows()][terms];
    for (int i = 0; i < w.length; i++) {
      for (int j = 0; j < kept.size(); j++) {
        w[i][kept.get(j)] = found.coefficients().get(i, j);
      }
    }
    return new Regression(Matrix.ofRows(w), List.of(), List.of(), found.outcome(), List.of());
  }
}
