package io.github.sindy4j.discovery;

import io.github.sindy4j.notice.Notice;
import java.util.List;

/**
 * The discrete symmetries that a search found.
 *
 * @param searched whether signed permutations of the states were searched
 * @param order how many signed permutations that keep time are held, the identity among them; 1
 *     where they were not searched
 * @param reversals how many that reverse time are held
 * @param generators a small set, simple ones first, whose products are all those that keep time
 * @param elements those within the tolerance, other than the identity; only the generators when
 *     they are more than {@value #MOST_LISTED}
 * @param asked the user's candidates
 * @param complete whether every signed permutation was looked at
 * @param closed whether those that keep time are closed under products, as they must be where they
 *     hold exactly
 * @param notices what the user should know
 */
public record DiscreteSymmetries(
    boolean searched,
    int order,
    int reversals,
    List<ElementFinding> generators,
    List<ElementFinding> elements,
    List<ElementFinding> asked,
    boolean complete,
    boolean closed,
    List<Notice> notices) {
  /** Longer lists are not made. */
  public static final int MOST_LISTED = 384;

  /** Copies the lists. */
  public DiscreteSymmetries {
    generators = List.copyOf(generators);
    elements = List.copyOf(elements);
    asked = List.copyOf(asked);
    notices = List.copyOf(notices);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    if (searched) {
      text.append(
          "signed permutations: group of order %d%s%s%n"
              .formatted(
                  order,
                  reversals == 0 ? "" : ", and " + reversals + " that reverse time",
                  complete ? "" : " (not all were looked at)"));
      elements.forEach(e -> text.append("  ").append(e).append("\n"));
    }
    asked.forEach(e -> text.append("  ").append(e).append("\n"));
    return text.toString();
  }
}
