package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.Vec;

/**
 * Whether a fit w of low rank is certified as the only one of its component of the family {w : rank
 * L(w) ≤ ρ}. Statement, assumptions and proof: {@code docs/minimum-rank.md}.
 */
public sealed interface Uniqueness {
  /** What may be said to a user, and no more. */
  String text();

  /** The numbers it rests on. */
  UniquenessEvidence evidence();

  /** Whether it is certified. */
  default boolean isCertified() {
    return this instanceof Certified;
  }

  /** Judges w, wherever it comes from. */
  static Uniqueness of(InterpolationProblem problem, Sampling sampling, Vec w) {
    UnitTerms terms = UnitTerms.of(problem);
    return UniquenessEvidence.of(terms.problem(), sampling, terms.in(w)).judged();
  }

  /** With probability one over the points there is no other. */
  record Certified(UniquenessEvidence evidence) implements Uniqueness {
    @Override
    public String text() {
      return evidence.certificate();
    }
  }

  /** No claim. */
  record Refused(Reason reason, UniquenessEvidence evidence) implements Uniqueness {
    @Override
    public String text() {
      return "Not certified: " + evidence.refusal(reason) + ".";
    }
  }

  /** Why a certificate is refused. */
  enum Reason {
    /** The data are not exact values at random points. */
    SAMPLING,
    /** w does not meet the data. */
    RESIDUAL,
    /** Some singular values are neither zero nor clearly not. */
    RANK_NOT_CLEAR,
    /** The equations depend on each other as those of random points do not. */
    DEPENDENT_EQUATIONS,
    /** Not more points than the family has parameters. */
    TOO_FEW_POINTS,
    /** The data hardly see some change of w within its family. */
    NOT_ISOLATED
  }
}
