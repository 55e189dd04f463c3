package io.github.sindy4j.discovery;

import io.github.sindy4j.algebra.Generator;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Triangle;
import io.github.sindy4j.linalg.TriangularFold;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.symmetry.Fibre;
import io.github.sindy4j.symmetry.LieDerivative;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The parts of the relative defect of {@link Discovery}, for one F and a list of candidates. */
final class LieDefect {
  /** How far the denominator reaches where DF·v and Dv·F both vanish. */
  private static final double ETA = 0.01;

  /** Beside F, a derivative smaller than this is none: then v has no size but by F itself. */
  private static final double CONSTANT = 1e-6;

  /** F lies among the candidates when less than this part of it lies outside. */
  private static final double INSIDE = 1e-9;

  private final Subject subject;
  private final Measure measure;
  private final LieDerivative derivative;
  private final List<Generator> candidates;
  private final OutputUnits units;
  private final Vec rates;

  LieDefect(Subject whole, Measure measure, List<Generator> candidates) {
    this.subject = whole.reduced();
    this.measure = measure;
    this.derivative = measure.derivative(subject.library());
    this.candidates = candidates;
    this.units = measure.units(outputFactors());
    Vec vecW = Vec.adopt(subject.coefficients().toArray());
    this.rates = units.scaled(derivative.identity(subject.outputs()).apply(vecW));
  }

  /** 1/hᵢ for the field of an ODE; for other functions 1/‖Dfᵢ‖, so that all count alike. */
  private Vec outputFactors() {
    int n = subject.outputs();
    if (subject.isField()) {
      return CandidateFunctions.units(measure.region()).slice(0, n);
    }
    Matrix slopes = slopes();
    double[] factors = new double[n];
    for (int i = 0; i < n; i++) {
      Vec alone = Matrix.identity(n).col(i);
      double size = measure.units(alone).scaled(slopes).norm();
      factors[i] = size == 0 ? 1 : 1 / size;
    }
    return Vec.adopt(factors);
  }

  private Matrix slopes() {
    return derivative.of(
        subject.coefficients(),
        CandidateFunctions.shifts(subject.library().variables(), measure.region()),
        Fibre.scalar(subject.outputs()));
  }

  /** The factor of every output. */
  OutputUnits units() {
    return units;
  }

  /** F̃ in L2. */
  Vec rates() {
    return rates;
  }

  /** ρ over the candidates, and over c as the last unknown where time may be rescaled. */
  RelativeDefect relative(boolean rescaling) {
    Matrix broken = of(subject.fibre());
    List<Matrix> parts = new ArrayList<>();
    Matrix transport = subject.isField() ? of(Fibre.scalar(subject.outputs())) : broken;
    parts.add(transport);
    CandidateFunctions functions = new CandidateFunctions(candidates, measure);
    double f = rates.norm();
    double df = units.scaled(slopes()).norm();
    boolean zero = f == 0 && df == 0;
    double reach = subject.isField() ? ETA : 1;
    double weight = zero ? 1 : reach * Math.max(df, CONSTANT * f);
    parts.add(functions.values().map(v -> weight * v));
    if (subject.isField()) {
      parts.add(FunctionColumns.difference(transport, broken));
      parts.add(functions.slopes().map(v -> reach * f * v));
    }
    Matrix size = FunctionColumns.stacked(parts);
    if (!rescaling) {
      return RelativeDefect.of(broken, size);
    }
    double[] paces = new double[candidates.size() + 1];
    paces[candidates.size()] = zero ? 1 : f;
    Matrix wide = FunctionColumns.with(size, Vec.zeros(size.rows()));
    return RelativeDefect.of(
        FunctionColumns.with(broken, FunctionColumns.padded(rates, broken.rows()).times(-1)),
        FunctionColumns.stacked(List.of(wide, Matrix.ofRows(paces))));
  }

  private Matrix of(Fibre fibre) {
    return units.scaled(derivative.of(subject.coefficients(), candidates, fibre));
  }

  /** b with Σ bₐ ξₐ = (F, 0): empty when F lies outside the candidates' span. */
  Optional<Vec> itself() {
    int m = measure.region().dimension();
    int n = subject.outputs();
    Matrix values = new CandidateFunctions(candidates, measure).values();
    if (!subject.isField() || rates.norm() == 0) {
      return Optional.empty();
    }
    Vec field = measure.widened(rates, n, m, Math.max(values.rows(), rates.size() / n * m));
    if (field.size() > values.rows()) {
      return Optional.empty();
    }
    Matrix triangle = TriangularFold.triangle(FunctionColumns.with(values, field));
    int q = candidates.size();
    return Math.abs(triangle.get(q, q)) <= INSIDE * rates.norm()
        ? Optional.of(Triangle.solve(triangle, triangle.col(q).slice(0, q), q))
        : Optional.empty();
  }
}
