package io.github.sindy4j.algebra;

import io.github.sindy4j.exact.EchelonForm;
import io.github.sindy4j.exact.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Over the rationals. */
final class ExactCoordinates implements LieCoordinates<SortedMap<Integer, Rational>> {
  private static final double ROUNDING = 1e-9;

  private final ExactTable constants;

  ExactCoordinates(ExactTable constants) {
    this.constants = constants;
  }

  @Override
  public int dimension() {
    return constants.dimension();
  }

  @Override
  public List<SortedMap<Integer, Rational>> units() {
    List<SortedMap<Integer, Rational>> units = new ArrayList<>();
    for (int i = 0; i < dimension(); i++) {
      units.add(new TreeMap<>(Map.of(i, Rational.ONE)));
    }
    return units;
  }

  @Override
  public SortedMap<Integer, Rational> bracket(
      SortedMap<Integer, Rational> x, SortedMap<Integer, Rational> y) {
    TreeMap<Integer, Rational> sum = new TreeMap<>();
    x.forEach(
        (i, a) -> y.forEach((j, b) -> ExactSpan.addTo(sum, a.times(b), constants.bracket(i, j))));
    return sum;
  }

  @Override
  public List<SortedMap<Integer, Rational>> beside(
      List<SortedMap<Integer, Rational>> basis, List<SortedMap<Integer, Rational>> vectors) {
    ExactSpan span = new ExactSpan();
    basis.forEach(span::add);
    List<SortedMap<Integer, Rational>> added = new ArrayList<>();
    for (SortedMap<Integer, Rational> vector : vectors) {
      if (span.dimension() < dimension() && span.add(vector)) {
        added.add(vector);
      }
    }
    return added;
  }

  @Override
  public List<SortedMap<Integer, Rational>> annihilator(List<SortedMap<Integer, Rational>> rows) {
    return EchelonForm.of(dimension(), rows).nullBasis();
  }

  @Override
  public List<SortedMap<Integer, Rational>> transpose(List<SortedMap<Integer, Rational>> columns) {
    List<SortedMap<Integer, Rational>> rows = new ArrayList<>();
    for (int k = 0; k < dimension(); k++) {
      rows.add(new TreeMap<>());
    }
    for (int j = 0; j < columns.size(); j++) {
      int column = j;
      columns.get(j).forEach((k, value) -> rows.get(k).put(column, value));
    }
    return rows;
  }

  @Override
  public SortedMap<Integer, Rational> killing(SortedMap<Integer, Rational> x) {
    List<SortedMap<Integer, Rational>> ad = units().stream().map(unit -> bracket(x, unit)).toList();
    TreeMap<Integer, Rational> row = new TreeMap<>();
    for (int j = 0; j < dimension(); j++) {
      Rational trace = trace(ad, j);
      if (!trace.isZero()) {
        row.put(j, trace);
      }
    }
    return row;
  }

  /** tr(ad x ad eⱼ) = Σₖ ⟨eₖ, [eⱼ, [x, eₖ]]⟩. */
  private Rational trace(List<SortedMap<Integer, Rational>> ad, int j) {
    Rational trace = Rational.ZERO;
    for (int k = 0; k < dimension(); k++) {
      for (var entry : ad.get(k).entrySet()) {
        Rational back = constants.bracket(j, entry.getKey()).getOrDefault(k, Rational.ZERO);
        trace = trace.plus(entry.getValue().times(back));
      }
    }
    return trace;
  }

  @Override
  public Signature signature() {
    return QuadraticForm.signature(units().stream().map(this::killing).toList());
  }

  @Override
  public boolean isTraceless() {
    for (int i = 0; i < dimension(); i++) {
      Rational trace = Rational.ZERO;
      for (int j = 0; j < dimension(); j++) {
        trace = trace.plus(constants.bracket(i, j).getOrDefault(j, Rational.ZERO));
      }
      if (!trace.isZero()) {
        return false;
      }
    }
    return true;
  }

  @Override
  public ExactCoordinates section(
      List<SortedMap<Integer, Rational>> basis, List<SortedMap<Integer, Rational>> modulo) {
    ExactSpan span = new ExactSpan();
    basis.forEach(span::add);
    modulo.forEach(span::add);
    return new ExactCoordinates(
        ExactTable.of(
            basis.size(),
            (i, j) ->
                span.express(bracket(basis.get(i), basis.get(j)))
                    .orElseThrow()
                    .headMap(basis.size())));
  }

  @Override
  public NumericCoordinates numeric() {
    int d = dimension();
    double[] c = new double[d * d * d];
    double largest = 0;
    for (int i = 0; i < d; i++) {
      for (int j = 0; j < d; j++) {
        for (var entry : constants.bracket(i, j).entrySet()) {
          double value = entry.getValue().doubleValue();
          c[(i * d + j) * d + entry.getKey()] = value;
          largest = Math.max(largest, Math.abs(value));
        }
      }
    }
    return new NumericCoordinates(d, c, ROUNDING * largest);
  }
}
