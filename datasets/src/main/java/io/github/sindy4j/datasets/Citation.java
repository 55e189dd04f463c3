package io.github.sindy4j.datasets;

/**
 * Where a system was published.
 *
 * @param authors family names with initials, separated by commas
 * @param year the year of publication
 * @param title the title of the work
 * @param place journal, volume and pages, or the publisher
 */
public record Citation(String authors, int year, String title, String place) {
  /** {@code Lorenz, E. N. (1963). Deterministic nonperiodic flow. J. Atmos. Sci. 20, 130–141.} */
  public String text() {
    return authors + " (" + year + "). " + title + ". " + place + ".";
  }
}
