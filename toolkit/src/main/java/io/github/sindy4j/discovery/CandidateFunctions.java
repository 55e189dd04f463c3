package io.github.sindy4j.discovery;

import io.github.sindy4j.algebra.Generator;
import io.github.sindy4j.basis.Expression;
import io.github.sindy4j.basis.Library;
import io.github.sindy4j.basis.Polynomials;
import io.github.sindy4j.exact.Polynomial;
import io.github.sindy4j.exact.Rational;
import io.github.sindy4j.linalg.LinearMap;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.symmetry.Fibre;
import io.github.sindy4j.symmetry.LieDerivative;
import io.github.sindy4j.symmetry.Region;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Candidates ξₐ = Bₐ λ(x) as functions over one library λ of all that occurs in them, in scaled
 * coordinates yᵢ = (xᵢ − cᵢ)/hᵢ: component i is divided by hᵢ, ∂/∂xⱼ multiplied by hⱼ.
 */
final class CandidateFunctions {
  private final Library library;
  private final List<Matrix> coefficients;
  private final LieDerivative derivative;
  private final OutputUnits units;
  private final List<Generator> shifts;

  CandidateFunctions(List<Generator> candidates, Measure measure) {
    List<String> variables = candidates.get(0).variables();
    Map<Expression, Integer> numbers = new LinkedHashMap<>();
    List<List<Map<Integer, Double>>> sparse = new ArrayList<>();
    for (Generator xi : candidates) {
      List<Map<Integer, Double>> rows = new ArrayList<>();
      for (Expression component : xi.components()) {
        Map<Integer, Double> row = new LinkedHashMap<>();
        parts(component, variables)
            .forEach(
                (function, c) ->
                    row.merge(
                        numbers.computeIfAbsent(function, f -> numbers.size()), c, Double::sum));
        rows.add(row);
      }
      sparse.add(rows);
    }
    this.library = Library.of(variables, List.copyOf(numbers.keySet()));
    this.coefficients = sparse.stream().map(rows -> matrix(rows, numbers.size())).toList();
    this.derivative = measure.derivative(library);
    this.units = measure.units(units(measure.region()));
    this.shifts = shifts(variables, measure.region());
  }

  /** 1/hᵢ. */
  static Vec units(Region region) {
    double[] units = new double[region.dimension()];
    for (int i = 0; i < units.length; i++) {
      units[i] = 1 / region.halfWidth(i);
    }
    return Vec.adopt(units);
  }

  /** hⱼ ∂/∂xⱼ, one for each variable. */
  static List<Generator> shifts(List<String> variables, Region region) {
    int m = variables.size();
    List<Generator> shifts = new ArrayList<>();
    for (int j = 0; j < m; j++) {
      double[] offset = new double[m];
      offset[j] = region.halfWidth(j);
      shifts.add(Generator.affine("", variables, Matrix.zeros(m, m), Vec.adopt(offset)));
    }
    return shifts;
  }

  /** Monomials with their coefficients, or the function itself with 1. */
  private static Map<Expression, Double> parts(Expression component, List<String> variables) {
    Map<Expression, Double> parts = new LinkedHashMap<>();
    Optional<Polynomial> polynomial = Polynomials.of(component, variables.size());
    if (polynomial.isEmpty()) {
      parts.put(component, 1.0);
    } else {
      polynomial
          .get()
          .coefficients()
          .forEach(
              (alpha, c) ->
                  parts.put(
                      Polynomials.expression(
                          new Polynomial(variables.size(), Map.of(alpha, Rational.ONE)), variables),
                      c.doubleValue()));
    }
    return parts;
  }

  private static Matrix matrix(List<Map<Integer, Double>> rows, int cols) {
    double[] values = new double[rows.size() * cols];
    for (int i = 0; i < rows.size(); i++) {
      int offset = i * cols;
      rows.get(i).forEach((j, c) -> values[offset + j] = c);
    }
    return Matrix.adopt(rows.size(), cols, values);
  }

  /** One column for each candidate: its values, in L2. */
  Matrix values() {
    LinearMap identity = derivative.identity(units.factors().size());
    return Matrix.ofColumns(
        coefficients.stream()
            .map(b -> units.scaled(identity.apply(Vec.adopt(b.toArray()))).toArray())
            .toArray(double[][]::new));
  }

  /** One column for each candidate: all its first derivatives, in L2. */
  Matrix slopes() {
    Fibre values = Fibre.scalar(units.factors().size());
    return Matrix.ofColumns(
        coefficients.stream()
            .map(b -> units.scaled(derivative.of(b, shifts, values)).toArray())
            .toArray(double[][]::new));
  }
}
