package io.github.sindy4j.regress;

import io.github.sindy4j.notice.BadSetting;

/**
 * How the data came about, which no computation can see: a claim of uniqueness rests on it.
 *
 * @param points how many points x were evaluated; a point with several outputs is one
 * @param flaw why they do not count as exact values at random points, such as "one trajectory";
 *     empty when they do
 */
public record Sampling(int points, String flaw) {
  /** Checks the number. */
  public Sampling {
    BadSetting.require(
        points >= 0,
        "sampling points",
        "must be at least 0 but are " + points,
        "Count the points, not the equations");
  }

  /**
   * Exact values at points with a joint density, chosen without knowledge of the system: such as
   * independent uniform draws.
   */
  public static Sampling atRandom(int points) {
    return new Sampling(points, "");
  }

  /** Anything else: trajectories, grids, repeated points, noise. */
  public static Sampling flawed(int points, String flaw) {
    BadSetting.require(
        !flaw.isBlank(), "sampling flaw", "is not named", "Say what it is: \"one trajectory\"");
    return new Sampling(points, flaw);
  }

  /** Whether the values are exact and the points random. */
  public boolean isRandom() {
    return flaw.isEmpty();
  }
}
