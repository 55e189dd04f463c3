package io.github.sindy4j.algebra;

import io.github.sindy4j.linalg.Vec;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Names of real Lie algebras up to dimension 6: the abelian summand R^k is split off, the rest is
 * decomposed into ideals, and each of them is told by invariants.
 *
 * <p>Sources: L. Bianchi, Mem. Soc. Ital. Sci. 11, 1898 (dimension 3); G. M. Mubarakzyanov, Izv.
 * Vyssh. Uchebn. Zaved. Mat. 1, 1963 (dimension 4); P. Turkowski, J. Math. Phys. 29, 1988 (those
 * with a Levi factor). The criteria are derived from the definitions.
 */
final class AlgebraNames {
  private static final Map<String, String> JOINED =
      Map.of("so(3)+so(3)", "so(4)", "sl(2)+sl(2)", "so(2,2)", "sl(2)+R", "gl(2)");

  private static final Map<String, List<String>> ALIASES =
      Map.ofEntries(
          Map.entry("so(3)", List.of("su(2)")),
          Map.entry("sl(2)", List.of("so(2,1)", "sp(2)")),
          Map.entry("so(4)", List.of("so(3)+so(3)")),
          Map.entry("so(2,2)", List.of("sl(2)+sl(2)")),
          Map.entry("so(3,1)", List.of("sl(2,C)")),
          Map.entry("gl(2)", List.of("sl(2)+R")),
          Map.entry("so(3)+R", List.of("u(2)")),
          Map.entry("se(2)", List.of("e(2)")),
          Map.entry("se(3)", List.of("e(3)")),
          Map.entry("sim(2)", List.of("aff(1,C)")));

  private AlgebraNames() {}

  static List<String> aliases(String name) {
    return ALIASES.getOrDefault(name, List.of());
  }

  /** R^d, when [g, g] has dimension 0. */
  static Optional<String> abelian(int d, int derived) {
    return derived == 0 ? Optional.of(d == 1 ? "R" : "R^" + d) : Optional.empty();
  }

  /** The name; empty when a summand has none. */
  static <V> Optional<String> of(Examination<V> g) {
    if (g.algebra().dimension() == 0) {
      return Optional.of("0");
    }
    return summands(g)
        .map(
            names -> {
              int flat = Collections.frequency(names, "R");
              List<String> parts = new ArrayList<>(names);
              parts.removeIf("R"::equals);
              parts.sort(Comparator.comparing(AlgebraNames::order).thenComparing(n -> n));
              abelian(flat, flat > 0 ? 0 : 1).ifPresent(parts::add);
              String joined = String.join("+", parts);
              return JOINED.getOrDefault(joined, joined);
            });
  }

  /** Semisimple ones first. */
  private static int order(String name) {
    return name.startsWith("so(") || name.equals("sl(2)") ? 0 : 1;
  }

  private static <V> Optional<List<String>> summands(Examination<V> g) {
    LieCoordinates<V> algebra = g.algebra();
    List<V> flat = algebra.beside(g.derivedCentre(), g.centre());
    if (flat.isEmpty()) {
      return withoutFlat(g);
    }
    List<V> both = new ArrayList<>(g.derived());
    both.addAll(flat);
    List<V> rest = new ArrayList<>(g.derived());
    rest.addAll(algebra.beside(both, algebra.units()));
    List<String> names = new ArrayList<>(Collections.nCopies(flat.size(), "R"));
    if (rest.isEmpty()) {
      return Optional.of(names);
    }
    return withoutFlat(new Examination<>(algebra.section(rest, flat)))
        .map(
            others -> {
              names.addAll(others);
              return names;
            });
  }

  private static <V> Optional<List<String>> withoutFlat(Examination<V> g) {
    List<NumericCoordinates> ideals = Decomposition.of(g.algebra().numeric());
    if (ideals.size() == 1) {
      return one(g).map(List::of);
    }
    List<String> names = new ArrayList<>();
    for (NumericCoordinates ideal : ideals) {
      Optional<List<String>> found = summands(new Examination<>(ideal));
      if (found.isEmpty()) {
        return found;
      }
      names.addAll(found.get());
    }
    return Optional.of(names);
  }

