package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.Block;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.TriangularFold;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.regress.RowSource.RowChunk;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Rows [θ(xₜ) | yₜ] that went by once in the order of time, of which the triangles of consecutive
 * blocks are left: {@value #FEWEST} to {@value #MOST} of about the same length once there are so
 * many parts. When there would be more, neighbours become one. Memory O((p+n)²) whatever the number
 * of rows; the blocks depend on the lengths of the parts alone.
 */
public final class PassedRows {
  private static final int FEWEST = 64;
  private static final int MOST = 2 * FEWEST;
  private static final int HELD_OUT = 20;
  private static final int FOLDS = 5;

  private List<Part> blocks = new ArrayList<>();
  private Optional<Part> open = Optional.empty();
  private long length;
  private long rows;

  /**
   * Consecutive rows, summarised.
   *
   * @param summary of the rows
   * @param errorProducts Σₜ θₜ eₜᵀ, p×n, with the estimated systematic errors of the responses
   */
  public record Part(RegressionSummary summary, Matrix errorProducts) {
    /** Reads the rows once, in their order. */
    public static Part of(RowSource source) {
      RowSource.Size size = source.size();
      int p = size.terms();
      int n = size.responses();
      List<RowChunk> chunks = source.chunks();
      int capacity = chunks.stream().mapToInt(RowChunk::rows).max().orElse(1);
      Block block = new Block(capacity, p + n);
      Block errors = new Block(capacity, n);
      TriangularFold fold = new TriangularFold(p + n, source.rows());
      Totals totals = new Totals(p + n);
      double[] products = new double[p * n];
      for (RowChunk chunk : chunks) {
        chunk.fill(block);
        chunk.fillErrors(errors);
        for (int k = 0; k < products.length; k++) {
          products[k] +=
              Sums.product(
                  block.values(),
                  block.offset(k / n),
                  errors.values(),
                  errors.offset(k % n),
                  chunk.rows());
        }
        totals.add(block);
        fold.fold(block);
      }
      return new Part(totals.summary(p, fold.triangle()), Matrix.adopt(p, n, products));
    }

    private Part with(Part next) {
      return new Part(summary.merge(next.summary), errorProducts.plus(1, next.errorProducts));
    }
  }

  /** How many blocks may be held at once, for who asks whether they have room. */
  public static int mostBlocks() {
    return MOST;
  }

  /** Takes in the rows that follow. */
  public void add(Part next) {
    rows += next.summary.samples();
    Part grown = open.map(before -> before.with(next)).orElse(next);
    if (grown.summary.samples() < length) {
      open = Optional.of(grown);
      return;
    }
    open = Optional.empty();
    blocks.add(grown);
    if (blocks.size() == MOST) {
      List<Part> pairs = new ArrayList<>();
      for (int k = 0; k < MOST; k += 2) {
        pairs.add(blocks.get(k).with(blocks.get(k + 1)));
      }
      blocks = pairs;
      length = rows / FEWEST;
    }
  }

  /** N. */
  public long rows() {
    return rows;
  }

  /** The blocks, in order. */
  List<Part> blocks() {
    List<Part> all = new ArrayList<>(blocks);
    open.ifPresent(all::add);
    return all;
  }

  /** How many blocks are left. */
  public int size() {
    return blocks().size();
  }

  /**
   * Dealt to folds of held-out blocks: each of up to twenty stretches of blocks to the next of five
   * folds; every row counts as independent.
   *
   * @param responseBiases Σ e² of the systematic errors of each response
   */
  public FoldedData folded(Vec responseBiases) {
    List<Part> all = blocks();
    int stretches = Math.min(HELD_OUT, all.size());
    int folds = Math.min(FOLDS, stretches);
    List<List<RegressionSummary>> dealt = new ArrayList<>();
    for (int f = 0; f < folds; f++) {
      dealt.add(new ArrayList<>());
    }
    long first = 0;
    for (Part block : all) {
      long middle = first + block.summary.samples() / 2;
      int stretch = (int) (middle * stretches / rows);
      dealt.get(stretch % folds).add(block.summary);
      first += block.summary.samples();
    }
    double[] effective = new double[responseBiases.size()];
    Arrays.fill(effective, (double) rows);
    return new FoldedData(
        dealt.stream().filter(fold -> !fold.isEmpty()).map(RegressionSummary::merged).toList(),
        responseBiases,
        Vec.adopt(effective));
  }

  /**
   * For each block the mean of cos(π k (t + ½)/N) over its rows, times a number that makes the mean
   * of its squares over all rows ½, as that of the cosine is: so that sums over blocks of white
   * scores have the variance of sums over rows.
   */
  double[] cosines(int k) {
    List<Part> all = blocks();
    double[] means = new double[all.size()];
    double angle = Math.PI * k / rows;
    double squares = 0;
    long first = 0;
    for (int b = 0; b < means.length; b++) {
      long count = all.get(b).summary.samples();
      double difference = Math.sin(angle * (first + count)) - Math.sin(angle * first);
      means[b] = difference / (2 * Math.sin(angle / 2) * count);
      squares += means[b] * means[b] * count;
      first += count;
    }
    double factor = Math.sqrt(0.5 * rows / squares);
    Arrays.setAll(means, b -> means[b] * factor);
    return means;
  }
}
