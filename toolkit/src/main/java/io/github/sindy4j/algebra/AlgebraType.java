package io.github.sindy4j.algebra;

import io.github.sindy4j.notice.BadSetting;
import java.util.List;
import java.util.Optional;

/**
 * Which Lie algebra it is, whatever its basis.
 *
 * @param dimension d
 * @param name such as {@code so(3)}, {@code se(2)}, {@code sl(2)+R}; empty where there is no
 *     classical name, and above dimension 6 except for R^d
 * @param aliases other names of the same algebra
 * @param derivedSeries dimensions of g, [g,g], [[g,g],[g,g]] …, as long as they fall
 * @param lowerCentralSeries dimensions of g, [g,g], [g,[g,g]] …, as long as they fall
 * @param centre dimension of the centre
 * @param radical dimension of the largest solvable ideal
 * @param killing the signs of K(x, y) = tr(ad x ad y)
 */
public record AlgebraType(
    int dimension,
    String name,
    List<String> aliases,
    List<Integer> derivedSeries,
    List<Integer> lowerCentralSeries,
    int centre,
    int radical,
    Signature killing) {
  private static final double TOLERANCE = 1e-6;

  /** How far from zero noise takes what should vanish, beside how far it takes the brackets. */
  private static final double SAFETY = 30;

  private static final double MOST_OPEN = 0.01;
  private static final double MOST = 0.1;

  private static final int LARGEST_NAMED = 6;

  /** Copies the lists. */
  public AlgebraType {
    aliases = List.copyOf(aliases);
    derivedSeries = List.copyOf(derivedSeries);
    lowerCentralSeries = List.copyOf(lowerCentralSeries);
  }

  /**
   * The type; for approximate constants with the tolerance max(1e-6, 30 · residual). Throws {@link
   * BadSetting} when the residual is above 0.01: such brackets do not close.
   */
  public static AlgebraType of(StructureConstants constants) {
    double residual = constants.residual();
    if (!(residual <= MOST_OPEN)) {
      throw new BadSetting(
          "not-closed",
          "AlgebraType",
          "the brackets leave the span of the generators by " + residual,
          "Add what is missing, or give a tolerance if this is noise");
    }
    return of(constants, Math.min(MOST, Math.max(TOLERANCE, SAFETY * residual)));
  }

  /**
   * The type; brackets (of generators of length 1) shorter than the tolerance count as zero. Exact
   * structure constants need none, except above dimension 12 where most are not 0.
   */
  public static AlgebraType of(StructureConstants constants, double tolerance) {
    return constants instanceof ExactConstants exact
        ? of(exact.coordinates(tolerance))
        : of(((NumericConstants) constants).coordinates(tolerance));
  }

  private static <V> AlgebraType of(LieCoordinates<V> coordinates) {
    return of(new Examination<>(coordinates));
  }

  private static <V> AlgebraType of(Examination<V> g) {
    int d = g.algebra().dimension();
    Optional<String> name =
        d <= LARGEST_NAMED ? AlgebraNames.of(g) : AlgebraNames.abelian(d, g.derived().size());
    return new AlgebraType(
        d,
        name.orElse(""),
        name.map(AlgebraNames::aliases).orElse(List.of()),
        g.derivedSeries(),
        g.lowerCentralSeries(),
        g.centre().size(),
        g.radical().size(),
        g.algebra().signature());
  }

  /** [g, g] = 0. */
  public boolean abelian() {
    return centre == dimension;
  }

  /** Whether the lower central series ends at 0. */
  public boolean nilpotent() {
    return lowerCentralSeries.get(lowerCentralSeries.size() - 1) == 0;
  }

  /** Whether the derived series ends at 0. */
  public boolean solvable() {
    return derivedSeries.get(derivedSeries.size() - 1) == 0;
  }

  /** Whether there is no solvable ideal but 0: K is not degenerate. */
  public boolean semisimple() {
    return dimension > 0 && radical == 0;
  }

  /** {@code so(4) = so(3)+so(3): semisimple, dimension 6}. */
  public String text() {
    if (dimension == 0) {
      return "trivial: dimension 0";
    }
    StringBuilder text = new StringBuilder(name);
    aliases.forEach(alias -> text.append(" = ").append(alias));
    return text.append(name.isEmpty() ? "" : ": ")
        .append(kind())
        .append(", dimension ")
        .append(dimension)
        .toString();
  }

  private String kind() {
    if (abelian()) {
      return "abelian";
    } else if (nilpotent()) {
      return "nilpotent";
    } else if (solvable()) {
      return "solvable";
    }
    return semisimple() ? "semisimple" : "neither solvable nor semisimple";
  }

  @Override
  public String toString() {
    return text();
  }
}