  /** The name of an algebra that is no direct sum. */
  private static <V> Optional<String> one(Examination<V> g) {
    int radical = g.radical().size();
    int d = g.algebra().dimension();
    if (radical == 0) {
      return semisimple(g.algebra().signature());
    }
    return radical < d ? mixed(g) : solvable(g);
  }

  private static Optional<String> semisimple(Signature killing) {
    if (killing.is(0, 3)) {
      return Optional.of("so(3)");
    } else if (killing.is(2, 1)) {
      return Optional.of("sl(2)");
    }
    return killing.is(3, 3) ? Optional.of("so(3,1)") : Optional.empty();
  }

  /** A simple algebra of dimension 3 that moves the radical r of dimension 2 or 3. */
  private static <V> Optional<String> mixed(Examination<V> g) {
    LieCoordinates<V> algebra = g.algebra();
    List<V> r = g.radical();
    if (r.size() == 2) {
      return Optional.of("sl(2)⋉R^2");
    }
    Examination<V> radical = new Examination<>(algebra.section(r, List.of()));
    return switch (radical.derived().size()) {
      case 0 -> Optional.of(isCompact(g) ? "se(3)" : "so(2,1)⋉R^3");
      case 1 -> Optional.of("sl(2)⋉heis(3)");
      case 2 -> Optional.of("aff(2)");
      default -> Optional.empty();
    };
  }

  /** Whether K is nowhere positive: the Levi factor is so(3). */
  private static <V> boolean isCompact(Examination<V> g) {
    return g.algebra().signature().positive() == 0;
  }

  private static <V> Optional<String> solvable(Examination<V> g) {
    List<Integer> central = g.lowerCentralSeries();
    boolean nilpotent = central.get(central.size() - 1) == 0;
    return switch (g.algebra().dimension()) {
      case 1 -> Optional.of("R");
      case 2 -> Optional.of("aff(1)");
      case 3 -> Optional.of(nilpotent ? "heis(3)" : bianchi(g));
      case 4 -> nilpotent ? Optional.of("Engel algebra") : four(g);
      case 5 ->
          nilpotent && g.derived().size() == 1 && g.centre().size() == 1
              ? Optional.of("heis(5)")
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  /** R x acting on R² by an invertible M: by tr M and the sign of tr² M − 4 det M. */
  private static <V> String bianchi(Examination<V> g) {
    LieCoordinates<V> algebra = g.algebra();
    Signature killing = algebra.signature();
    if (algebra.isTraceless()) {
      return killing.negative() > 0 ? "se(2)" : "e(1,1)";
    }
    Examination<Vec> numeric = new Examination<>(algebra.numeric());
    NumericCoordinates c = algebra.numeric();
    List<Vec> plane = numeric.derived();
    Vec x = c.beside(plane, c.units()).get(0);
    double[] m = new double[4];
    for (int i = 0; i < 4; i++) {
      m[i] = plane.get(i / 2).dot(c.bracket(x, plane.get(i % 2)));
    }
    double trace = m[0] + m[3];
    double discriminant = (m[0] - m[3]) * (m[0] - m[3]) + 4 * m[1] * m[2];
    double zero = 1e3 * c.threshold() * Math.abs(trace);
    if (Math.abs(discriminant) > zero) {
      return discriminant > 0 ? "Bianchi VI" : "Bianchi VII";
    }
    double split = Math.abs(m[0] - m[3]) + Math.abs(m[1]) + Math.abs(m[2]);
    return split > 1e3 * c.threshold() ? "Bianchi IV" : "Bianchi V";
  }

  private static <V> Optional<String> four(Examination<V> g) {
    Signature killing = g.algebra().signature();
    if (g.derived().size() == 2 && g.centre().isEmpty() && killing.is(1, 1)) {
      return Optional.of("sim(2)");
    } else if (g.derived().size() == 3 && g.centre().size() == 1) {
      return Optional.of(
          killing.negative() > 0 ? "oscillator algebra" : "split oscillator algebra");
    }
    return Optional.empty();
  }
}
