package io.github.sindy4j;

import io.github.sindy4j.basis.Library;
import io.github.sindy4j.basis.Term;
import io.github.sindy4j.data.Schema;
import io.github.sindy4j.knowledge.NamedSymmetry;
import io.github.sindy4j.linalg.SparseMatrix;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.regress.Parametrisation;
import io.github.sindy4j.smoother.SymmetricForm;
import io.github.sindy4j.symmetry.Region;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Forms that equations x′ = W θ(x) often keep: rotations of two states, and scalings of at most
 * three states with weights −2 … 2. Over libraries of monomials only, for rotations closed ones.
 */
final class SymmetricForms {
  private static final int MOST_SCALED = 3;
  private static final int LARGEST = 2;

  private final Library library;
  private final Schema schema;
  private final Region region;
  private final List<SymmetricForm> forms = new ArrayList<>();

  private SymmetricForms(Library library, Schema schema, Region region) {
    this.library = library;
    this.schema = schema;
    this.region = region;
  }

  /**
   * Those of a library; each once, though scalings of different weights may leave the same terms.
   */
  static List<SymmetricForm> of(Library library, Schema schema, Region region) {
    SymmetricForms found = new SymmetricForms(library, schema, region);
    if (schema.controls().isEmpty() && library.terms().stream().allMatch(Term::isMonomial)) {
      found.addRotations();
      found.addScalings();
    }
    return found.forms;
  }

  private void addRotations() {
    List<String> states = schema.stateNames();
    for (int i = 0; i < states.size(); i++) {
      for (int j = i + 1; j < states.size(); j++) {
        if (isClosed(i, j)) {
          String action = "so(2) on (%s,%s)".formatted(states.get(i), states.get(j));
          forms.add(new SymmetricForm(action, () -> under(action)));
        }
      }
    }
  }

  /**
   * Whether rotations of two states lead to no other terms: with a monomial the library holds all
   * that have the same degree in the two states together.
   */
  private boolean isClosed(int first, int second) {
    Set<List<Integer>> held = new HashSet<>();
    library.terms().forEach(term -> held.add(term.exponents()));
    for (List<Integer> exponents : held) {
      int degree = exponents.get(first) + exponents.get(second);
      for (int a = 0; a <= degree; a++) {
        List<Integer> other = new ArrayList<>(exponents);
        other.set(first, a);
        other.set(second, degree - a);
        if (!held.contains(other)) {
          return false;
        }
      }
    }
    return true;
  }

  private Parametrisation under(String action) {
    return KnownDemands.of(List.of(new NamedSymmetry(action)), library, schema, () -> region)
        .demands()
        .parametrisation();
  }

  private void addScalings() {
    int d = schema.states().size();
    if (d > MOST_SCALED) {
      return;
    }
    int each = 2 * LARGEST + 1;
    Set<List<Integer>> seen = new HashSet<>();
    for (int code = 0; code < (int) Math.pow(each, d); code++) {
      int[] weights = new int[d];
      for (int i = 0, rest = code; i < d; i++, rest /= each) {
        weights[i] = rest % each - LARGEST;
      }
      List<Integer> kept = kept(weights);
      if (isFirstOfItsKind(weights) && !kept.isEmpty() && seen.add(kept)) {
        String action = action(weights);
        forms.add(new SymmetricForm(action, () -> among(kept, action)));
      }
    }
  }

  /** Whether weights have no common factor, and the first that is not zero is positive. */
  private static boolean isFirstOfItsKind(int[] weights) {
    int factor = 0;
    int first = 0;
    for (int weight : weights) {
      factor = BigInteger.valueOf(factor).gcd(BigInteger.valueOf(weight)).intValue();
      first = first == 0 ? weight : first;
    }
    return factor == 1 && first > 0;
  }

  /** The coefficients that a scaling leaves: x^α in the equation of xᵢ where α · w = wᵢ. */
  private List<Integer> kept(int[] weights) {
    List<Integer> kept = new ArrayList<>();
    for (int i = 0; i < weights.length; i++) {
      for (int j = 0; j < library.size(); j++) {
        int weight = 0;
        for (int v = 0; v < weights.length; v++) {
          weight += weights[v] * library.terms().get(j).exponents().get(v);
        }
        if (weight == weights[i]) {
          kept.add(i * library.size() + j);
        }
      }
    }
    return kept;
  }

  private String action(int[] weights) {
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < weights.length; i++) {
      if (weights[i] != 0) {
        parts.add(schema.stateNames().get(i) + ":" + weights[i]);
      }
    }
    return "scaling(" + String.join(",", parts) + ")";
  }

  private Parametrisation among(List<Integer> kept, String action) {
    int unknowns = schema.states().size() * library.size();
    List<SortedMap<Integer, Double>> rows = new ArrayList<>();
    for (int u = 0; u < unknowns; u++) {
      rows.add(new TreeMap<>());
    }
    List<String> names = new ArrayList<>();
    for (int c = 0; c < kept.size(); c++) {
      rows.get(kept.get(c)).put(c, 1.0);
      int u = kept.get(c);
      names.add(
          schema.equationNames().get(u / library.size())
              + ": "
              + library.termNames().get(u % library.size()));
    }
    return new Parametrisation(
        Vec.zeros(unknowns), SparseMatrix.ofRows(kept.size(), rows), kept, names, action);
  }
}
