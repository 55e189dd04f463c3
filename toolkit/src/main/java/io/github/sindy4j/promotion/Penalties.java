package io.github.sindy4j.promotion;

import io.github.sindy4j.discovery.CandidateOperator;
import io.github.sindy4j.discovery.Freedom;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.SparseMatrix;
import io.github.sindy4j.linalg.SparseMatrixMap;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.regress.Constraint;
import io.github.sindy4j.regress.GroupNorm;
import io.github.sindy4j.regress.NuclearNorm;
import io.github.sindy4j.regress.PenalisedProblem;
import io.github.sindy4j.regress.Penalty;
import io.github.sindy4j.regress.RegressionSummary;
import io.github.sindy4j.symmetry.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * The programme min ½ Σᵢ ‖ỹᵢ − Θ̃ w̃ᵢ‖²/N + λ (‖L(w̃)‖_* + Σ_h ‖K_h F − F‖), in the units of {@link
 * Units}.
 */
final class Penalties {
  private final Units units;
  private final CandidateOperator operator;
  private final Optional<SparseMatrixMap> generators;
  private final List<SparseMatrix> elements;
  private final Constraint constraint;
  private final String reason;

  Penalties(PromotionProblem problem, Units units) {
    this.units = units;
    Action candidates = problem.candidates();
    this.reason = "promotes " + candidates.text();
    Matrix nothing = Matrix.zeros(problem.outputs().size(), problem.library().size());
    this.operator =
        new CandidateOperator(problem.subject(nothing, Freedom.none()), units.outputs());
    this.generators =
        candidates.generators().isEmpty()
            ? Optional.empty()
            : Optional.of(scaled(operator.along(candidates.generators())));
    this.elements =
        candidates.elements().stream().map(h -> units.onScaled(operator.along(h))).toList();
    this.constraint = units.onScaled(problem.demands().parametrisation().constraint());
  }

  private SparseMatrixMap scaled(SparseMatrixMap map) {
    return new SparseMatrixMap(map.rows(), map.cols(), units.onScaled(map.matrix()));
  }

  /** The programme for these rows, λ = 1. */
  PenalisedProblem on(RegressionSummary rows) {
    List<Penalty> penalties = new ArrayList<>();
    generators.ifPresent(
        l ->
            penalties.add(new Penalty(1, new NuclearNorm(l.rows(), l.cols()), l.matrix(), reason)));
    if (!elements.isEmpty()) {
      penalties.add(
          new Penalty(
              1,
              GroupNorm.of(elements.stream().map(SparseMatrix::rows).toList()),
              stacked(),
              reason));
    }
    return new PenalisedProblem(units.scaled(rows), penalties, constraint);
  }

  /** What a solution without penalty is under every penalty. */
  List<Vec> images(PenalisedProblem problem, Vec w) {
    return problem.penalties().stream().map(penalty -> penalty.map().apply(w)).toList();
  }

  private SparseMatrix stacked() {
    List<SortedMap<Integer, Double>> rows = new ArrayList<>();
    for (SparseMatrix element : elements) {
      for (int r = 0; r < element.rows(); r++) {
        rows.add(element.row(r));
      }
    }
    return SparseMatrix.ofRows(elements.get(0).cols(), rows);
  }

  /** By what singular values are divided, for this W. */
  double size(Matrix w) {
    return operator.size(w);
  }

  /** The images of the generators among those of a solution: P×q, or nothing. */
  Optional<Matrix> generators(List<Vec> images) {
    return generators.map(l -> images.get(0).asMatrix(l.rows(), l.cols()));
  }

  /** ‖K_h F − F‖ for every element. */
  Vec elements(List<Vec> images) {
    double[] lengths = new double[elements.size()];
    int at = 0;
    for (int h = 0; h < lengths.length; h++) {
      int to = at + elements.get(h).rows();
      lengths[h] = images.get(images.size() - 1).slice(at, to).norm();
      at = to;
    }
    return Vec.adopt(lengths);
  }
}
