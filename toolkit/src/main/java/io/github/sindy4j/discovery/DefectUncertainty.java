package io.github.sindy4j.discovery;

import io.github.sindy4j.algebra.Generator;
import io.github.sindy4j.linalg.LinearMap;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.symmetry.LieDerivative;
import java.util.List;

/**
 * How far a defect could be off: sup ‖L_ξ ΔW − c ΔW‖ over the freedom of the fit, divided by what
 * the defect is divided by.
 */
final class DefectUncertainty {
  private final Subject subject;
  private final Measure measure;
  private final LieDerivative derivative;
  private final OutputUnits units;
  private final Vec termSizes;

  /** The outputs are measured in these units. */
  DefectUncertainty(Subject subject, Measure measure, OutputUnits units) {
    this.subject = subject;
    this.measure = measure;
    this.derivative = measure.derivative(subject.library());
    this.units = units;
    this.termSizes =
        subject.freedom().isNone()
            ? Vec.zeros(0)
            : termSizes(derivative, subject.library().size(), units.factors());
  }

  /** ‖θⱼ‖ in every output, in the shape of vec(W). */
  static Vec termSizes(LieDerivative derivative, int p, Vec outputUnits) {
    LinearMap values = derivative.identity(1);
    double[] sizes = new double[outputUnits.size() * p];
    for (int j = 0; j < p; j++) {
      double[] unit = new double[p];
      unit[j] = 1;
      double size = values.apply(Vec.adopt(unit)).norm();
      for (int i = 0; i < outputUnits.size(); i++) {
        sizes[i * p + j] = size * outputUnits.get(i);
      }
    }
    return Vec.adopt(sizes);
  }

  /** Of ρ(ξ) = ‖L_ξ F − c F‖/size. */
  double of(Generator xi, double c, double size) {
    if (subject.freedom().isNone()) {
      return 0;
    }
    LinearMap along = derivative.along(xi, subject.fibre());
    int n = subject.outputs();
    LinearMap operator =
        c == 0 ? along : new FunctionColumns.Shifted(along, c, derivative.identity(n));
    CandidateFunctions field = new CandidateFunctions(List.of(xi), measure);
    double speed = field.values().norm() + field.slopes().norm();
    return subject.freedom().largest(units.after(operator), termSizes.times(speed)) / size;
  }
}
