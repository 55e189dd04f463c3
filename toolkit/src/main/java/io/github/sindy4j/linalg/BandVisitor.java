package io.github.sindy4j.linalg;

/** Reads the entries of a symmetric band, or adds to them, part after part; for one thread. */
@FunctionalInterface
public interface BandVisitor {
  /** Visits a part. */
  void visit(BandPart part);
}
