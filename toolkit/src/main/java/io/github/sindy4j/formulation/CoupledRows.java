package io.github.sindy4j.formulation;

import io.github.sindy4j.basis.Library;
import io.github.sindy4j.data.Dataset;
import io.github.sindy4j.linalg.BandedCholesky;
import io.github.sindy4j.linalg.Block;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.regress.RowSource;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows of the weak form for all equations at once, whitened for a current model: L⁻¹ [P ⊗ I | b],
 *
 * <pre>
 *  P = ∫ φₖ θ,    b = −∫ φ̇ₖ x,    L Lᵀ = G Σ Gᵀ,    G = Φ̇ + Φ J,    J = D(W θ) at the data.
 * </pre>
 *
 * <p>One response and n p terms, the entries of vec(W), row-major; n rows for each test function.
 * To first order in the noise, the residuals of the true model have unit variance and are
 * uncorrelated, those of different folds too: L⁻¹ leaves of each row what it adds to the rows
 * before it. Evaluated anew whenever they are asked for.
 *
 * <p>Source: D. M. Bortz, D. A. Messenger and V. Dukic, Bull. Math. Biol. 85 (2023) 110.
 */
public final class CoupledRows implements RowSource {
  private final Dataset data;
  private final Library library;
  private final Vec noise;
  private final Vec refinement;
  private final Library active;
  private final Matrix coefficients;
  private final int folds;
  private final List<RowChunk> chunks;
  private final Vec biases;

  /** {@code model} is W, n×p; {@code refinement} as {@link WindowSums#factor} for every state. */
  CoupledRows(
      Dataset data, Library library, WindowPlan plan, Vec noise, Vec refinement, Matrix model) {
    this.data = data;
    this.library = library;
    this.noise = noise;
    this.refinement = refinement;
    List<Integer> used = new ArrayList<>();
    for (int j = 0; j < library.size(); j++) {
      if (model.col(j).maxAbs() != 0) {
        used.add(j);
      }
    }
    this.active = library.select(used);
    this.coefficients = model.columns(used.stream().mapToInt(Integer::intValue).toArray());
    this.folds = WindowRun.blocks(plan).folds();
    this.chunks = WindowRun.of(plan).stream().<RowChunk>map(Chunk::new).toList();
    this.biases = Biases.squared(chunks, 1, refinement);
  }

  @Override
  public Size size() {
    return new Size(noise.size() * library.size(), 1, folds);
  }

  @Override
  public List<RowChunk> chunks() {
    return chunks;
  }

  @Override
  public Vec responseBiases() {
    return biases;
  }

  private BandedCholesky factor(WindowChunk chunk, Block x) {
    return new Covariance(chunk, noise, jacobians(x)).factor();
  }

  /** J at every sample, n×n row-major one after the other. */
  private double[] jacobians(Block x) {
    int n = noise.size();
    double[] jacobians = new double[x.rows() * n * n];
    if (active.size() == 0) {
      return jacobians;
    }
    Block direction = new Block(x.capacity(), x.columns());
    direction.setRows(x.rows());
    Block slopes = new Block(x.capacity(), active.size());
    for (int c = 0; c < n; c++) {
      direction.fill(c, 1);
      active.derivative(x, direction, slopes);
      direction.fill(c, 0);
      for (int t = 0; t < x.rows(); t++) {
        for (int i = 0; i < n; i++) {
          double sum = 0;
          for (int j = 0; j < active.size(); j++) {
            sum += coefficients.get(i, j) * slopes.get(t, j);
          }
          jacobians[(t * n + i) * n + c] = sum;
        }
      }
    }
    return jacobians;
  }

  private final class Chunk implements RowChunk {
    private final WindowRun run;

    Chunk(WindowRun run) {
      this.run = run;
    }

    @Override
    public long first() {
      return run.first() * noise.size();
    }

    @Override
    public int rows() {
      return run.size() * noise.size();
    }

    @Override
    public int fold() {
      return run.fold();
    }

    @Override
    public void fill(Block target) {
      WindowChunk chunk = new WindowChunk(data, library, run);
      Block x = chunk.samples();
      double[] integrals = chunk.integrals(x);
      int n = noise.size();
      int p = library.size();
      int columns = n * p + 1;
      double[] rows = new double[chunk.windows().size() * n * columns];
      for (int k = 0; k < chunk.windows().size(); k++) {
        for (int i = 0; i < n; i++) {
          int at = (k * n + i) * columns;
          System.arraycopy(integrals, k * (p + n), rows, at + i * p, p);
          rows[at + n * p] = integrals[k * (p + n) + p + i];
        }
      }
      factor(chunk, x).lowerSolve(rows, columns);
      target.copyRows(rows, n * run.context(), rows.length / columns);
    }

    @Override
    public void fillErrors(Block target) {
      WindowChunk chunk = new WindowChunk(data, library, run);
      double[] errors = chunk.errors(refinement);
      if (refinement.maxAbs() > 0) {
        factor(chunk, chunk.samples()).lowerSolve(errors);
      }
      target.copyRows(errors, noise.size() * run.context(), errors.length);
    }
  }
}
