package io.github.sindy4j.formulation;

import io.github.sindy4j.basis.Library;
import io.github.sindy4j.data.PassingData;
import io.github.sindy4j.data.Trajectory;
import io.github.sindy4j.derivative.LocalDifferentiator;
import io.github.sindy4j.derivative.NoiseLevel;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.regress.PassedRows;
import io.github.sindy4j.regress.Residuals;
import io.github.sindy4j.regress.RowSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The rows [θ(x̃ₜ, uₜ) | ẋₜ] of data that go by once. Samples wait until so many of their segment
 * have come that their rates can be estimated; then batches of them are folded side by side and
 * forgotten. The bits do not depend on the threads. Kept are: the first batches, which tell how
 * residuals are correlated; every so manieth batch, for pictures; triangles.
 */
public final class PassingRows implements PassingData.Receiver {
  /** So many batches are folded side by side. */
  private static final int WAVE = 16;

  /** A batch has about so many numbers, but not fewer or more rows than these. */
  private static final int BATCH = 1 << 14;

  private static final int FEWEST_ROWS = 256;
  private static final int MOST_ROWS = 2048;

  /** So many batches are kept for pictures, or half as many. */
  private static final int PICTURES = 16;

  private final PassingData.Heading heading;
  private final Library library;
  private final LocalDifferentiator differentiator;
  private final int least;
  private final int batchRows;
  private final Map<Integer, PassingWindow> windows = new TreeMap<>();
  private final List<RowBatch> wave = new ArrayList<>();
  private final List<RowBatch> first = new ArrayList<>();
  private final List<RowBatch> pictures = new ArrayList<>();
  private final PassedRows passed = new PassedRows();
  private final double[] squares;
  private final NoiseLevel.Sums noise;
  private List<RowBatch.Piece> pieces = new ArrayList<>();
  private int piecedRows;
  private int waiting;
  private int every = 1;
  private int batches;
  private long firstRows;
  private Vec gains;
  private int tooShort;
  private long lost;

  PassingRows(
      PassingData.Heading heading, Library library, LocalDifferentiator differentiator, int least) {
    this.heading = heading;
    this.library = library;
    this.differentiator = differentiator;
    this.least = least;
    int states = heading.schema().states().size();
    int width = 1 + states * (heading.rates() ? 2 : 1) + heading.schema().controls().size();
    this.batchRows = Math.max(FEWEST_ROWS, Math.min(MOST_ROWS, BATCH / width));
    this.squares = new double[states];
    this.gains = Vec.zeros(states);
    this.noise = NoiseLevel.Sums.everySo(states, 1);
  }

  @Override
  public void take(int trajectory, Trajectory next) {
    windows.computeIfAbsent(trajectory, k -> new PassingWindow(reach(), least)).add(next);
    waiting += next.size();
    if (waiting >= batchRows + windows.size() * reach()) {
      windows.values().forEach(this::release);
      waiting = windows.values().stream().mapToInt(PassingWindow::waiting).sum();
    }
  }

  private int reach() {
    return Math.max(differentiator.reach(), NoiseLevel.WIDEST);
  }

  private void release(PassingWindow window) {
    window.released().ifPresent(this::piece);
  }

  @Override
  public void endSegment(int trajectory) {
    Optional.ofNullable(windows.remove(trajectory)).ifPresent(this::end);
  }

  private void end(PassingWindow window) {
    waiting -= window.waiting();
    if (window.samples() < least) {
      tooShort++;
      lost += window.samples();
    } else {
      piece(window.rest());
    }
  }

  private void piece(RowBatch.Piece piece) {
    pieces.add(piece);
    piecedRows += piece.rows();
    if (piecedRows >= batchRows) {
      close();
    }
  }

  private void close() {
    if (pieces.isEmpty()) {
      return;
    }
    RowBatch batch = new RowBatch(heading, library, differentiator, pieces);
    wave.add(batch);
    if (firstRows < Residuals.LONGEST) {
      first.add(batch);
      firstRows += piecedRows;
    }
    picture(batch);
    pieces = new ArrayList<>();
    piecedRows = 0;
    if (wave.size() == WAVE) {
      fold();
    }
  }

  private void picture(RowBatch batch) {
    if (batches++ % every == 0) {
      pictures.add(batch);
    }
    if (pictures.size() > PICTURES) {
      for (int k = pictures.size() / 2; k > 0; k--) {
        pictures.remove(2 * k - 1);
      }
      every *= 2;
    }
  }

  private void fold() {
    List<RowBatch.Folded> folded = wave.parallelStream().map(RowBatch::folded).toList();
    wave.clear();
    for (RowBatch.Folded batch : folded) {
      passed.add(batch.part());
      Arrays.setAll(squares, c -> squares[c] + batch.squares().get(c));
      gains = gains.plus(batch.gains());
      noise.add(batch.noise());
    }
  }

  @Override
  public List<Trajectory> kept() {
    close();
    if (pictures.isEmpty()) {
      throw DifferentialForm.tooFewSamples(heading.name(), least, differentiator);
    }
    return pictures.stream().flatMap(batch -> batch.samples().stream()).toList();
  }

  /** What is left of all rows when all samples have gone by. */
  public Result finish() {
    close();
    fold();
    if (passed.rows() == 0) {
      throw DifferentialForm.tooFewSamples(heading.name(), least, differentiator);
    }
    Vec biases =
        heading.rates()
            ? Vec.zeros(squares.length)
            : DifferentialRows.withoutNoise(squares, gains, noise::level, passed.rows());
    List<RowBatch.Piece> head = first.stream().flatMap(b -> b.pieces().stream()).toList();
    RowSource beginning = new RowBatch(heading, library, differentiator, head).rows();
    return new Result(passed, biases, beginning, tooShort, lost);
  }

  /**
   * What is left of rows that went by.
   *
   * @param rows the triangles of blocks
   * @param biases Σ e² of the systematic errors of each rate
   * @param beginning the first rows
   * @param tooShort how many segments were too short
   * @param lost how many samples were in these
   */
  public record Result(PassedRows rows, Vec biases, RowSource beginning, int tooShort, long lost) {}
}
