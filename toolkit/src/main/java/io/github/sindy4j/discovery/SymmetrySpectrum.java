package io.github.sindy4j.discovery;

import io.github.sindy4j.algebra.AlgebraType;
import io.github.sindy4j.algebra.Generator;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.notice.Notice;
import io.github.sindy4j.symmetry.Region;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which of the candidate generators are symmetries: what {@link Discovery} and {@link Tangency}
 * find.
 *
 * @param candidates the name of the space of candidates, such as {@code affine}
 * @param region where defects were measured
 * @param tolerance defects up to this one are held for none
 * @param singularValues the stationary values of the defect over all combinations of candidates,
 *     ascending; with one more than there are candidates where time may be rescaled
 * @param generators a readable basis of the space whose defect is within the tolerance
 * @param each every candidate as it was given
 * @param closed whether the generators are closed under the bracket, up to the tolerance
 * @param closureResidual the largest part of a bracket outside their span
 * @param algebra the type of the algebra that the generators held span; empty where there are none,
 *     where they do not close, or where one is not polynomial
 * @param discrete what the search for discrete symmetries found, where it was asked for
 * @param undecidable how many independent combinations the data leave undecided
 * @param exact whether every generator was found, and none missed, in rational arithmetic
 * @param notices what the user should know
 */
public record SymmetrySpectrum(
    String candidates,
    Region region,
    double tolerance,
    Vec singularValues,
    List<Finding> generators,
    List<Finding> each,
    boolean closed,
    double closureResidual,
    Optional<AlgebraType> algebra,
    Optional<DiscreteSymmetries> discrete,
    int undecidable,
    boolean exact,
    List<Notice> notices) {
  /** Copies the lists. */
  public SymmetrySpectrum {
    generators = List.copyOf(generators);
    each = List.copyOf(each);
    notices = List.copyOf(notices);
  }

  /** The number of independent generators that are held. */
  public int dimension() {
    return held().size();
  }

  /** The generators that are held. */
  public List<Generator> held() {
    return generators.stream().filter(Finding::isHeld).map(Finding::generator).toList();
  }

  /**
   * The smallest singular value above the tolerance divided by the largest one within it; infinite
   * when nothing is above, or what is within is 0; without any within it, by the tolerance.
   */
  public double gap() {
    int within = generators.size();
    if (within >= singularValues.size()) {
      return Double.POSITIVE_INFINITY;
    }
    double below = within == 0 ? tolerance : singularValues.get(within - 1);
    return singularValues.get(within) / below;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    text.append(
        "%d of %d candidates (%s): dimension %d, tolerance %s%s%n"
            .formatted(
                generators.size(),
                each.size(),
                candidates,
                dimension(),
                String.format(Locale.ROOT, "%.4g", tolerance),
                exact ? ", exact" : ""));
    text.append("defects:");
    for (int k = 0; k < singularValues.size(); k++) {
      text.append(' ').append(Finding.number(singularValues.get(k)));
    }
    text.append("\n");
    for (Finding finding : generators) {
      text.append("  ").append(finding.generator()).append("  ").append(finding).append("\n");
    }
    if (generators.size() > 1) {
      text.append(closed ? "closed" : "not closed")
          .append(" under the bracket (residual ")
          .append(Finding.number(closureResidual))
          .append(")\n");
    }
    algebra.ifPresent(type -> text.append("algebra ").append(type.text()).append("\n"));
    discrete.ifPresent(text::append);
    notices.forEach(notice -> text.append(notice.text()).append("\n"));
    return text.toString();
  }
}
