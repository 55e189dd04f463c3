package io.github.sindy4j.smoother;

import io.github.sindy4j.basis.Library;
import io.github.sindy4j.data.Dataset;
import io.github.sindy4j.derivative.NoiseLevel;
import io.github.sindy4j.derivative.Spread;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Team;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.notice.BadData;
import io.github.sindy4j.notice.Progress;
import io.github.sindy4j.regress.FreeBlock;
import io.github.sindy4j.regress.Parametrisation;
import io.github.sindy4j.regress.Subset;
import io.github.sindy4j.regress.SubsetSearch;
import java.util.ArrayList;
import java.util.List;
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
  private final List<SymmetricForm> forms;
  private final Progress progress;

  SmootherRun(
      Smoother settings,
      Dataset data,
      Library library,
      Parametrisation space,
      List<SymmetricForm> forms,
      Progress progress) {
    this.settings = settings;
    this.forms = forms;
    int variables = data.schema().states().size();
    int states = variables / settings.order();
    this.pieces = Piece.of(data, states);
    this.progress = progress;
    if (pieces.isEmpty()) {
      throw new BadData(
          "too-few-samples",
          data.name(),
          "no segment has four samples in a row",
          "Give more rows, or raise the largest gap (--max-gap)");
    }
    double[] scale = new double[states];
    double[] least = new double[states];
    double[] level = NoiseLevel.of(data).slice(0, states).toArray();
    for (int i = 0; i < states; i++) {
      double spread = Spread.of(data, i);
      scale[i] = spread > 0 ? spread : 1;
      double floor = LEAST_NOISE * scale[i];
      least[i] = floor * floor;
      level[i] = Math.max(level[i] * level[i], least[i]);
    }
    this.noise = Vec.adopt(level);
    Rules rules = new Rules(pieces, settings.order(), settings.between());
    Coordinates coordinates = new Coordinates(space, library.size(), variables - states);
    double penalty =
        Math.log((double) rules.rows() * states)
            + 2 * settings.gamma() * Math.log(Math.max(1, coordinates.size()));
    this.ground =
        new Ground(
            pieces,
            new Field(library, variables),
            coordinates,
            rules,
            NoiseLaws.constant(pieces, states),
            Vec.adopt(scale),
            Vec.adopt(least),
            penalty);
  }

  SmootherFit fit() {
    Settled plain = starts(ground).best(progress).orElseThrow(SmootherRun::singular);
    Settled likely = plain.withLikelyNoise(this::starts).withExactEquations(this::starts);
    return result(simplest(likely));
  }

  private Settled simplest(Settled settled) {
    return !settings.forms() || forms.isEmpty() || !settled.ground().coordinates().isEverything()
        ? settled
        : new FormChoice(settled, settings, forms).find().orElse(settled);
  }

  private Starts starts(Ground on) {
    return new Starts(settings, on, noise);
  }

  private static BadData singular() {
    return new BadData(
        "no-smoothing",
        "",
        "every run met a singular covariance",
        "Use --formulation differential or weak");
  }

  /** Models that were nearly chosen. */
  private record Others(List<Subset> path, List<Subset> nearTies) {}

  private SmootherFit result(Settled settled) {
    Smoothed run = settled.run();
    FreeBlock freedom = freedom(settled.ground().coordinates(), run.found());
    return Team.both(
        () -> others(run),
        () -> stretches(run.end(), settled.examined().deviations(freedom)),
        (others, stretches) -> result(settled, freedom, others, stretches));
  }

  private static Others others(Smoothed run) {
    SubsetSearch search = new SubsetSearch(run.triangle(), run.penalty());
    return new Others(
        search.path(2 * run.found().terms().size() + MORE_TERMS),
        search.neighbours(run.found(), NEAR));
  }

  private SmootherFit result(
      Settled settled, FreeBlock freedom, Others others, List<SmootherFit.Stretch> stretches) {
    Smoothed run = settled.run();
    Iterate end = run.end();
    Coordinates coordinates = settled.ground().coordinates();
    return new SmootherFit(
        coordinates.model(run.found()),
        List.of(freedom),
        alternatives(coordinates, run, others.path()),
        alternatives(coordinates, run, others.nearTies()),
        stretches,
        end.noise().map(Math::sqrt),
        settled.ground().laws().laws(),
        settled.ground().laws().shares(end.noise()),
        end.defect().map(Math::sqrt),
        2 * end.order(),
        run.residualVariance(),
        run.criterion(),
        diagnosis(settled),
        settled.form(),
        new WhitenedRows(settled.ground(), run),
        run.rounds(),
        run.converged());
  }

  private static List<SmootherFit.Alternative> alternatives(
      Coordinates coordinates, Smoothed run, List<Subset> subsets) {
    double chosen = run.found().criterion(run.penalty());
    return subsets.stream()
        .map(
            subset ->
                new SmootherFit.Alternative(
                    coordinates.model(subset),
                    freedom(coordinates, subset),
                    subset.criterion(run.penalty()) - chosen))
        .toList();
  }

  private Diagnosis diagnosis(Settled settled) {
    Diagnosis diagnosis = settled.diagnosis();
    Iterate end = settled.run().end();
    return diagnosis.isSuspect()
        ? diagnosis.withMissing(
            new MissingTerms(settled.ground(), end, diagnosis, this::starts).find())
        : diagnosis;
  }

  private List<SmootherFit.Stretch> stretches(Iterate end, List<double[]> deviations) {
    int d = ground.states();
    List<SmootherFit.Stretch> stretches = new ArrayList<>();
    for (int k = 0; k < pieces.size(); k++) {
      Piece piece = pieces.get(k);
      stretches.add(
          new SmootherFit.Stretch(
              piece.trajectory(),
              piece.from(),
              states(end, k),
              Matrix.adopt(piece.samples(), d, deviations.get(k))));
    }
    return stretches;
  }

  /** The smoothed states of a piece, and their rates where equations are of second order. */
  private Matrix states(Iterate end, int piece) {
    double[] x = end.states().get(piece);
    double[] states =
        ground.rules().of(end.order()).get(piece).points().statesAndRates(x, ground.states());
    int samples = pieces.get(piece).samples();
    return Matrix.adopt(samples, states.length / samples, states);
  }

  /** N F over the coefficients that the support moves. */
  private static FreeBlock freedom(Coordinates coordinates, Subset found) {
    List<Integer> terms = found.terms();
    TreeMap<Integer, double[]> rows = new TreeMap<>();
    Set<Integer> support = new TreeSet<>(terms);
    for (int u = 0; u < coordinates.space().unknowns(); u++) {
      double[] row = new double[terms.size()];
      boolean moves = false;
      for (var entry : coordinates.space().basis().row(u).entrySet()) {
        if (support.contains(entry.getKey())) {
          int at = terms.indexOf(entry.getKey());
          moves = true;
          for (int c = 0; c < row.length; c++) {
            row[c] += entry.getValue() * found.factor().get(at, c);
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
