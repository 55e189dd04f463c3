package io.github.sindy4j.io;

import io.github.sindy4j.Recovery;
import io.github.sindy4j.algebra.Generator;
import io.github.sindy4j.basis.Expression;
import io.github.sindy4j.discovery.Finding;
import io.github.sindy4j.regress.MinimumRankFit;
import io.github.sindy4j.regress.NuclearMinimum;
import io.github.sindy4j.regress.UniquenessEvidence;
import java.util.List;
import java.util.Optional;

/**
 * How a function was recovered from exact values, as a file holds it; see {@link Recovery}.
 *
 * @param candidates as they were named
 * @param method {@code nuclear} or {@code minimum-rank}
 * @param points how many different points there are
 * @param pointsAreRandom whether the user said so, and nothing speaks against it
 * @param rank of the image under the candidates
 * @param dataResidual by how much the values are missed, relatively
 * @param ending how the method ended, in words
 * @param nuclear the interpolant of least nuclear norm
 * @param leastRank the search for the least rank, where it was asked for
 * @param kept generators that the function keeps
 */
public record SavedRecovery(
    String candidates,
    String method,
    int points,
    boolean pointsAreRandom,
    int rank,
    double dataResidual,
    String ending,
    Nuclear nuclear,
    Optional<LeastRank> leastRank,
    List<Kept> kept) {
  /** Copies the list. */
  public SavedRecovery {
    kept = List.copyOf(kept);
  }

  /** The numbers of {@link NuclearMinimum}. */
  public record Nuclear(
      double value,
      double dualValue,
      double gap,
      int rank,
      double dataResidual,
      double isolation,
      int undetermined,
      int iterations,
      String ending) {
    static Nuclear of(NuclearMinimum found) {
      return new Nuclear(
          found.value(),
          found.dualValue(),
          found.gap(),
          found.rank(),
          found.dataResidual(),
          found.isolation(),
          found.undetermined(),
          found.iterations(),
          found.ending().text());
    }
  }

  /**
   * The numbers of {@link MinimumRankFit}.
   *
   * @param found whether there is a fit
   * @param rank of its image
   * @param tail σ beyond the rank, beside the largest
   * @param residual by how much the values are missed, beside their variation
   * @param freedom how many parameters models like it have
   * @param spare how many points there are beyond that
   * @param certified whether it is certified as the only one of its family
   * @param text what may be said of it
   */
  public record LeastRank(
      boolean found,
      int rank,
      double tail,
      double residual,
      int freedom,
      int spare,
      boolean certified,
      String text) {
    static LeastRank of(MinimumRankFit fit) {
      UniquenessEvidence evidence = fit.uniqueness().evidence();
      return new LeastRank(
          fit.isFound(),
          fit.rank(),
          fit.tail(),
          fit.residual(),
          evidence.freedom(),
          evidence.spare(),
          fit.isCertified(),
          fit.text());
    }
  }

  /**
   * A generator that is kept.
   *
   * @param name such as {@code rotation(x,y)}
   * @param field its components
   * @param defect how far the function is from it
   */
  public record Kept(String name, List<String> field, double defect) {
    /** Copies the list. */
    public Kept {
      field = List.copyOf(field);
    }

    static Kept of(Finding finding) {
      Generator v = finding.generator();
      return new Kept(
          v.name(), v.components().stream().map(Expression::toString).toList(), finding.defect());
    }
  }

  /** What a recovery found. */
  public static SavedRecovery of(Recovery recovery) {
    return new SavedRecovery(
        recovery.candidates(),
        recovery.method(),
        recovery.points().points(),
        recovery.points().isRandom(),
        recovery.rank(),
        recovery.dataResidual(),
        recovery.ending(),
        Nuclear.of(recovery.nuclear()),
        recovery.leastRank().map(LeastRank::of),
        recovery.kept().generators().stream().map(Kept::of).toList());
  }
}
