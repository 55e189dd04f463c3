package io.github.sindy4j.smoother;

import io.github.sindy4j.basis.Expression;
import io.github.sindy4j.basis.Library;
import io.github.sindy4j.basis.PolynomialLibrary;
import io.github.sindy4j.basis.Term;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.notice.Progress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Monomials outside the library, tried one by one beside the model on the rows as they were
 * whitened for it: χ² falls by (qᵀ r)²/‖q‖², q and r the column and b without what the model's
 * terms explain of them. It must fall by more than
 *
 * <pre> (√(max(s², 1) (log n + 2 log M)) + e)²,  </pre>
 *
 * M the number of trials, s² the residual variance of the model and e² the most that quadrature
 * errors can buy. Then the fit is made again with the best in the library.
 */
final class MissingTerms {
  /** Two degrees more than the library has in full, and at least three. */
  private static final int MORE_DEGREES = 2;

  private static final int LEAST_DEGREE = 3;
  private static final int MOST_TERMS = 150;
  private static final int MOST_ADDED = 4;

  /** A defect that falls to half has its reason. */
  private static final double MUCH = 0.25;

  /** A column of which less than this part is left is one of the model's. */
  private static final double DEPENDENT = 1e-9;

  private final Ground ground;
  private final Iterate end;
  private final Diagnosis before;
  private final Function<Ground, Starts> starts;
  private final Library own;
  private final Library wide;

  MissingTerms(Ground ground, Iterate end, Diagnosis before, Function<Ground, Starts> starts) {
    this.ground = ground;
    this.end = end;
    this.before = before;
    this.starts = starts;
    this.own = ground.field().library();
    this.wide = widened(own);
  }

  private static Library widened(Library own) {
    List<Expression> functions = new ArrayList<>();
    own.terms().forEach(term -> functions.add(term.expression()));
    int variables = own.variables().size();
    int degree = Math.max(LEAST_DEGREE, fullDegree(own) + MORE_DEGREES);
    while (degree > 0 && PolynomialLibrary.ofDegree(degree).size(variables) > MOST_TERMS) {
      degree--;
    }
    functions.addAll(PolynomialLibrary.ofDegree(degree).terms(own.variables()));
    return Library.of(own.variables(), functions);
  }

  /** The degree up to which all monomials are in a library. */
  private static int fullDegree(Library library) {
    Set<String> names = new HashSet<>(library.termNames());
    int degree = 0;
    while (PolynomialLibrary.ofDegree(degree).size(library.variables().size()) <= names.size()
        && PolynomialLibrary.ofDegree(degree).over(library.variables()).terms().stream()
            .map(Term::name)
            .allMatch(names::contains)) {
      degree++;
    }
    return degree - 1;
  }

  /** Those with which the defect of an equation becomes much smaller. */
  List<Missing> find() {
    Ground on = on(wide);
    List<Integer> outside = on.coordinates().from(own.size());
    if (outside.isEmpty()) {
      return List.of();
    }
    List<Integer> columns =
        new ArrayList<>(ground.coordinates().in(on.coordinates(), end.support()));
    columns.addAll(outside);
    Iterate at = end.withPadded(padded(end.model(), wide.size()));
    List<Trial> trials =
        Round.at(at, on, on.design(columns))
            .map(round -> gains(round, outside, on.coordinates()))
            .orElse(List.of());
    return trials.isEmpty() ? List.of() : confirmed(trials);
  }

  /** What stays, with another library that begins with the terms of this one. */
  private Ground on(Library library) {
    Coordinates demands = ground.coordinates().with(library.size() - own.size());
    return ground.with(new Field(library, ground.field().variables()), demands);
  }

  private static Matrix padded(Matrix model, int terms) {
    double[] w = new double[model.rows() * terms];
    for (int i = 0; i < model.rows(); i++) {
      System.arraycopy(model.row(i).toArray(), 0, w, i * terms, model.cols());
    }
    return Matrix.adopt(model.rows(), terms, w);
  }

  /** The fit is made again with the best of them in the library: those it takes, where q falls. */
  private List<Missing> confirmed(List<Trial> trials) {
    List<Integer> columns = new ArrayList<>(IntStream.range(0, own.size()).boxed().toList());
    trials.stream().map(Trial::term).distinct().limit(MOST_ADDED).forEach(columns::add);
    Library larger = wide.select(columns);
    Ground on = on(larger);
    return starts
        .apply(on)
        .best(Progress.NONE)
        .map(found -> taken(found.run().end(), found.diagnosis(), larger))
        .orElse(List.of());
  }

  private List<Missing> taken(Iterate found, Diagnosis after, Library larger) {
    List<Missing> missing = new ArrayList<>();
    for (int i = 0; i < ground.states(); i++) {
      double left = after.hasDefect(i) ? found.defect().get(i) / end.defect().get(i) : 0;
      for (int j = own.size(); j < larger.size(); j++) {
        if (found.model().get(i, j) != 0 && before.hasDefect(i) && left < MUCH) {
          missing.add(new Missing(i, larger.termNames().get(j), Math.sqrt(left)));
        }
      }
    }
    return missing;
  }

  /** A column of the wide library that explains something of an equation. */
  private record Trial(int term, double gain) {}

  private List<Trial> gains(Round round, List<Integer> outside, Coordinates of) {
    int used = end.support().size();
    Matrix triangle = round.triangle();
    int last = triangle.cols() - 1;
    double left = 0;
    for (int r = used; r < triangle.rows(); r++) {
      left += triangle.get(r, last) * triangle.get(r, last);
    }
    double n = round.rows();
    double price = Math.max(1, left / n) * (Math.log(n) + 2 * Math.log(outside.size()));
    double root = Math.sqrt(price) + Math.sqrt(round.bias());
    List<Trial> trials = new ArrayList<>();
    for (int c = 0; c < outside.size(); c++) {
      double gain = gain(triangle, used, used + c, last);
      if (gain > root * root) {
        trials.add(new Trial(of.space().free().get(outside.get(c)) % of.terms(), gain));
      }
    }
    trials.sort(Comparator.comparingDouble(Trial::gain).reversed());
    return trials;
  }

  private static double gain(Matrix triangle, int used, int column, int last) {
    double norm = 0;
    double product = 0;
    double whole = 0;
    for (int r = 0; r < triangle.rows(); r++) {
      double q = triangle.get(r, column);
      whole += q * q;
      if (r >= used) {
        norm += q * q;
        product += q * triangle.get(r, last);
      }
    }
    return norm > DEPENDENT * whole ? product * product / norm : 0;
  }
}
