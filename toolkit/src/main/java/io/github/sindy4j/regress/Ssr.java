package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.ColumnBasis;
import io.github.sindy4j.notice.BadSetting;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * Stepwise sparse regression: fit by least squares, take out the term that matters least, fit
 * again, until no term is left; each equation has its own sequence.
 *
 * <p>What matters least: the smallest |wⱼ| in the user's units (the method as published), the
 * smallest |wⱼ| ‖θⱼ‖ (free of units), or the least growth of ‖r‖² (backward elimination). Without a
 * number of terms it is chosen from the sequences on held-out blocks as for {@link Stlsq}. Equality
 * constraints: in the coefficients that they leave free.
 *
 * <p>Source: L. Boninsegna, F. Nüske and C. Clementi, J. Chem. Phys. 148 (2018) 241723.
 *
 * @param terms how many terms each equation keeps; chosen when empty
 * @param rule which term leaves
 */
public record Ssr(OptionalInt terms, Rule rule) implements SparseRegressor {
  /** Checks the number of terms. */
  public Ssr {
    BadSetting.require(
        terms.orElse(0) >= 0,
        "ssr terms",
        "must be at least 0 but are " + terms.orElse(0),
        "Leave them out to have them chosen");
  }

  /** Which term leaves. */
  public enum Rule {
    /** The smallest |wⱼ|. */
    COEFFICIENT,
    /** The smallest |wⱼ| ‖θⱼ‖. */
    CONTRIBUTION,
    /** The one without which ‖r‖² grows least. */
    RESIDUAL;

    /** As on the command line. */
    String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** The smallest coefficient leaves; the number of terms is chosen. */
  public static Ssr defaults() {
    return new Ssr(OptionalInt.empty(), Rule.COEFFICIENT);
  }

  /** With so many terms in each equation. */
  public Ssr withTerms(int newTerms) {
    return new Ssr(OptionalInt.of(newTerms), rule);
  }

  /** By another rule. */
  public Ssr withRule(Rule newRule) {
    return new Ssr(terms, newRule);
  }

  @Override
  public Regression solve(RegressionProblem problem) {
    return WithinConstraint.solve(problem, this::free);
  }

  private Regression free(RegressionProblem problem) {
    RegressionSummary whole = problem.data().whole();
    Assembly assembly = new Assembly(whole, problem.constraint());
    ColumnBasis basis = assembly.columnBasis();
    List<List<List<Integer>>> paths = new ArrayList<>();
    try {
      for (Elimination equation :
          assembly.solve(Fits.start(problem, whole, basis), Fits.unitScales(whole), 0)) {
        paths.add(path(whole, equation));
      }
    } catch (InfeasibleException impossible) {
      throw new IllegalStateException("no constraint can be infeasible here", impossible);
    }
    Outcome outcome = new Outcome.Converged(Math.max(1, basis.kept().size()));
    return terms.isPresent()
        ? SupportPaths.unchosen(problem, whole, basis, ends(paths), outcome)
        : new SupportPaths(problem, whole, basis).choose(paths, outcome);
  }

  private List<List<Integer>> path(RegressionSummary whole, Elimination equation) {
    List<List<Integer>> path = new ArrayList<>();
    int left = equation.size();
    int longest = Math.max(terms.orElse(0), SupportPaths.longest(whole, left));
    for (; left >= terms.orElse(0); left--) {
      if (left <= longest) {
        path.add(active(whole, equation));
      }
      if (left > 0) {
        equation.remove(least(whole, equation));
      }
    }
    return path.isEmpty() ? List.of(active(whole, equation)) : path;
  }

  private static List<Integer> active(RegressionSummary whole, Elimination equation) {
    List<Integer> active = new ArrayList<>();
    for (int j = 0; j < equation.size(); j++) {
      if (equation.isActive(j)) {
        active.add(equation.position(j) % whole.terms());
      }
    }
    return active;
  }

  private int least(RegressionSummary whole, Elimination equation) {
    int least = -1;
    double smallest = Double.POSITIVE_INFINITY;
    for (int j = 0; j < equation.size(); j++) {
      if (equation.isActive(j)) {
        double size = size(whole, equation, j);
        least = least < 0 || size < smallest ? j : least;
        smallest = Math.min(smallest, size);
      }
    }
    return least;
  }

  private double size(RegressionSummary whole, Elimination equation, int j) {
    double value = Math.abs(equation.value(j));
    return switch (rule) {
      case COEFFICIENT -> value;
      case CONTRIBUTION ->
          value * whole.triangle().col(equation.position(j) % whole.terms()).norm();
      case RESIDUAL -> equation.cost(j);
    };
  }

  /** The last support of each sequence. */
  private static List<List<Integer>> ends(List<List<List<Integer>>> paths) {
    return paths.stream().map(path -> path.get(path.size() - 1)).toList();
  }

  @Override
  public String text() {
    List<String> settings = new ArrayList<>();
    terms.ifPresent(k -> settings.add("terms=" + k));
    if (rule != Rule.COEFFICIENT) {
      settings.add("by=" + rule.word());
    }
    return "ssr" + (settings.isEmpty() ? "" : ":" + String.join(",", settings));
  }
}
