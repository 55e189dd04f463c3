package io.github.sindy4j.smoother;

import io.github.sindy4j.basis.Expression;
import io.github.sindy4j.basis.Library;
import io.github.sindy4j.basis.PolynomialLibrary;
import io.github.sindy4j.basis.Term;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.SparseMatrix;
import io.github.sindy4j.linalg.TriangularFold;
import io.github.sindy4j.notice.Progress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
    int d = ground.states();
    int tried = (wide.size() - own.size()) * d;
    if (tried == 0) {
      return List.of();
    }
    Field field = new Field(wide, ground.field().variables());
    Iterate at = end.withModel(padded(end.model(), wide.size()));
    List<Trial> trials =
        Round.at(
                at,
                ground.with(field, ground.coordinates()),
                Design.plain(wide.size(), ground.states()))
            .map(round -> gains(round, tried))
            .orElse(List.of());
    return trials.isEmpty() ? List.of() : confirmed(trials);
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
    Coordinates demands = ground.coordinates().with(larger.size() - own.size());
    Ground on = ground.with(new Field(larger, ground.field().variables()), demands);
    return starts
        .apply(on)
        .best(Progress.NONE)
        .flatMap(
            run -> Examination.of(on, run.end()).map(e -> taken(run.end(), e.diagnosis(), larger)))
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

  private List<Trial> gains(Round round, int tried) {
    int used = end.support().size();
    Matrix triangle = TriangularFold.triangle(system(round.triangle()));
    int last = triangle.cols() - 1;
    double left = 0;
    for (int r = used; r < triangle.rows(); r++) {
      left += triangle.get(r, last) * triangle.get(r, last);
    }
    double n = round.rows();
    double price = Math.max(1, left / n) * (Math.log(n) + 2 * Math.log(tried));
    double root = Math.sqrt(price) + Math.sqrt(round.bias());
    List<Trial> trials = new ArrayList<>();
    int outside = wide.size() - own.size();
    for (int c = 0; c < tried; c++) {
      double gain = gain(triangle, used, used + c, last);
      if (gain > root * root) {
        trials.add(new Trial(own.size() + c % outside, gain));
      }
    }
    trials.sort(Comparator.comparingDouble(Trial::gain).reversed());
    return trials;
  }

  /** The columns of the model's coordinates, those outside the library, and b. */
  private Matrix system(Matrix triangle) {
    int used = end.support().size();
    int outside = wide.size() - own.size();
    int d = ground.states();
    int cols = used + outside * d + 1;
    double[] system = new double[triangle.rows() * cols];
    for (int r = 0; r < triangle.rows(); r++) {
      for (int i = 0; i < d; i++) {
        for (int j = 0; j < outside; j++) {
          system[r * cols + used + i * outside + j] =
              triangle.get(r, i * wide.size() + own.size() + j);
        }
      }
      system[r * cols + cols - 1] = triangle.get(r, triangle.cols() - 1);
    }
    addModel(triangle, system, cols);
    return Matrix.adopt(triangle.rows(), cols, system);
  }

  /** P N over the coordinates in use, and b − P w₀. */
  private void addModel(Matrix triangle, double[] system, int cols) {
    int p = own.size();
    SparseMatrix basis = ground.coordinates().space().basis();
    int first = ground.coordinates().firstEquation();
    for (int u = first * p; u < basis.rows(); u++) {
      int column = (u / p - first) * wide.size() + u % p;
      double origin = ground.coordinates().space().origin().get(u);
      for (int r = 0; r < triangle.rows(); r++) {
        system[r * cols + cols - 1] -= triangle.get(r, column) * origin;
      }
      for (Map.Entry<Integer, Double> entry : basis.row(u).entrySet()) {
        int place = end.support().indexOf(entry.getKey());
        for (int r = 0; r < triangle.rows() && place >= 0; r++) {
          system[r * cols + place] += triangle.get(r, column) * entry.getValue();
        }
      }
    }
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
