package io.github.sindy4j.formulation;

import io.github.sindy4j.data.Recent;
import io.github.sindy4j.data.Segment;
import io.github.sindy4j.data.StoredData;
import io.github.sindy4j.data.Trajectory;
import io.github.sindy4j.derivative.Estimate;
import io.github.sindy4j.derivative.LocalDifferentiator;
import io.github.sindy4j.derivative.NoiseLevel;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;

/**
 * Smoothed states and rates of stored data, page by page: each page is a part of one segment,
 * estimated with as many of its neighbours as its differentiator reaches. The last few pages are
 * kept, and of every page that was estimated the sums that a bias is found from.
 */
final class StoredEstimates {
  private static final int PAGE = 1 << 13;

  private final StoredData data;
  private final LocalDifferentiator differentiator;
  private final int trimmedEnds;
  private final List<Stretch> stretches = new ArrayList<>();
  private final List<Range> ranges = new ArrayList<>();
  private final List<Range> unused = new ArrayList<>();
  private final Recent<Page> pages;
  private final AtomicReferenceArray<Sums> sums;

  /**
   * A segment that gives rows.
   *
   * @param trajectory its number
   * @param segment its samples
   * @param cut how many of them give no row, at either end
   * @param firstPage the number of its first page
   */
  record Stretch(int trajectory, Segment segment, int cut, int firstPage) {
    int size() {
      return segment.size() - 2 * cut;
    }
  }

  /** The samples {@code part} of a segment. */
  private record Range(int trajectory, Segment segment, Segment part, int cut) {}

  /**
   * An estimated page.
   *
   * @param from its first sample in the trajectory
   * @param samples its samples as they were measured, and some neighbours
   * @param shift the number of its first sample among them
   * @param estimate of its samples
   */
  record Page(int from, Trajectory samples, int shift, Estimate estimate) {
    /** One past its last sample. */
    int to() {
      return from + estimate.rates().rows();
    }
  }

  private record Sums(Vec squares, Vec gains, NoiseLevel.Sums noise) {}

  StoredEstimates(
      StoredData data, LocalDifferentiator differentiator, int trimmedEnds, int leastSamples) {
    this.data = data;
    this.differentiator = differentiator;
    this.trimmedEnds = trimmedEnds;
    List<StoredData.Part> parts = data.outline().parts();
    for (int k = 0; k < parts.size(); k++) {
      for (Segment segment : parts.get(k).segments()) {
        add(k, segment, segment.size() >= leastSamples);
      }
    }
    this.sums = new AtomicReferenceArray<>(ranges.size());
    this.pages = new Recent<>(2 * ForkJoinPool.getCommonPoolParallelism() + 4, this::estimate);
  }

  private void add(int trajectory, Segment segment, boolean used) {
    if (!used) {
      unused.add(new Range(trajectory, segment, segment, 0));
      return;
    }
    int cut = Math.min(trimmedEnds, segment.size() / 4);
    stretches.add(new Stretch(trajectory, segment, cut, ranges.size()));
    for (int from = segment.from(); from < segment.to(); from += PAGE) {
      Segment part = new Segment(from, Math.min(segment.to(), from + PAGE));
      ranges.add(new Range(trajectory, segment, part, cut));
    }
  }

  /** The segments that give rows, in order. */
  List<Stretch> stretches() {
    return stretches;
  }

  /** How many segments are too short. */
  int tooShort() {
    return unused.size();
  }

  /** How many samples are in them. */
  long lost() {
    return unused.stream().mapToLong(range -> range.segment().size()).sum();
  }

  /** The page that holds this sample of a stretch, counted from the beginning of its trajectory. */
  Page page(Stretch stretch, int sample) {
    return pages.at(stretch.firstPage() + (sample - stretch.segment().from()) / PAGE);
  }

  private Page estimate(int page) {
    Range range = ranges.get(page);
    Segment segment = range.segment();
    Segment part = range.part();
    int reach = Math.max(differentiator.reach(), NoiseLevel.WIDEST);
    int from = Math.max(segment.from(), part.from() - reach);
    int to = Math.min(segment.to(), part.to() + reach);
    Trajectory samples = data.samples(range.trajectory(), from, to);
    int shift = part.from() - from;
    int end = shift + part.size();
    Estimate estimate =
        samples
            .rates()
            .map(
                rates ->
                    Estimate.exact(
                        samples.states().rowSlice(shift, end), rates.rowSlice(shift, end)))
            .orElseGet(
                () -> differentiator.estimate(samples.times(), samples.states(), shift, end));
    NoiseLevel.Sums noise = noise();
    noise.add(samples, from, segment, part);
    sums.set(page, new Sums(squares(range, estimate), estimate.errorGains(), noise));
    return new Page(part.from(), samples, shift, estimate);
  }

  private NoiseLevel.Sums noise() {
    return new NoiseLevel.Sums(states(), data.outline().summary().samples());
  }

  private int states() {
    return data.outline().schema().states().size();
  }

  /** Σ e² over the rows of a page. */
  private static Vec squares(Range range, Estimate estimate) {
    Matrix errors = estimate.rateErrors();
    Segment segment = range.segment();
    int first = range.part().from();
    int from = Math.max(0, segment.from() + range.cut() - first);
    int to = Math.min(errors.rows(), segment.to() - range.cut() - first);
    double[] squares = new double[errors.cols()];
    for (int c = 0; c < squares.length; c++) {
      for (int i = from; i < to; i++) {
        squares[c] += errors.get(i, c) * errors.get(i, c);
      }
    }
    return Vec.adopt(squares);
  }

  /** What {@link Biases} makes of all pages; those that were not estimated yet are. */
  Vec squaredBiases() {
    if (data.outline().rates()) {
      return Vec.zeros(states());
    }
    IntStream.range(0, ranges.size())
        .parallel()
        .filter(page -> sums.get(page) == null)
        .forEach(pages::at);
    double[] squares = new double[states()];
    Vec gains = Vec.zeros(squares.length);
    NoiseLevel.Sums noise = noise();
    long rows = 0;
    for (Stretch stretch : stretches) {
      int last = stretch.firstPage() + (stretch.segment().size() - 1) / PAGE;
      Vec own = Vec.zeros(squares.length);
      for (int page = stretch.firstPage(); page <= last; page++) {
        Sums part = sums.get(page);
        for (int c = 0; c < squares.length; c++) {
          squares[c] += part.squares().get(c);
        }
        own = own.plus(part.gains());
        noise.add(part.noise());
      }
      gains = gains.plus(own.times((double) stretch.size() / stretch.segment().size()));
      rows += stretch.size();
    }
    for (Range range : unused) {
      Segment part = range.part();
      noise.add(data.samples(range.trajectory(), part.from(), part.to()), part.from(), part, part);
    }
    return DifferentialRows.withoutNoise(squares, gains, noise::level, rows);
  }
}
