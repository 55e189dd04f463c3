package io.github.sindy4j.smoother;

import io.github.sindy4j.linalg.Block;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Team;
import io.github.sindy4j.linalg.TriangularFold;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.linalg.WhitenedFold;
import io.github.sindy4j.regress.Subset;
import io.github.sindy4j.regress.SubsetSearch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A model to begin with: D y = B θ(X) wᵢ + D e + w with the states X taken as they are, equation by
 * equation, by turns weighted least squares – first on all terms, then on selected ones – and q of
 * largest restricted likelihood.
 */
final class FirstFit {
  private static final int ON_ALL_TERMS = 2;
  private static final int ON_SELECTED = 4;
  private static final double CLOSE = 0.01;

  private final Ground ground;
  private final Coordinates coordinates;
  private final List<List<Differences>> differences;
  private final double[] noise;
  private final int states;
  private final int terms;
  private final List<double[]> integrals;
  private final List<double[]> rates;
  private final double[] beginning;

  /** Of each equation, its triangle for every q met so far: other prices ask for the same ones. */
  private final List<Map<Double, Matrix>> triangles;

  /** Of each equation, its last triangle. */
  private final TreeMap<Integer, Matrix> near = new TreeMap<>();

  /**
   * What a first fit finds.
   *
   * @param model W
   * @param support the coordinates in use
   * @param defect q of each equation
   */
  record Start(Matrix model, List<Integer> support, Vec defect, Optional<Matrix> near) {}

  /**
   * From states.
   *
   * @param x X of each piece
   * @param m the order of the quadrature
   * @param variances σ² of each state
   */
  FirstFit(Ground ground, List<double[]> x, int m, Vec variances) {
    this(ground, x, m, variances, Optional.empty());
  }

  /** From other states of the same data than an earlier one, whose end is near. */
  FirstFit(Ground ground, List<double[]> x, int m, Vec variances, FirstFit earlier) {
    this(ground, x, m, variances, Optional.of(earlier));
  }

  private FirstFit(
      Ground ground, List<double[]> x, int m, Vec variances, Optional<FirstFit> earlier) {
    this.ground = ground;
    this.coordinates = ground.coordinates();
    this.noise = variances.toArray();
    this.states = noise.length;
    this.differences = IntStream.range(0, states).mapToObj(i -> differences(ground, x, i)).toList();
    this.terms = coordinates.terms();
    List<double[]> thetas = ground.thetas(x, m);
    List<StepRule> rules = ground.rules().of(m);
    this.integrals = Team.map(rules.size(), k -> rules.get(k).apply(thetas.get(k), terms));
    this.rates =
        Team.map(
            rules.size(), k -> rules.get(k).differences(ground.pieces().get(k).measured(), states));
    this.triangles = Stream.<Map<Double, Matrix>>generate(HashMap::new).limit(states).toList();
    earlier.ifPresent(fit -> near.putAll(fit.near));
    this.beginning =
        earlier.isPresent()
            ? onAllTerms(earlier.get().beginning, 1)
            : onAllTerms(tenthOfChanges(), ON_ALL_TERMS);
  }

  /** D of each piece, as the noise of a state makes it. */
  private static List<Differences> differences(Ground ground, List<double[]> x, int state) {
    List<Differences> plain = ground.rules().differences();
    return ground.laws().isProportional(state)
        ? IntStream.range(0, plain.size())
            .mapToObj(k -> plain.get(k).weighted(weights(ground, x.get(k), state)))
            .toList()
        : plain;
  }

  private static double[] weights(Ground ground, double[] x, int state) {
    int d = ground.states();
    double[] weights = ground.laws().weights(x);
    return IntStream.range(0, x.length / d).mapToDouble(t -> weights[t * d + state]).toArray();
  }

  /** With so much to pay for a term. */
  Start fit(double penalty) {
    double[] defect = beginning.clone();
    Fitted fitted = solve(defect, penalty);
    boolean settled = false;
    for (int round = 1; round < ON_SELECTED && !settled; round++) {
      List<Integer> before = fitted.support();
      double[] old = defect.clone();
      update(defect, fitted);
      stay(old, defect);
      settled = Arrays.equals(old, defect);
      fitted = settled ? fitted : solve(defect, penalty);
      settled |= round > 1 && fitted.support().equals(before);
    }
    update(defect, fitted);
    return new Start(fitted.model(), fitted.support(), Vec.adopt(defect), near(fitted));
  }

  private Optional<Matrix> near(Fitted fitted) {
    if (!coordinates.isEverything()) return Optional.empty();
    int k = states * terms;
    double[] r = new double[(k + 1) * (k + 1)];
    double rest = 0;
    for (int i = 0; i < states; i++) {
      Matrix own = fitted.whitened().get(i);
      for (int a = 0; a < terms; a++) {
        for (int b = a; b < terms; b++)
          r[(i * terms + a) * (k + 1) + i * terms + b] = own.get(a, b);
        r[(i * terms + a) * (k + 1) + k] = own.get(a, terms);
      }
      rest += own.get(terms, terms) * own.get(terms, terms);
    }
    r[(k + 1) * (k + 1) - 1] = Math.sqrt(rest);
    return Optional.of(Matrix.adopt(k + 1, k + 1, r));
  }

