package io.github.sindy4j.symmetry;

/** What can be said of a candidate symmetry. */
public enum Verdict {
  /** Its defect is at most the tolerance. */
  HELD,
  /** Its defect exceeds the tolerance. */
  BROKEN,
  /** The data do not determine its defect. */
  UNDECIDABLE;

  /**
   * HELD when the whole interval defect ± uncertainty is within the tolerance, BROKEN when the
   * whole interval is beyond it, else UNDECIDABLE.
   */
  public static Verdict of(double defect, double uncertainty, double tolerance) {
    if (defect + uncertainty <= tolerance) {
      return HELD;
    }
    return defect - uncertainty > tolerance ? BROKEN : UNDECIDABLE;
  }
}
