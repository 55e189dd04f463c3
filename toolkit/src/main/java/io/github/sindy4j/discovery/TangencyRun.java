package io.github.sindy4j.discovery;

import io.github.sindy4j.algebra.Generator;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Spectrum;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.notice.BadData;
import io.github.sindy4j.notice.BadSetting;
import io.github.sindy4j.notice.Notice;
import io.github.sindy4j.symmetry.Region;
import io.github.sindy4j.symmetry.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** One search on points; mutable while it runs, for one thread. */
final class TangencyRun {
  private static final double ETA = 0.01;

  private final Tangency settings;
  private final String name;
  private final List<Generator> candidates;
  private final Matrix states;
  private final Matrix rates;
  private final Region region;
  private final Vec units;
  private final List<Notice> notices = new ArrayList<>();
  private boolean undetermined;

  TangencyRun(Tangency settings, GeneratorSpace space, Matrix states, Matrix rates) {
    this.settings = settings;
    this.name = space.name();
    this.candidates = space.basis();
    this.states = states;
    this.rates = rates;
    check();
    this.region = box(states);
    this.units = units();
  }

  private void check() {
    for (Generator xi : candidates) {
      if (xi.variables().size() != states.cols()) {
        throw new BadSetting(
            "wrong-dimension",
            "candidates",
            "the generator " + xi + " is on " + xi.variables().size() + " variables",
            "The points have " + states.cols() + " coordinates");
      }
    }
    for (double v :
        FunctionColumns.stacked(List.of(states.transpose(), rates.transpose())).toArray()) {
      if (!Double.isFinite(v)) {
        throw new BadData(
            "not-finite", "points", "a coordinate is not finite", "Leave incomplete points out");
      }
    }
  }

  /** The smallest box around points; where a coordinate is constant, as wide as the widest. */
  private static Region box(Matrix x) {
    double[] lower = new double[x.cols()];
    double[] upper = new double[x.cols()];
    double widest = 0;
    for (int i = 0; i < x.cols(); i++) {
      lower[i] = Double.POSITIVE_INFINITY;
      upper[i] = Double.NEGATIVE_INFINITY;
      for (int l = 0; l < x.rows(); l++) {
        lower[i] = Math.min(lower[i], x.get(l, i));
        upper[i] = Math.max(upper[i], x.get(l, i));
      }
      widest = Math.max(widest, upper[i] - lower[i]);
    }
    for (int i = 0; i < x.cols(); i++) {
      if (!(upper[i] - lower[i] > 1e-9 * widest)) {
        double half = widest == 0 ? 1 : widest / 2;
        lower[i] -= half;
        upper[i] += half;
      }
    }
    return new Region(Vec.adopt(lower), Vec.adopt(upper));
  }

  /** 1/h of every state, then of every rate. */
  private Vec units() {
    double[] all = new double[states.cols() + rates.cols()];
    Vec own = CandidateFunctions.units(region);
    System.arraycopy(own.toArray(), 0, all, 0, own.size());
    if (rates.cols() > 0) {
      Vec others = CandidateFunctions.units(box(rates));
      System.arraycopy(others.toArray(), 0, all, own.size(), others.size());
    }
    return Vec.adopt(all);
  }

  SymmetrySpectrum spectrum() {
    Matrix cloud = scaledCloud();
    LocalTangents local = new LocalTangents(cloud, bases());
    int m = dimension(local);
    PointMotion motion =
        new PointMotion(
            candidates, states, rates, region, units, bases(), tangents(local, m, cloud.cols()));
    RelativeDefect relative =
        RelativeDefect.of(
            motion.stacked(motion::normal),
            FunctionColumns.stacked(
                List.of(motion.stacked(motion::whole), motion.slopes().map(v -> ETA * v))));
    Spectrum directions = relative.spectrum();
    int within = directions.upTo(settings.tolerance());
    Measure measure = new Measure(region, Optional.empty());
    ReadableSpace.Basis basis =
        new ReadableSpace(
                candidates,
                relative,
                b -> motion.uncertainty(b, relative),
                settings.tolerance(),
                measure)
            .of(directions, within, Optional.empty());
    List<Finding> generators = new ArrayList<>();
    for (int k = 0; k < within; k++) {
      Vec b = basis.shown().get(k);
      Generator v = Combinations.of(candidates, b);
      String label = GeneratorNames.of(v).orElse("v" + (k + 1));
      generators.add(finding(v.named(label), b, motion, relative));
    }
    return assembled(directions, generators, motion, relative, measure);
  }

