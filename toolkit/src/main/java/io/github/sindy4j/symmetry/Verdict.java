package io.github.sindy4j.symmetry;

/** What can be said of a candidate symmetry. */
public enum Verdict {
  /** Its defect is at most the tolerance. */
  HELD,
  /** Its defect exceeds the tolerance. */
  BROKEN,
  /** The data do not determine its defect. */
  UNDECIDABLE
}
