package io.github.sindy4j;

import io.github.sindy4j.basis.Library;
import io.github.sindy4j.data.Sides;
import io.github.sindy4j.knowledge.Knowledge;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.notice.Notice;
import io.github.sindy4j.promotion.Promoted;
import io.github.sindy4j.regress.Constraint;
import io.github.sindy4j.regress.Demand;
import io.github.sindy4j.regress.Demands;
import io.github.sindy4j.regress.FoldedData;
import io.github.sindy4j.regress.Parametrisation;
import io.github.sindy4j.regress.Regression;
import io.github.sindy4j.regress.RegressionProblem;
import io.github.sindy4j.regress.SparseRegressor;
import io.github.sindy4j.regress.Sparsity;
import io.github.sindy4j.symmetry.Region;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** What the user knows, at work in one fit. */
final class KnownDemands {
  private final List<Knowledge> knowledge;
  private final Demands demands;
  private final Library library;
  private final Sides sides;

  private KnownDemands(List<Knowledge> knowledge, Demands demands, Library library, Sides sides) {
    this.knowledge = knowledge;
    this.demands = demands;
    this.library = library;
    this.sides = sides;
  }

  /**
   * What it means for a library; throws where statements contradict each other.
   *
   * @param box that the data fill, found only where something is known
   */
  static KnownDemands of(
      List<Knowledge> knowledge, Library library, Sides sides, Supplier<Region> box) {
    List<Demand> all = new ArrayList<>();
    if (!knowledge.isEmpty()) {
      Region region = box.get();
      knowledge.forEach(known -> all.addAll(known.demands(library, sides, () -> region)));
    }
    return new KnownDemands(knowledge, together(all, library, sides), library, sides);
  }

  private static Demands together(List<Demand> all, Library library, Sides sides) {
    List<String> coefficients = new ArrayList<>();
    for (String equation : sides.equationNames()) {
      library.termNames().forEach(term -> coefficients.add(equation + ": " + term));
    }
    return Demands.of(all, coefficients);
  }

  /** Throws what {@link #of} would throw wherever the data lie, before there are any. */
  static void check(List<Knowledge> knowledge, Library library, Sides sides) {
    List<Demand> all = new ArrayList<>();
    for (Knowledge known : knowledge) {
      try {
        all.addAll(
            known.demands(
                library,
                sides,
                () -> {
                  throw new RegionWanted();
                }));
      } catch (RegionWanted later) {
        // The rest of what this statement means rests on the data.
      }
    }
    together(all, library, sides);
  }

  private static final class RegionWanted extends RuntimeException {
    private static final long serialVersionUID = 1;

    RegionWanted() {
      super("", null, false, false);
    }
  }

  /** What the coefficients are of. */
  Library library() {
    return library;
  }

  /** What they mean. */
  Sides sides() {
    return sides;
  }

  /** All demands. */
  Demands demands() {
    return demands;
  }

  boolean isAny() {
    return !demands.isNone();
  }

  RegressionProblem problem(FoldedData data) {
    return demands.problem(data);
  }

  SparseRegressor on(SparseRegressor regressor) {
    return demands.within(regressor, Sparsity.COORDINATES);
  }

  /** How many rows it takes at least. */
  int rowsNeeded() {
    return demands.rowsNeeded(sides.equationNames().size());
  }

  /** What the user knows, by the options of the command line. */
  Map<String, String> settings() {
    Map<String, String> settings = new LinkedHashMap<>();
    knowledge.forEach(
        known -> settings.merge(known.option(), known.text(), (a, b) -> a + "; " + b));
    return settings;
  }

  /** The same beside symmetries that the data kept. */
  KnownDemands keeping(Promoted promoted) {
    List<Knowledge> all = new ArrayList<>(knowledge);
    promoted.enforced().ifPresent(action -> all.add(new KeptSymmetry(action)));
    return new KnownDemands(all, promoted.demands(), library, sides);
  }

  /** How many coefficients the equalities leave free. */
  int freeCoefficients() {
    return demands.parametrisation().dimension();
  }

  /** Whether inequalities are demanded. */
  boolean hasBounds() {
    return demands.all().stream().anyMatch(d -> d.relation() == Demand.Relation.AT_MOST);
  }

  /** The equalities. */
  Constraint constraint() {
    return demands.parametrisation().isEverything()
        ? Constraint.none(demands.parametrisation().unknowns())
        : demands.parametrisation().constraint();
  }

  Optional<Enforcement> enforcement(Matrix coefficients) {
    return isAny()
        ? Optional.of(
            new Enforcement(
                demands.statements(),
                knowledge.stream()
                    .filter(Knowledge::isSymmetry)
                    .map(Knowledge::text)
                    .distinct()
                    .toList(),
                demands.parametrisation().unknowns(),
                demands.parametrisation().dimension(),
                demands.residual(coefficients)))
        : Optional.empty();
  }

  /**
   * What the rows cannot tell apart, each equality once: between terms where it lies within one
   * equation, otherwise between combinations of coefficients that the demands leave free.
   */
  List<String> undecided(Regression regression) {
    return regression.undecided().stream().map(this::equality).distinct().toList();
  }

  private String equality(Vec direction) {
    int p = library.size();
    if (direction.size() == p) {
      return Combination.equality(direction, library.termNames());
    }
    for (int i = 0; i < sides.equationNames().size(); i++) {
      Vec own = direction.slice(i * p, (i + 1) * p);
      if (own.norm() == direction.norm()) {
        return Combination.equality(own, library.termNames());
      }
    }
    Parametrisation space = demands.parametrisation();
    return Combination.equality(
        space.coordinates(direction),
        space.names().stream().map(name -> "[" + name + "]").toList());
  }

  /** Which inequalities hold back the fit. */
  List<Notice> notices(Regression regression) {
    List<String> active = demands.active(regression.coefficients());
    return active.isEmpty()
        ? List.of()
        : List.of(
            Notice.info("bound-active", "these hold with equality: " + String.join(", ", active)));
  }
}
