package io.github.sindy4j.smoother;

import io.github.sindy4j.basis.Library;
import io.github.sindy4j.data.Dataset;
import io.github.sindy4j.derivative.NoiseLevel;
import io.github.sindy4j.derivative.WhittakerSmoother;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.notice.BadData;
import io.github.sindy4j.notice.Progress;
import io.github.sindy4j.regress.FreeBlock;
import io.github.sindy4j.regress.Parametrisation;
import io.github.sindy4j.regress.Subset;
import io.github.sindy4j.regress.SubsetSearch;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** One fit: the runs from all starts. */
final class SmootherRun {
  /** The least noise of a state beside its spread. */
  private static final double LEAST_NOISE = 1e-9;

  /** The path begins at twice the chosen number of terms, and so many more. */
  private static final int MORE_TERMS = 10;

  /** A model whose criterion is higher by this is e⁵ = 148 times less likely. */
  private static final double NEAR = 10;

  private final Smoother settings;
  private final List<Piece> pieces;
  private final Ground ground;
  private final Vec noise;
  private final Progress progress;

  SmootherRun(
      Smoother settings, Dataset data, Library library, Parametrisation space, Progress progress) {
    this.settings = settings;
    this.pieces = Piece.of(data);
    this.progress = progress;
    if (pieces.isEmpty()) {
      throw new BadData(
          "too-few-samples",
          data.name(),
          "no segment has four samples in a row",
          "Give more rows, or raise the largest gap (--max-gap)");
    }
    int states = data.schema().states().size();
    Vec scale = scale(states);
    double[] least = new double[states];
    double[] level = NoiseLevel.of(data).toArray();
    for (int i = 0; i < states; i++) {
      double floor = LEAST_NOISE * scale.get(i);
      least[i] = floor * floor;
      level[i] = Math.max(level[i] * level[i], least[i]);
    }
    this.noise = Vec.adopt(level);
    long steps = pieces.stream().mapToLong(Piece::steps).sum();
    Coordinates coordinates = new Coordinates(space);
    double penalty =
        Math.log((double) steps * states)
            + 2 * settings.gamma() * Math.log(Math.max(1, coordinates.size()));
    this.ground =
        new Ground(
            new Field(library, states),
            coordinates,
            new Rules(pieces),
            scale,
            Vec.adopt(least),
            penalty);
  }

  private Vec scale(int states) {
    double[] scale = new double[states];
    for (int i = 0; i < states; i++) {
      double origin = pieces.get(0).measured()[i];
      double sum = 0;
      double squares = 0;
      long count = 0;
      for (Piece piece : pieces) {
        for (int t = i; t < piece.measured().length; t += states) {
          double y = piece.measured()[t] - origin;
          sum += y;
          squares += y * y;
          count++;
        }
      }
      double variance = squares / count - sum / count * (sum / count);
      scale[i] = variance > 0 ? Math.sqrt(variance) : 1;
    }
    return Vec.adopt(scale);
  }

  SmootherFit fit() {
    List<double[]> smooth = pieces.parallelStream().map(this::whittaker).toList();
    Set<List<Integer>> seen = new HashSet<>();
    List<Smoothed> runs = new ArrayList<>();
    int planned = settings.starts().size() + settings.restarts().size();
    for (int k = 0; k < planned; k++) {
      boolean again = k >= settings.starts().size();
      double factor =
          again ? settings.restarts().get(k - settings.starts().size()) : settings.starts().get(k);
      List<double[]> from =
          again ? best(runs).map(run -> run.end().states()).orElse(smooth) : smooth;
      Iterate start = start(from, factor);
      if (seen.add(start.support())) {
        Optional<Smoothed> run = new Descent(ground).run(start, factor, settings.rounds());
        run.ifPresent(
            found -> {
              runs.add(found);
              seen.add(found.end().support());
            });
      }
      progress.report("smooth", k + 1, planned);
    }
    return result(best(runs).orElseThrow(SmootherRun::singular));
  }

  private static Optional<Smoothed> best(List<Smoothed> runs) {
    return runs.stream().min(java.util.Comparator.comparingDouble(Smoothed::criterion));
  }

  private static BadData singular() {
    return new BadData(
        "no-smoothing",
        "",
        "every run met a singular covariance",
        "Use --formulation differential or weak");
  }

  private double[] whittaker(Piece piece) {
    int d = ground.states();
    double[] levels = noise.map(Math::sqrt).toArray();
    for (int i = 0; i < d; i++) {
      levels[i] = noise.get(i) <= ground.leastNoise().get(i) ? 0 : levels[i];
    }
    return WhittakerSmoother.thirdDifferences()
        .smooth(
            Vec.of(piece.times()),
            Matrix.adopt(piece.samples(), d, piece.measured().clone()),
            Vec.adopt(levels))
        .toArray();
  }

  private Iterate start(List<double[]> states, double factor) {
    int m = 3;
    List<double[]> thetas = Iterate.thetas(pieces, states, ground.field());
    FirstFit.Start first =
        new FirstFit(pieces, ground.rules().of(m), thetas, ground.coordinates(), noise)
            .fit(ground.penalty() * factor);
    return new Iterate(
        pieces, states, thetas, first.model(), first.support(), noise, first.defect(), m);
  }

  private SmootherFit result(Smoothed run) {
    Iterate end = run.end();
    int d = ground.states();
    List<SmootherFit.Stretch> stretches = new ArrayList<>();
    for (int k = 0; k < pieces.size(); k++) {
      Piece piece = pieces.get(k);
      stretches.add(
          new SmootherFit.Stretch(
              piece.trajectory(),
              piece.from(),
              Matrix.adopt(piece.samples(), d, end.states().get(k).clone())));
    }
    SubsetSearch search = new SubsetSearch(run.triangle(), run.penalty());
    return new SmootherFit(
        end.model(),
        List.of(freedom(run)),
        alternatives(run, search.path(2 * run.found().terms().size() + MORE_TERMS)),
        alternatives(run, search.neighbours(run.found(), NEAR)),
        stretches,
        end.noise().map(Math::sqrt),
        end.defect().map(Math::sqrt),
        2 * end.order(),
        run.residualVariance(),
        run.criterion(),
        run.rounds(),
        run.converged());
  }

  private List<SmootherFit.Alternative> alternatives(Smoothed run, List<Subset> subsets) {
    double chosen = run.found().criterion(run.penalty());
    return subsets.stream()
        .map(
            subset ->
                new SmootherFit.Alternative(
                    ground.coordinates().model(subset, ground.states()),
                    subset.criterion(run.penalty()) - chosen))
        .toList();
  }

  /** N F over the coefficients that the support moves. */
  private FreeBlock freedom(Smoothed run) {
    List<Integer> terms = run.found().terms();
    TreeMap<Integer, double[]> rows = new TreeMap<>();
    Set<Integer> support = new TreeSet<>(terms);
    for (int u = 0; u < ground.coordinates().space().unknowns(); u++) {
      double[] row = new double[terms.size()];
      boolean moves = false;
      for (var entry : ground.coordinates().space().basis().row(u).entrySet()) {
        if (support.contains(entry.getKey())) {
          int at = terms.indexOf(entry.getKey());
          moves = true;
          for (int c = 0; c < row.length; c++) {
            row[c] += entry.getValue() * run.found().factor().get(at, c);
          }
        }
      }
      if (moves) {
        rows.put(u, row);
      }
    }
    return new FreeBlock(
        List.copyOf(rows.keySet()), Matrix.ofRows(rows.values().toArray(double[][]::new)));
  }
}
