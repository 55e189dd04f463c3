package io.github.sindy4j.formulation;

import io.github.sindy4j.basis.Library;
import io.github.sindy4j.data.Dataset;
import io.github.sindy4j.linalg.BandedCholesky;
import io.github.sindy4j.linalg.Block;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.regress.RowSource;
import java.util.List;

/**
 * The rows L⁻¹ [∫ φₖ θ | −∫ φ̇ₖ x] with L Lᵀ = Φ̇ Φ̇ᵀ + λ² Φ Φᵀ over the test functions of each
 * run, evaluated anew whenever they are asked for. White noise of variance σ² in a state gives
 * residuals of about that variance in its equation.
 */
final class WeakRows implements RowSource {
  private final Dataset data;
  private final Library library;
  private final double squaredRateScale;
  private final Vec refinement;
  private final int folds;
  private final List<RowChunk> chunks;
  private final Vec biases;

  WeakRows(
      Dataset data, Library library, WindowPlan plan, double squaredRateScale, Vec refinement) {
    this.data = data;
    this.library = library;
    this.squaredRateScale = squaredRateScale;
    this.refinement = refinement;
    this.folds = WindowRun.blocks(plan).folds();
    this.chunks = WindowRun.of(plan).stream().<RowChunk>map(Chunk::new).toList();
    this.biases = Biases.squared(chunks, data.schema().states().size(), refinement);
  }

  @Override
  public Size size() {
    return new Size(library.size(), data.schema().states().size(), folds);
  }

  @Override
  public List<RowChunk> chunks() {
    return chunks;
  }

  @Override
  public Vec responseBiases() {
    return biases;
  }

  private BandedCholesky factor(WindowChunk chunk) {
    List<TestWindow> windows = chunk.windows();
    int width = chunk.overlap();
    double[] lower = new double[windows.size() * (width + 1)];
    for (int k = 0; k < windows.size(); k++) {
      for (int l = k; l <= Math.min(k + width, windows.size() - 1); l++) {
        lower[k * (width + 1) + l - k] = covariance(windows.get(k), windows.get(l));
      }
    }
    return WindowChunk.factor(windows.size(), width, lower);
  }

  private double covariance(TestWindow a, TestWindow b) {
    double sum = 0;
    int end = Math.min(a.to(), b.to());
    for (int t = Math.max(a.from(), b.from()); t < end; t++) {
      int i = t - a.from();
      int j = t - b.from();
      sum +=
          a.slopes().get(i) * b.slopes().get(j)
              + squaredRateScale * a.values().get(i) * b.values().get(j);
    }
    return sum;
  }

  private final class Chunk implements RowChunk {
    private final WindowRun run;

    Chunk(WindowRun run) {
      this.run = run;
    }

    @Override
    public long first() {
      return run.first();
    }

    @Override
    public int rows() {
      return run.size();
    }

    @Override
    public int fold() {
      return run.fold();
    }

    @Override
    public void fill(Block target) {
      WindowChunk chunk = new WindowChunk(data, library, run);
      double[] rows = chunk.integrals(chunk.samples());
      whiten(chunk, rows, target, library.size() + refinement.size());
    }

    @Override
    public void fillErrors(Block target) {
      WindowChunk chunk = new WindowChunk(data, library, run);
      whiten(chunk, chunk.errors(refinement), target, refinement.size());
    }

    private void whiten(WindowChunk chunk, double[] rows, Block target, int columns) {
      factor(chunk).lowerSolve(rows, columns);
      target.copyRows(rows, run.context(), rows.length / columns);
    }
  }
}
