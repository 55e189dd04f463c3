package io.github.sindy4j.symmetry;

import io.github.sindy4j.basis.Library;
import io.github.sindy4j.exact.Rational;
import io.github.sindy4j.regress.Demand;
import java.util.ArrayList;
import java.util.List;

/** What an action demands of the coefficients of ẋ = W θ(x): L_ξ F_W = 0 and K_h F_W = F_W. */
public final class Equivariance {
  private Equivariance() {}

  /** The rows of every generator and every element, exactly; the statement is the action's text. */
  public static List<Demand> demands(Action action, Library library, int outputs) {
    MonomialRows monomials = new MonomialRows(library);
    List<MonomialRows.Operator> operators = new ArrayList<>();
    action
        .generators()
        .forEach(xi -> operators.add(monomials.along(xi, Fibre.pushforward(outputs))));
    action.elements().forEach(h -> operators.add(monomials.along(h)));
    List<Demand.Row> rows = new ArrayList<>();
    for (MonomialRows.Operator operator : operators) {
      operator.rows().values().forEach(row -> rows.add(new Demand.Row(row, Rational.ZERO)));
    }
    return List.of(new Demand(action.text(), Demand.Relation.EQUAL, rows, true));
  }
}
