package io.github.sindy4j.discovery;

import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.symmetry.GroupElement;
import io.github.sindy4j.symmetry.LieDerivative;
import io.github.sindy4j.symmetry.Region;
import java.util.List;

/** ρ(h) of any discrete transformation, and how far it could be off. */
final class ElementDefect {
  private final Subject subject;

  ElementDefect(Subject subject) {
    this.subject = subject;
  }

  /** ρ(h) = ‖K_h F − F‖ / √(‖K_h F‖² + ‖F‖²); 0 for F = 0. */
  double of(GroupElement h) {
    Placed placed = new Placed(h, subject.reduced());
    double size = placed.size();
    return size == 0 ? 0 : placed.difference.norm() / size;
  }

  /** sup ‖K_h ΔW − ΔW‖ over the freedom of the fit, divided likewise. */
  double uncertainty(GroupElement h) {
    if (subject.freedom().isNone()) {
      return 0;
    }
    Placed placed = new Placed(h, subject);
    Vec sizes =
        DefectUncertainty.termSizes(
            placed.derivative, subject.library().size(), placed.units.factors());
    return subject.freedom().largest(placed.units.after(placed.derivative.along(h)), sizes)
        / placed.size();
  }

  /** F and its transform in a box that holds the region and its images. */
  private static final class Placed {
    private final LieDerivative derivative;
    private final OutputUnits units;
    private final Vec difference;
    private final Vec field;

    Placed(GroupElement h, Subject subject) {
      Region region = SymmetrisedRegion.of(subject.region(), h.domain());
      Measure measure = Measure.of(subject.withRegion(region), List.of());
      this.derivative = measure.derivative(subject.library());
      int n = subject.outputs();
      this.units =
          measure.units(
              subject.isField()
                  ? SymmetrisedRegion.units(region, h.domain(), n)
                  : Vec.zeros(n).map(v -> 1));
      Vec vecW = Vec.adopt(subject.coefficients().toArray());
      this.difference = units.scaled(derivative.along(h).apply(vecW));
      this.field = units.scaled(derivative.identity(n).apply(vecW));
    }

    double size() {
      return Math.hypot(difference.plus(field).norm(), field.norm());
    }
  }
}
