package io.github.sindy4j.formulation;

import io.github.sindy4j.basis.Library;
import io.github.sindy4j.data.Dataset;
import io.github.sindy4j.data.Trajectory;
import io.github.sindy4j.derivative.NoiseLevel;
import io.github.sindy4j.formulation.FormulatedRows.Stretch;
import io.github.sindy4j.linalg.Block;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Ranges;
import io.github.sindy4j.linalg.Team;
import io.github.sindy4j.linalg.TriangularFold;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.regress.RowSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The rows [θ(x̃ₜ, uₜ) | ẋₜ], evaluated anew whenever they are asked for. */
final class DifferentialRows implements RowSource {
  private final Dataset data;
  private final Library library;
  private final List<Stretch> stretches;
  private final List<RowChunk> chunks = new ArrayList<>();
  private final int chunkRows;
  private final Vec errors;
  private final HeldOutBlocks blocks;

  DifferentialRows(Dataset data, Library library, List<Stretch> stretches) {
    this(
        data,
        library,
        stretches,
        TriangularFold.blockRows(library.size() + data.schema().states().size()),
        squaredBiases(data, stretches),
        HeldOutBlocks.of(rows(stretches)));
  }

  /** All in one fold, without biases: a part of a whole that knows both. */
  static DifferentialRows undivided(Dataset data, Library library, List<Stretch> stretches) {
    int states = data.schema().states().size();
    return new DifferentialRows(
        data,
        library,
        stretches,
        TriangularFold.blockRows(library.size() + states),
        Vec.zeros(states),
        new HeldOutBlocks(rows(stretches), 1, 1));
  }

  private static long rows(List<Stretch> stretches) {
    return stretches.stream().mapToLong(Stretch::size).sum();
  }

  private DifferentialRows(
      Dataset data,
      Library library,
      List<Stretch> stretches,
      int chunkRows,
      Vec errors,
      HeldOutBlocks blocks) {
    this.data = data;
    this.library = library;
    this.stretches = stretches;
    this.chunkRows = chunkRows;
    this.errors = errors;
    this.blocks = blocks;
    long first = 0;
    for (Stretch stretch : stretches) {
      first = addChunks(stretch, first);
    }
  }

  @Override
  public RowSource withTerms(List<Integer> terms) {
    return new DifferentialRows(data, library.select(terms), stretches, chunkRows, errors, blocks);
  }

  @Override
  public Size size() {
    return new Size(library.size(), data.schema().states().size(), blocks.folds());
  }

  @Override
  public List<RowChunk> chunks() {
    return chunks;
  }

  @Override
  public Vec responseBiases() {
    return errors;
  }

  private long addChunks(Stretch stretch, long first) {
    long next = first;
    int offset = 0;
    while (offset < stretch.size()) {
      int size =
          (int) Math.min(Math.min(chunkRows, stretch.size() - offset), blocks.end(next) - next);
      chunks.add(new Chunk(stretch, offset, size, next, blocks.fold(next)));
      offset += size;
      next += size;
    }
    return next;
  }

  /**
   * Σ e² of the rates' bias: of their estimated errors, what noise in the states does not explain.
   */
  private static Vec squaredBiases(Dataset data, List<Stretch> stretches) {
    double[] sums = new double[data.schema().states().size()];
    Vec gains = Vec.zeros(sums.length);
    long count = 0;
    for (Stretch stretch : stretches) {
      addSquares(stretch.estimate().rateErrors(), sums);
      gains = gains.plus(stretch.estimate().errorGains());
      count += stretch.size();
    }
    return withoutNoise(sums, gains, () -> NoiseLevel.of(data), count);
  }

  /** Σ e² less what noise explains, where any reaches the rates. */
  static Vec withoutNoise(double[] sums, Vec gains, Supplier<Vec> noiseLevel, long count) {
    if (gains.maxAbs() > 0) {
      Vec noise = noiseLevel.get();
      // Sums of N squares of noise scatter by about √(2/N); two such widths are still noise.
      double margin = 1 + 2 * Math.sqrt(2.0 / count);
      for (int c = 0; c < sums.length; c++) {
        double level = Double.isNaN(noise.get(c)) ? 0 : noise.get(c);
        sums[c] = Math.max(0, sums[c] - margin * gains.get(c) * level * level);
      }
    }
    return Vec.adopt(sums);
  }

  /** Adds Σ e² of every column, row by row. */
  static void addSquares(Matrix e, double[] sums) {
    Team.each(
        sums.length,
        c ->
            Ranges.inOrder(e.rows(), (from, to) -> sums[c] = withSquares(e, c, from, to, sums[c])));
  }

  private static double withSquares(Matrix e, int column, int from, int to, double start) {
    double sum = start;
    for (int i = from; i < to; i++) {
      sum += e.get(i, column) * e.get(i, column);
    }
    return sum;
  }

  private final class Chunk implements RowChunk {
    private final Stretch stretch;
    private final int offset;
    private final int size;
    private final long first;
    private final int fold;

    Chunk(Stretch stretch, int offset, int size, long first, int fold) {
      this.stretch = stretch;
      this.offset = offset;
      this.size = size;
      this.first = first;
      this.fold = fold;
    }

    @Override
    public long first() {
      return first;
    }

    @Override
    public int rows() {
      return size;
    }

    @Override
    public int fold() {
      return fold;
    }

    @Override
    public void fill(Block target) {
      Trajectory trajectory = data.trajectories().get(stretch.trajectory());
      int n = data.schema().states().size();
      int c = data.schema().controls().size();
      Block x = new Block(size, n + c);
      x.setRows(size);
      for (int j = 0; j < n; j++) {
        stretch.estimate().states().copyColumn(j, offset, offset + size, x.values(), x.offset(j));
      }
      int from = stretch.from() + offset;
      for (int j = 0; j < c; j++) {
        trajectory.controls().copyColumn(j, from, from + size, x.values(), x.offset(n + j));
      }
      library.evaluate(x, target);
      FiniteTerms.require(
          target,
          library,
          data.name(),
          row ->
              "at time "
                  + trajectory.times().get(from + row)
                  + " of trajectory "
                  + trajectory.id());
      for (int j = 0; j < n; j++) {
        stretch
            .estimate()
            .rates()
            .copyColumn(
                j, offset, offset + size, target.values(), target.offset(library.size() + j));
      }
    }

    @Override
    public void fillErrors(Block target) {
      target.setRows(size);
      Matrix errors = stretch.estimate().rateErrors();
      for (int j = 0; j < errors.cols(); j++) {
        errors.copyColumn(j, offset, offset + size, target.values(), target.offset(j));
      }
    }
  }
}
