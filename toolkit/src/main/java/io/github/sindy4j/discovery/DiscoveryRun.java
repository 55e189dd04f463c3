package io.github.sindy4j.discovery;

import io.github.sindy4j.algebra.Generator;
import io.github.sindy4j.exact.Rational;
import io.github.sindy4j.linalg.Spectrum;
import io.github.sindy4j.linalg.Team;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.notice.BadSetting;
import io.github.sindy4j.notice.Notice;
import io.github.sindy4j.symmetry.Fibre;
import io.github.sindy4j.symmetry.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** One search, from candidates to spectrum; mutable while it runs, for one thread. */
final class DiscoveryRun {
  private final Discovery settings;
  private final Subject subject;
  private final String name;
  private final List<Generator> candidates;
  private final int q;
  private final Subject seen;
  private final Measure measure;
  private final List<Notice> notices = new ArrayList<>();

  DiscoveryRun(Discovery settings, Subject subject, GeneratorSpace space) {
    this.settings = settings;
    this.subject = subject;
    this.name = space.name();
    this.candidates = space.basis();
    this.q = candidates.size();
    check();
    // Terms that F does not have matter only where the fit could have had them.
    this.seen = subject.freedom().isNone() ? subject.reduced() : subject;
    this.measure = Measure.of(seen, candidates);
  }

  private void check() {
    for (Generator xi : candidates) {
      if (!xi.variables().equals(subject.library().variables())) {
        throw new BadSetting(
            "wrong-variables",
            "candidates",
            "the generator " + xi + " is on " + xi.variables(),
            "Give generators on the variables of the model: " + subject.library().variables());
      }
    }
    if (subject.fibre() instanceof Fibre.Linear) {
      throw new BadSetting(
          "fibre-not-of-the-candidate",
          "candidates",
          "a fibre map given by formulas belongs to one generator, not to all candidates",
          "Take Fibre.pushforward or Fibre.scalar");
    }
  }

  SymmetrySpectrum spectrum() {
    LieDefect form = new LieDefect(subject, measure, candidates);
    RelativeDefect relative = form.relative(settings.rescaling());
    DefectUncertainty uncertainty = new DefectUncertainty(seen, measure, form.units());
    Spectrum directions = relative.spectrum();
    Optional<List<SortedMap<Integer, Rational>>> exactly =
        ExactNullSpace.of(subject.reduced(), candidates, settings.rescaling());
    int within =
        exactly
            .filter(basis -> settings.tolerance() == 0)
            .map(List::size)
            .orElseGet(() -> directions.upTo(settings.limit()));
    boolean exact = exactly.filter(basis -> basis.size() == within).isPresent();
    Judge judge = new Judge(relative, uncertainty, exact);
    ReadableSpace.Basis basis =
        new ReadableSpace(candidates, relative, judge::spread, settings.limit(), measure)
            .of(directions, within, exactly.filter(b -> exact));
    Optional<Vec> itself = form.itself().map(this::widened);
    List<Finding> generators = findings(basis, itself, judge);
    List<Finding> each = Team.map(q, judge::given);
    List<Boolean> open =
        Team.map(
            directions.values().size() - within,
            k -> judge.isOpen(directions.directions().col(within + k)));
    int undecidable =
        (int) generators.stream().filter(DiscoveryRun::isOpen).count()
            + Collections.frequency(open, true);
    tell(form, generators, exactly.map(List::size), undecidable);
    return assembled(directions.values(), generators, each, undecidable, exact);
  }

  private SymmetrySpectrum assembled(
      Vec values, List<Finding> generators, List<Finding> each, int undecidable, boolean exact) {
    SpannedAlgebra spanned = SpannedAlgebra.of(generators, measure, settings.limit(), exact);
    return new SymmetrySpectrum(
        name,
        subject.region(),
        settings.tolerance(),
        values,
        generators,
        each,
        spanned.closed(),
        spanned.residual(),
        spanned.type(),
        discrete(),
        undecidable,
        exact,
        notices);
  }

  private Optional<DiscreteSymmetries> discrete() {
    boolean wanted = settings.discrete() || !settings.elements().isEmpty();
    return wanted ? Optional.of(settings.discrete(subject)) : Optional.empty();
  }

  /** The combination with c = 0. */
  private Vec widened(Vec b) {
    double[] entries = new double[q + (settings.rescaling() ? 1 : 0)];
    System.arraycopy(b.toArray(), 0, entries, 0, q);
    return Vec.adopt(entries);
  }

