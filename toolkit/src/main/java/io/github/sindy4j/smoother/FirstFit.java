package io.github.sindy4j.smoother;

import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.TriangularFold;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.regress.Subset;
import io.github.sindy4j.regress.SubsetSearch;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A model to begin with: D y = B θ(X) wᵢ + D e + w with the states X taken as they are, equation by
 * equation, by turns weighted least squares – first on all terms, then on selected ones – and q of
 * largest restricted likelihood.
 */
final class FirstFit {
  private static final int ROUNDS = 6;
  private static final int ON_ALL_TERMS = 2;

  private final List<Piece> pieces;
  private final Coordinates coordinates;
  private final double[] noise;
  private final int states;
  private final int terms;
  private final List<double[]> integrals;
  private final double[] defect;

  /**
   * What a first fit finds.
   *
   * @param model W
   * @param support the coordinates in use
   * @param defect q of each equation
   */
  record Start(Matrix model, List<Integer> support, Vec defect) {}

  /**
   * From states.
   *
   * @param thetas θ(X) of each piece
   * @param noise σ² of each state
   */
  FirstFit(
      List<Piece> pieces,
      List<StepRule> rules,
      List<double[]> thetas,
      Coordinates coordinates,
      Vec noise) {
    this.pieces = pieces;
    this.coordinates = coordinates;
    this.noise = noise.toArray();
    this.states = noise.size();
    this.terms = coordinates.space().unknowns() / states;
    this.integrals =
        IntStream.range(0, pieces.size())
            .mapToObj(k -> rules.get(k).apply(thetas.get(k), terms))
            .toList();
    this.defect = new double[states];
  }

  /** With so much to pay for a term. */
  Start fit(double penalty) {
    for (int i = 0; i < states; i++) {
      defect[i] = Math.max(0.01 * meanSquare(i), 1e-30);
    }
    Fitted fitted = new Fitted(Matrix.zeros(states, terms), List.of(), List.of());
    for (int round = 0; round < ROUNDS; round++) {
      List<Matrix> triangles =
          IntStream.range(0, states).parallel().mapToObj(this::triangle).toList();
      fitted = solve(triangles, round < ON_ALL_TERMS ? 0 : penalty);
      Fitted now = fitted;
      double[] found =
          IntStream.range(0, states).parallel().mapToDouble(i -> defect(i, now)).toArray();
      System.arraycopy(found, 0, defect, 0, states);
    }
    return new Start(fitted.model(), fitted.support(), Vec.of(defect));
  }

  private record Fitted(Matrix model, List<Integer> support, List<Integer> counts) {}

  /** The triangle of the whitened [B θ | D yᵢ]. */
  private Matrix triangle(int equation) {
    TriangularFold fold = new TriangularFold(terms + 1);
    for (int k = 0; k < pieces.size(); k++) {
      int steps = pieces.get(k).steps();
      double[] rows = new double[steps * (terms + 1)];
      for (int t = 0; t < steps; t++) {
        System.arraycopy(integrals.get(k), t * terms, rows, t * (terms + 1), terms);
        rows[t * (terms + 1) + terms] = difference(k, t, equation);
      }
      DefectSearch.covariance(steps, noise[equation], defect[equation]).lowerSolve(rows, terms + 1);
      RowFold.fold(rows, terms + 1, fold);
    }
    return fold.triangle();
  }

  private double difference(int piece, int step, int equation) {
    double[] y = pieces.get(piece).measured();
    return y[(step + 1) * states + equation] - y[step * states + equation];
  }

  private double meanSquare(int equation) {
    double sum = 0;
    long count = 0;
    for (int k = 0; k < pieces.size(); k++) {
      for (int t = 0; t < pieces.get(k).steps(); t++) {
        double difference = difference(k, t, equation);
        sum += difference * difference;
        count++;
      }
    }
    return sum / count;
  }

  /** The fits of all equations; on all terms where the penalty is 0. */
  private Fitted solve(List<Matrix> triangles, double penalty) {
    if (!coordinates.space().isEverything()) {
      TriangularFold fold = new TriangularFold(coordinates.size() + 1);
      for (int i = 0; i < states; i++) {
        RowFold.fold(coordinates.rows(triangles.get(i), i * terms), coordinates.size() + 1, fold);
      }
      Subset all = subset(fold.triangle(), penalty);
      List<Integer> counts = Collections.nCopies(states, all.terms().size() / states);
      return new Fitted(coordinates.model(all, states), all.terms(), counts);
    }
    List<Subset> equations =
        triangles.parallelStream().map(triangle -> subset(triangle, penalty)).toList();
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
    return new Fitted(Matrix.adopt(states, terms, w), support, counts);
  }

  private static Subset subset(Matrix triangle, double penalty) {
    SubsetSearch search = new SubsetSearch(triangle, penalty);
    return penalty == 0 ? search.fit(search.independent()) : search.select(List.of());
  }

  private double defect(int equation, Fitted fitted) {
    List<double[]> residuals = new ArrayList<>();
    double[] w = fitted.model().row(equation).toArray();
    for (int k = 0; k < pieces.size(); k++) {
      double[] residual = new double[pieces.get(k).steps()];
      for (int t = 0; t < residual.length; t++) {
        double sum = difference(k, t, equation);
        for (int j = 0; j < terms; j++) {
          sum -= w[j] == 0 ? 0 : w[j] * integrals.get(k)[t * terms + j];
        }
        residual[t] = sum;
      }
      residuals.add(residual);
    }
    return new DefectSearch(noise[equation], residuals, fitted.counts().get(equation)).find();
  }
}