  private SymmetrySpectrum assembled(
      Spectrum directions,
      List<Finding> generators,
      PointMotion motion,
      RelativeDefect relative,
      Measure measure) {
    List<Finding> each = new ArrayList<>();
    for (int a = 0; a < candidates.size(); a++) {
      Vec b = Matrix.identity(candidates.size()).col(a);
      each.add(finding(candidates.get(a), b, motion, relative));
    }
    int undecidable = 0;
    for (Finding found : generators) {
      undecidable += found.verdict() == Verdict.UNDECIDABLE ? 1 : 0;
    }
    for (int k = generators.size(); k < candidates.size(); k++) {
      Vec b = directions.directions().col(k);
      Verdict verdict =
          Verdict.of(relative.of(b), motion.uncertainty(b, relative), settings.tolerance());
      undecidable += verdict == Verdict.UNDECIDABLE ? 1 : 0;
    }
    tell(generators, undecidable);
    SpannedAlgebra spanned = SpannedAlgebra.of(generators, measure, settings.tolerance(), false);
    return new SymmetrySpectrum(
        name,
        region,
        settings.tolerance(),
        directions.values(),
        generators,
        each,
        spanned.closed(),
        spanned.residual(),
        spanned.type(),
        Optional.empty(),
        undecidable,
        false,
        notices);
  }

  private Finding finding(Generator v, Vec b, PointMotion motion, RelativeDefect relative) {
    double defect = relative.of(b);
    double spread = motion.uncertainty(b, relative);
    return new Finding(
        v,
        defect,
        spread,
        0,
        Verdict.of(defect, spread, settings.tolerance()),
        motion.isStill(b) || motion.isField(b));
  }

  private void tell(List<Finding> generators, int undecidable) {
    if (generators.stream().anyMatch(Finding::trivial)) {
      notices.add(
          Notice.info(
              "trivial",
              "generators marked as trivial leave every point where it is, or are the field itself"));
    }
    if (undecidable > 0) {
      notices.add(
          Notice.warning(
              "undecidable",
              ("the points leave %d of %d directions undecided: tangent spaces are too uncertain for"
                      + " this tolerance, or the points do not move")
                  .formatted(undecidable, candidates.size())));
    }
  }

  private Matrix scaledCloud() {
    int d = units.size();
    double[] cloud = new double[states.rows() * d];
    for (int l = 0; l < states.rows(); l++) {
      for (int i = 0; i < d; i++) {
        double value = i < states.cols() ? states.get(l, i) : rates.get(l, i - states.cols());
        cloud[l * d + i] = value * units.get(i);
      }
    }
    return Matrix.adopt(states.rows(), d, cloud);
  }

  /** At most so many points, evenly picked. */
  private List<Integer> bases() {
    int count = Math.min(settings.mostPoints(), states.rows());
    List<Integer> bases = new ArrayList<>();
    for (int k = 0; k < count; k++) {
      bases.add((int) ((long) k * states.rows() / count));
    }
    return bases;
  }

  private int dimension(LocalTangents local) {
    int d = units.size();
    boolean pairs = rates.cols() > 0;
    int estimated = local.dimension();
    int m = settings.dimension().orElse(pairs ? states.cols() : estimated);
    if (m < d && states.rows() < 2 * LocalTangents.least(m)) {
      throw new BadData(
          "too-few-points",
          "points",
          states.rows() + " are too few for tangent spaces of dimension " + m,
          "Give at least " + 2 * LocalTangents.least(m));
    }
    notices.add(Notice.info("dimension", "the points are taken to lie on a set of dimension " + m));
    if (pairs && settings.dimension().isEmpty() && estimated < m) {
      undetermined = true;
      notices.add(
          Notice.warning(
              "few-directions",
              ("neighbouring points differ in %d directions only, not in %d: they lie on too few"
                      + " trajectories to tell the field between them")
                  .formatted(estimated, m)));
    }
    return m;
  }

  /** Tangent spaces; where the points do not determine them, with errors without bound. */
  private LocalTangents.Tangents tangents(LocalTangents local, int m, int d) {
    int count = bases().size();
    double[] unknown = new double[count];
    Arrays.fill(unknown, Double.POSITIVE_INFINITY);
    if (m < d) {
      LocalTangents.Tangents found = local.of(m);
      return undetermined
          ? new LocalTangents.Tangents(found.normals(), Vec.adopt(unknown), found.neighbours())
          : found;
    }
    notices.add(
        Notice.warning("fills-space", "the points fill their space: everything is tangent to it"));
    return new LocalTangents.Tangents(
        Collections.nCopies(count, Matrix.zeros(d, d)), Vec.adopt(unknown), 0);
  }
}
