package io.github.sindy4j.promotion;

import io.github.sindy4j.algebra.Generator;
import io.github.sindy4j.algebra.LieAlgebra;
import io.github.sindy4j.discovery.Discovery;
import io.github.sindy4j.discovery.Finding;
import io.github.sindy4j.discovery.Freedom;
import io.github.sindy4j.discovery.GeneratorSpace;
import io.github.sindy4j.discovery.Subject;
import io.github.sindy4j.discovery.SymmetrySpectrum;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.notice.BadSetting;
import java.util.ArrayList;
import java.util.List;

/** The symmetries of a penalised fit, by their number: those of the smallest defects. */
final class KernelReading {
  private static final double LARGEST_TOLERANCE = 0.999;

  /** Smaller defects of a penalised fit say no more. */
  private static final double LEAST = 1e-3;

  /** Defects that differ by less belong to one another. */
  private static final double CLEAR = 1.5;

  private final Subject subject;
  private final GeneratorSpace candidates;
  private final SymmetrySpectrum whole;

  KernelReading(PromotionProblem problem, Matrix w, double usual) {
    this.subject = problem.subject(w, Freedom.of(problem.data(), w));
    this.candidates =
        new GeneratorSpace(problem.candidates().text(), problem.candidates().generators());
    // Defects alone need no uncertainties, which cost the most.
    this.whole =
        Discovery.defaults()
            .withTolerance(usual)
            .of(subject.withFreedom(Freedom.none()), candidates);
  }

  /** The spectrum whose {@code count} smallest defects are within the tolerance. */
  SymmetrySpectrum reading(int count) {
    return at(tolerance(count));
  }

  /** Every candidate as it was given, with its defect. */
  List<Finding> each() {
    return whole.each();
  }

  /** Whether the next defect is clearly larger. */
  boolean isClear(int count) {
    Vec defects = whole.singularValues();
    return count >= defects.size() || defects.get(count) >= CLEAR * defects.get(count - 1);
  }

  private double tolerance(int count) {
    Vec defects = whole.singularValues();
    double below = count == 0 ? 0 : defects.get(count - 1);
    double above = count < defects.size() ? defects.get(count) : LARGEST_TOLERANCE;
    return Math.min(LARGEST_TOLERANCE, Math.max(below, Math.sqrt(Math.max(LEAST, below) * above)));
  }

  private SymmetrySpectrum at(double tolerance) {
    return Discovery.defaults().withTolerance(tolerance).of(subject, candidates);
  }

  /** The generators found with what their brackets add. */
  static List<Generator> closed(SymmetrySpectrum reading) {
    List<Generator> found = reading.generators().stream().map(Finding::generator).toList();
    if (found.size() < 2 || found.stream().anyMatch(v -> v.polynomials().isEmpty())) {
      return found;
    }
    try {
      List<Generator> closed = new ArrayList<>();
      for (Generator v : LieAlgebra.closure(reading.candidates(), found).generators()) {
        closed.add(v.name().isEmpty() ? v.named(v.text()) : v);
      }
      return closed;
    } catch (BadSetting endless) {
      // Enforcing the generators enforces their brackets all the same.
      return found;
    }
  }
}