  /**
   * The basis with F itself marked where it lies in its span: either one of the basis is a multiple
   * of F, or F replaces the one with the most parts.
   */
  private List<Finding> findings(ReadableSpace.Basis basis, Optional<Vec> itself, Judge judge) {
    Vec shares =
        itself
            .map(f -> Shares.of(f, basis.plain(), judge.relative.sizes()))
            .orElse(Vec.zeros(basis.plain().size()));
    int trivial = Shares.mostComplex(shares, basis.plain());
    boolean replaced = trivial >= 0 && !Shares.isAlone(shares);
    List<Finding> findings = new ArrayList<>();
    for (int k = 0; k < basis.shown().size(); k++) {
      boolean isField = replaced && k == trivial;
      Vec b = isField ? itself.orElseThrow() : basis.shown().get(k);
      Generator plain = isField ? subject.asGenerator() : Combinations.of(candidates, b);
      String fallback = k == trivial ? "F" : "v" + (k + 1);
      Generator named = plain.named(GeneratorNames.of(plain).orElse(fallback));
      findings.add(judge.of(named, b, k == trivial));
    }
    return findings;
  }

  private void tell(
      LieDefect form, List<Finding> generators, Optional<Integer> exactly, int undecidable) {
    if (!measure.isExact()) {
      notices.add(
          Notice.info(
              "sampled",
              "defects are means over %d points, because not all functions are polynomials"
                  .formatted(measure.points().orElseThrow().rows())));
    }
    tellOfTheModel(form);
    if (generators.stream().anyMatch(Finding::trivial)) {
      notices.add(
          Notice.info(
              "trivial", "every model commutes with itself: that generator is marked as trivial"));
    }
    exactly
        .filter(d -> d < generators.size())
        .ifPresent(
            d ->
                notices.add(
                    Notice.info(
                        "approximate",
                        "%d of the %d generators hold exactly for these coefficients"
                            .formatted(d, generators.size()))));
    if (undecidable > 0) {
      notices.add(
          Notice.warning(
              "undecidable",
              ("the data leave %d of %d directions undecided: other coefficients that fit them as"
                      + " well would give another answer")
                  .formatted(undecidable, q)));
    }
  }

  private void tellOfTheModel(LieDefect form) {
    if (form.rates().norm() == 0) {
      notices.add(
          Notice.warning("zero-model", "the model is zero: everything is a symmetry of it"));
    } else if (isLinear()) {
      notices.add(
          Notice.info(
              "linear-model",
              "the model is linear: it commutes with itself, with the scaling of all states and with"
                  + " every power of its matrix, whatever it describes"));
    }
  }

  private boolean isLinear() {
    return subject.isField()
        && subject.reduced().library().terms().stream()
            .allMatch(
                t ->
                    t.isMonomial()
                        && t.exponents().stream().mapToInt(Integer::intValue).sum() == 1);
  }

  private static boolean isOpen(Finding finding) {
    return finding.verdict() == Verdict.UNDECIDABLE;
  }

  /** Gives verdicts. */
  private final class Judge {
    private final RelativeDefect relative;
    private final DefectUncertainty uncertainty;
    private final boolean exact;

    Judge(RelativeDefect relative, DefectUncertainty uncertainty, boolean exact) {
      this.relative = relative;
      this.uncertainty = uncertainty;
      this.exact = exact;
    }

    /** How far ρ(b) could be off. */
    double spread(Vec b) {
      return uncertainty.of(Combinations.of(candidates, b), pace(b), relative.size(b));
    }

    /** c of [v, F] = c F. */
    private double pace(Vec b) {
      return settings.rescaling() ? b.get(q) : 0;
    }

    /** One of the generators found. */
    Finding of(Generator v, Vec b, boolean trivial) {
      return finding(v, b, exact ? 0 : relative.of(b), trivial);
    }

    private Finding finding(Generator v, Vec b, double defect, boolean trivial) {
      double c = pace(b);
      double spread = uncertainty.of(v, c, relative.size(b));
      return new Finding(
          v, defect, spread, c, Verdict.of(defect, spread, settings.limit()), trivial);
    }

    /** A candidate as it was given, with the best c. */
    Finding given(int a) {
      double[] entries = new double[relative.sizes().size()];
      entries[a] = 1;
      Vec b = Vec.adopt(entries);
      Vec paced = settings.rescaling() ? relative.completed(b, q) : b;
      return finding(candidates.get(a), paced, relative.of(paced), false);
    }

    /** Whether the data leave this combination undecided. */
    boolean isOpen(Vec b) {
      return !subject.freedom().isNone()
          && DiscoveryRun.isOpen(finding(Combinations.of(candidates, b), b, relative.of(b), false));
    }
  }
}
