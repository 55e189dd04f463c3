package io.github.sindy4j.symmetry;

import io.github.sindy4j.algebra.Generator;
import io.github.sindy4j.basis.Library;
import io.github.sindy4j.exact.Polynomial;
import io.github.sindy4j.exact.Rational;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.notice.BadSetting;
import io.github.sindy4j.regress.Demand;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What symmetry demands of F_W(x) = W θ(x): L_ξ F_W = 0 for every generator ξ and K_h F_W = F_W for
 * every element h, as linear equations in vec(W).
 *
 * <p>Monomials under polynomial generators are treated over the rationals, so that dimensions are
 * exact. Any other library is sampled at points of the region, and the equations are taken for
 * rational ones where short fractions fulfil them to 1e-10.
 *
 * @param library θ, over all variables that the actions name
 * @param outputs n
 * @param fibre how each generator acts on the values of F
 * @param region where terms are finite that are no monomials: the box that the data fill
 */
public record Equivariance(
    Library library, int outputs, Function<Generator, Fibre> fibre, Region region) {
  /** Of the rates ẋ = W θ(x, u) of the first {@code states} variables: L_ξ F = [v, F]. */
  public static Equivariance ofRates(Library library, int states) {
    return of(library, states, xi -> Fibre.pushforward(states));
  }

  /** Of functions y = W θ(x) that keep their values: L_ξ F = DF·v. */
  public static Equivariance ofInvariants(Library library, int outputs) {
    return of(library, outputs, xi -> Fibre.scalar(outputs));
  }

  /** Of functions y = W θ(x) whose values transform by a fibre map for each generator. */
  public static Equivariance of(Library library, int outputs, Function<Generator, Fibre> fibre) {
    return new Equivariance(library, outputs, fibre, Region.unit(library.variables().size()));
  }

  /** The same with points from this box. */
  public Equivariance within(Region box) {
    return new Equivariance(library, outputs, fibre, box);
  }

  /**
   * One demand for each action: independent rows, target 0, in the user's words.
   *
   * <p>Throws {@link BadSetting} when the library is not closed under the actions, when a state is
   * moved by a control, or when the actions together leave nothing but W = 0.
   */
  public List<Demand> demands(List<Action> actions) {
    new LibraryClosure(library, actions).require(region);
    actions.forEach(this::requireNoMotionByControls);
    List<RowSpace> spaces = actions.stream().map(this::rowSpace).toList();
    requireSomeModel(actions, spaces);
    List<Demand> demands = new ArrayList<>();
    for (int a = 0; a < spaces.size(); a++) {
      List<Demand.Row> rows =
          spaces.get(a).rows().stream().map(row -> new Demand.Row(row, Rational.ZERO)).toList();
      demands.add(
          new Demand(actions.get(a).text(), Demand.Relation.EQUAL, rows, spaces.get(a).exact()));
    }
    return demands;
  }

  /** All W that obey these actions, with a readable basis; it may be {0}. */
  public EquivariantSpace space(List<Action> actions) {
    RowSpace space = together(actions.stream().map(this::rowSpace).toList());
    return new EquivariantSpace(library, outputs, space.form(), space.exact());
  }

  /**
   * The largest ‖L_ξ F_W‖ or ‖K_h F_W − F_W‖ of all generators and elements, as the length of the
   * rows times vec(W), relative to ‖W‖; 0 for W = 0.
   */
  public double residual(Action action, Matrix w) {
    double[] vec = w.toArray();
    double largest = 0;
    for (ActionRows.Rows part : parts(action)) {
      double sum = 0;
      for (SortedMap<Integer, Rational> row : part.rows()) {
        double product = 0;
        for (Map.Entry<Integer, Rational> entry : row.entrySet()) {
          product += entry.getValue().doubleValue() * vec[entry.getKey()];
        }
        sum = Math.hypot(sum, product);
      }
      largest = Math.max(largest, sum);
    }
    double norm = Vec.adopt(vec).norm();
    return norm == 0 ? 0 : largest / norm;
  }

  /**
   * Actions that together leave nothing but W = 0, none of which could be spared for that; empty
   * when some other W obeys all.
   */
  public List<Action> conflict(List<Action> actions) {
    return conflict(actions, actions.stream().map(this::rowSpace).toList());
  }

  private List<Action> conflict(List<Action> actions, List<RowSpace> spaces) {
    if (leavesSome(spaces)) {
      return List.of();
    }
    List<Integer> needed = new ArrayList<>();
    for (int a = 0; a < actions.size(); a++) {
      needed.add(a);
    }
    for (int a = 0; a < actions.size(); a++) {
      int spared = a;
      List<Integer> others = needed.stream().filter(b -> b != spared).toList();
      if (!leavesSome(others.stream().map(spaces::get).toList())) {
        needed.remove(Integer.valueOf(a));
      }
    }
    return needed.stream().map(actions::get).toList();
  }

  private void requireSomeModel(List<Action> actions, List<RowSpace> spaces) {
    List<Action> conflict = conflict(actions, spaces);
    if (!conflict.isEmpty()) {
      throw new BadSetting(
          "only-zero-model",
          conflict.stream().map(Action::text).collect(Collectors.joining(", ")),
          (conflict.size() == 1 ? "leaves" : "together leave")
              + " no model of these terms but the one that is zero",
          (conflict.size() == 1 ? "Leave it out" : "Leave one of them out")
              + ", or take a library with more terms");
    }
  }

  private boolean leavesSome(List<RowSpace> spaces) {
    return together(spaces).form().nullity() > 0 || library.size() == 0;
  }

  private RowSpace together(List<RowSpace> spaces) {
    List<SortedMap<Integer, Rational>> rows =
        spaces.stream().flatMap(space -> space.rows().stream()).toList();
    boolean exact = spaces.stream().allMatch(RowSpace::exact);
    return spaces.size() == 1 ? spaces.get(0) : RowSpace.of(outputs * library.size(), rows, exact);
  }

  /** Every part on its own where rows carry rounding errors, so that their scales do not matter. */
  private RowSpace rowSpace(Action action) {
    List<ActionRows.Rows> parts = parts(action);
    int columns = outputs * library.size();
    if (parts.stream().allMatch(ActionRows.Rows::exact)) {
      return RowSpace.of(columns, parts.stream().flatMap(p -> p.rows().stream()).toList(), true);
    }
    return together(
        parts.stream().map(part -> RowSpace.of(columns, part.rows(), part.exact())).toList());
  }

  private List<ActionRows.Rows> parts(Action action) {
    ActionRows rows = new ActionRows(library, region);
    List<ActionRows.Rows> parts = new ArrayList<>();
    for (Generator xi : action.generators()) {
      requireShape(action, xi.variables(), fibre.apply(xi).outputs());
      parts.add(rows.along(xi, fibre.apply(xi)));
    }
    for (GroupElement h : action.elements()) {
      requireShape(action, h.variables(), h.fibre().rows());
      parts.add(rows.along(h));
    }
    return parts;
  }

  private void requireShape(Action action, List<String> variables, int values) {
    if (!variables.equals(library.variables()) || values != outputs) {
      throw new IllegalArgumentException(
          "Equivariance: %s acts on %s and on %d values, the library holds functions of %s with %d values"
              .formatted(action.text(), variables, values, library.variables(), outputs));
    }
  }

  /**
   * Throws {@link BadSetting} where a state is moved by a control: the rate of that is not known,
   * so that no rate of a state may depend on it.
   */
  public void requireNoMotionByControls(Action action) {
    for (Generator xi : action.generators()) {
      List<Polynomial> v = xi.polynomials().orElse(List.of());
      int m = fibre.apply(xi) instanceof Fibre.Pushforward ? v.size() : 0;
      for (int k = 0; k < Math.min(outputs, m); k++) {
        for (int u = outputs; u < m; u++) {
          if (!v.get(k).derivative(u).isZero()) {
            throw new BadSetting(
                "state-moved-by-control",
                action.text(),
                "it moves the state "
                    + xi.variables().get(k)
                    + " by the control "
                    + xi.variables().get(u)
                    + ", whose rate no equation gives",
                "Let it act on states and on controls apart");
          }
        }
      }
    }
  }
}
