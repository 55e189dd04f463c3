package io.github.sindy4j.smoother;

import io.github.sindy4j.linalg.Block;
import io.github.sindy4j.linalg.TwistedCholesky;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.notice.Progress;
import io.github.sindy4j.regress.Ensemble;
import io.github.sindy4j.regress.EnsembleFit;
import io.github.sindy4j.regress.Regression;
import io.github.sindy4j.regress.RowSource;
import io.github.sindy4j.regress.SubsetSelection;
import java.util.ArrayList;
import java.util.List;

/**
 * The rows from which the last round of the smoother chose: L⁻¹ [P N | b − P w₀] over z, where
 * vec(W) = w₀ + N z and S = L Lᵀ is the covariance of b − P vec(W). One response; its errors are
 * independent with variance 1 where the library contains the dynamics. Equations follow each other
 * within a step, steps in time, pieces as they are in the data; a piece is one chunk, and is made
 * anew whenever it is asked for.
 */
public final class WhitenedRows implements RowSource {
  private final Ground ground;
  private final Iterate at;
  private final List<StepRule> rules;
  private final Design design;
  private final double penalty;
  private final List<Integer> terms;

  WhitenedRows(Ground ground, Smoothed run) {
    this.ground = ground;
    this.at = run.at();
    this.rules = ground.rules().of(at.order());
    this.design = ground.design(ground.coordinates().all());
    this.penalty = run.penalty();
    this.terms = run.found().terms();
  }

  /** The price of a term, against ‖r‖². */
  public double penalty() {
    return penalty;
  }

  /** The coordinates that were chosen. */
  public List<Integer> chosen() {
    return terms;
  }

  /**
   * Chooses and fits so many models to resampled blocks of rows, at the same price of a term; the
   * states, and with them the rows, stay as they are.
   *
   * @return W, n×p, of every model, each of which keeps what was demanded
   */
  public EnsembleFit resampled(int models, long seed, Progress progress) {
    EnsembleFit found =
        Ensemble.of(SubsetSelection.of(penalty).startingFrom(terms))
            .withModels(models)
            .withSeed(seed)
            .fit(this, progress);
    return new EnsembleFit(
        found.models().stream().map(this::inCoefficients).toList(),
        found.missing(),
        found.blockRows());
  }

  private Regression inCoefficients(Regression found) {
    return new Regression(
        ground.coordinates().model(found.coefficients().row(0)),
        List.of(),
        List.of(),
        found.outcome(),
        List.of());
  }

  @Override
  public Size size() {
    return new Size(ground.coordinates().size(), 1, 1);
  }

  @Override
  public List<RowChunk> chunks() {
    List<RowChunk> chunks = new ArrayList<>();
    long first = 0;
    for (int k = 0; k < rules.size(); k++) {
      PieceRows chunk = new PieceRows(this, k, first, rules.get(k).rows() * ground.states());
      chunks.add(chunk);
      first += chunk.rows();
    }
    return chunks;
  }

  @Override
  public Vec responseBiases() {
    return Vec.zeros(1);
  }

  /** Rows of one piece. */
  private record PieceRows(WhitenedRows source, int piece, long first, int rows)
      implements RowChunk {
    @Override
    public int fold() {
      return 0;
    }

    @Override
    public void fill(Block target) {
      source.fill(piece, rows, target);
    }

    @Override
    public void fillErrors(Block target) {
      target.setRows(rows);
      target.fill(0, 0);
    }
  }

  private void fill(int piece, int rows, Block target) {
    Linearised linear = Linearised.at(at, piece, ground);
    TwistedCholesky factor =
        linear
            .factor(at.noise(), at.defect())
            .orElseThrow(() -> new IllegalStateException("WhitenedRows: singular after all"));
    target.copyRows(factor.whitened(design.width(), linear.rows(design)), 0, rows);
  }
}
