package io.github.sindy4j.report;

import io.github.sindy4j.algebra.Generator;
import io.github.sindy4j.symmetry.Region;
import java.util.List;

/**
 * A symmetry generator in the plane of two states: its field v on a coarse grid, and orbits, the
 * curves ẋ = v(x) along which it moves points.
 *
 * @param name its name, such as {@code rotation(x,y)}
 * @param arrows its field; it may be {@link Flow#NONE}
 * @param orbits curves through a few points, in the direction of v; there may be none
 */
public record GeneratorField(String name, Flow arrows, List<Curve> orbits) {
  /** Copies the list. */
  public GeneratorField {
    orbits = List.copyOf(orbits);
  }

  /**
   * A generator in the plane of two of its variables, through the centre of a region.
   *
   * @param generator the generator
   * @param region where its variables lie
   * @param across the position of the variable along the horizontal axis
   * @param up the position of the variable along the vertical axis
   */
  public static GeneratorField of(Generator generator, Region region, int across, int up) {
    Checks.sameSize(
        "GeneratorField: variables and region", generator.variables().size(), region.dimension());
    return GeneratorOrbits.of(generator, region, across, up);
  }

  /** Whether it moves nothing in this plane. */
  boolean isStill() {
    for (int k = 0; k < arrows.size(); k++) {
      if (arrows.dx().get(k) != 0 || arrows.dy().get(k) != 0) {
        return false;
      }
    }
    return orbits.stream().allMatch(orbit -> orbit.size() < 2);
  }
}