  /** (‖D yᵢ‖/10)²/n. */
  private double[] tenthOfChanges() {
    double[] defect = new double[states];
    for (int i = 0; i < states; i++) {
      defect[i] = Math.max(0.01 * meanSquare(i), 1e-30);
    }
    return defect;
  }

  /** q after fits on all terms. */
  private double[] onAllTerms(double[] begin, int rounds) {
    double[] defect = begin.clone();
    for (int round = 0; round < rounds; round++) {
      update(defect, solve(defect, 0));
    }
    return defect;
  }

  private void update(double[] defect, Fitted fitted) {
    Team.each(states, i -> defect[i] = defect(i, defect[i], fitted));
  }

  /** A variance that hardly moved stays, and with it the triangle. */
  private static void stay(double[] old, double[] defect) {
    for (int i = 0; i < old.length; i++) {
      defect[i] = Math.abs(Math.log(old[i] / defect[i])) < CLOSE ? old[i] : defect[i];
    }
  }

  private record Fitted(
      Matrix model, List<Integer> support, List<Integer> counts, List<Matrix> whitened) {}

  /** The triangles of the whitened [B θ | D yᵢ]. */
  private List<Matrix> triangles(double[] defect) {
    List<Integer> missing =
        IntStream.range(0, states)
            .filter(i -> !triangles.get(i).containsKey(defect[i]))
            .boxed()
            .toList();
    int first = near.isEmpty() ? Math.min(1, missing.size()) : 0;
    keep(missing.subList(0, first), defect);
    keep(missing.subList(first, missing.size()), defect);
    return IntStream.range(0, states)
        .mapToObj(i -> Objects.requireNonNull(triangles.get(i).get(defect[i])))
        .toList();
  }

  private void keep(List<Integer> equations, double[] defect) {
    List<Matrix> found =
        Team.map(equations.size(), k -> triangle(equations.get(k), defect[equations.get(k)]));
    for (int c = 0; c < found.size(); c++) {
      int i = equations.get(c);
      triangles.get(i).put(defect[i], found.get(c));
      near.put(i, found.get(c));
    }
  }

  private Matrix triangle(int equation, double defect) {
    WhitenedFold fold =
        new WhitenedFold(
            terms + 1,
            ground.widest(),
            IntStream.range(0, integrals.size()).mapToObj(k -> rows(equation, k, defect)).toList());
    return near.isEmpty()
        ? fold.triangle()
        : fold.triangle(near.getOrDefault(equation, near.firstEntry().getValue()));
  }

  private WhitenedFold.Part rows(int equation, int piece, double defect) {
    double[] integral = integrals.get(piece);
    double[] rate = rates.get(piece);
    return new WhitenedFold.Part(
        differences.get(equation).get(piece).factor(noise[equation], defect),
        (row, target, offset) -> {
          System.arraycopy(integral, row * terms, target, offset, terms);
          target[offset + terms] = rate[row * states + equation];
        });
  }

  private double meanSquare(int equation) {
    double sum = 0;
    for (double[] piece : rates) {
      for (int e = equation; e < piece.length; e += states) {
        sum += piece[e] * piece[e];
      }
    }
    return sum / ground.rules().rows();
  }

  /** The fits of all equations; on all terms where the penalty is 0. */
  private Fitted solve(double[] defect, double penalty) {
    List<Matrix> whitened = triangles(defect);
    if (!coordinates.isEverything()) {
      TriangularFold fold = new TriangularFold(coordinates.size() + 1);
      for (int i = 0; i < states; i++) {
        fold.fold(Block.of(coordinates.rows(whitened.get(i), i * terms)));
      }
      Subset all = subset(fold.triangle(), penalty);
      List<Integer> counts = Collections.nCopies(states, all.terms().size() / states);
      return new Fitted(coordinates.fitted(coordinates.model(all)), all.terms(), counts, whitened);
    }
    List<Subset> equations = Team.map(states, i -> subset(whitened.get(i), penalty));
    double[] w = new double[states * terms];
    List<Integer> support = new ArrayList<>();
    for (int i = 0; i < states; i++) {
      Subset own = equations.get(i);
      for (int j = 0; j < own.terms().size(); j++) {
        w[i * terms + own.terms().get(j)] = own.coefficients().get(j);
        support.add(i * terms + own.terms().get(j));
      }
    }
    List<Integer> counts = equations.stream().map(own -> own.terms().size()).toList();
    return new Fitted(Matrix.adopt(states, terms, w), support, counts, whitened);
  }

  private static Subset subset(Matrix triangle, double penalty) {
    SubsetSearch search = new SubsetSearch(triangle, penalty);
    return penalty == 0 ? search.fit(search.independent()) : search.select(List.of());
  }

  private double defect(int equation, double before, Fitted fitted) {
    List<double[]> residuals = new ArrayList<>();
    double[] w = fitted.model().row(equation).toArray();
    int[] active = IntStream.range(0, terms).filter(j -> w[j] != 0).toArray();
    for (int k = 0; k < integrals.size(); k++) {
      double[] integral = integrals.get(k);
      double[] residual = new double[integral.length / terms];
      for (int t = 0; t < residual.length; t++) {
        double sum = rates.get(k)[t * states + equation];
        for (int j : active) {
          sum -= w[j] * integral[t * terms + j];
        }
        residual[t] = sum;
      }
      residuals.add(residual);
    }
    return new DefectSearch(
            noise[equation], differences.get(equation), residuals, fitted.counts().get(equation))
        .from(before);
  }
}
