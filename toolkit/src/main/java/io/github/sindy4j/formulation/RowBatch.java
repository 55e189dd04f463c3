package io.github.sindy4j.formulation;

import io.github.sindy4j.basis.Library;
import io.github.sindy4j.data.Dataset;
import io.github.sindy4j.data.PassingData;
import io.github.sindy4j.data.Segment;
import io.github.sindy4j.data.Trajectory;
import io.github.sindy4j.derivative.Estimate;
import io.github.sindy4j.derivative.LocalDifferentiator;
import io.github.sindy4j.derivative.NoiseLevel;
import io.github.sindy4j.formulation.FormulatedRows.Stretch;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.regress.PassedRows;
import io.github.sindy4j.regress.RowSource;
import java.util.ArrayList;
import java.util.List;

/**
 * Some samples that went by with the neighbours that their rates rest on, and what any thread can
 * make of them.
 */
record RowBatch(
    PassingData.Heading heading,
    Library library,
    LocalDifferentiator differentiator,
    List<Piece> pieces) {
  /** For the level of noise every so manieth sample is looked at, but so many of each piece. */
  private static final int STRIDE = 64;

  private static final int LOOKED_AT = 32;

  RowBatch {
    pieces = List.copyOf(pieces);
  }

  /**
   * Samples of one segment.
   *
   * @param samples these and their neighbours
   * @param from the first of them that counts
   * @param to one past the last
   */
  record Piece(Trajectory samples, int from, int to) {
    int rows() {
      return to - from;
    }
  }

  /**
   * A batch when it has been folded.
   *
   * @param part its rows
   * @param squares Σ e² of each rate
   * @param gains what noise of unit variance adds to them
   * @param noise the level of noise
   */
  record Folded(PassedRows.Part part, Vec squares, Vec gains, NoiseLevel.Sums noise) {}

  /** The samples without their neighbours. */
  List<Trajectory> samples() {
    return pieces.stream()
        .map(piece -> PassingWindow.slice(piece.samples(), piece.from(), piece.to()))
        .toList();
  }

  /** The rows as a source of their own. */
  RowSource rows() {
    return rows(stretches());
  }

  private RowSource rows(List<Stretch> stretches) {
    List<Trajectory> samples = pieces.stream().map(Piece::samples).toList();
    return DifferentialRows.undivided(
        new Dataset(heading.name(), heading.schema(), samples, List.of()), library, stretches);
  }

  private List<Stretch> stretches() {
    List<Stretch> stretches = new ArrayList<>();
    for (int k = 0; k < pieces.size(); k++) {
      Piece piece = pieces.get(k);
      stretches.add(new Stretch(k, piece.from(), estimate(piece)));
    }
    return stretches;
  }

  private Estimate estimate(Piece piece) {
    Trajectory samples = piece.samples();
    return samples
        .rates()
        .map(
            rates ->
                Estimate.exact(
                    samples.states().rowSlice(piece.from(), piece.to()),
                    rates.rowSlice(piece.from(), piece.to())))
        .orElseGet(
            () ->
                differentiator.estimate(
                    samples.times(), samples.states(), piece.from(), piece.to()));
  }

  Folded folded() {
    int states = heading.schema().states().size();
    List<Stretch> stretches = stretches();
    double[] squares = new double[states];
    Vec gains = Vec.zeros(states);
    NoiseLevel.Sums noise = NoiseLevel.Sums.everySo(states, 1);
    for (int k = 0; k < pieces.size(); k++) {
      Estimate estimate = stretches.get(k).estimate();
      DifferentialRows.addSquares(estimate.rateErrors(), squares);
      gains = gains.plus(estimate.errorGains());
      if (!heading.rates()) {
        Piece piece = pieces.get(k);
        int stride = Math.max(1, Math.min(STRIDE, piece.rows() / LOOKED_AT));
        NoiseLevel.Sums own = NoiseLevel.Sums.everySo(states, stride);
        Segment all = new Segment(0, piece.samples().size());
        own.add(piece.samples(), 0, all, new Segment(piece.from(), piece.to()));
        noise.add(own);
      }
    }
    return new Folded(PassedRows.Part.of(rows(stretches)), Vec.adopt(squares), gains, noise);
  }
}
