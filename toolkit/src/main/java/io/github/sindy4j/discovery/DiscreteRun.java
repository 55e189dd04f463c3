package io.github.sindy4j.discovery;

import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.notice.BadSetting;
import io.github.sindy4j.notice.Notice;
import io.github.sindy4j.symmetry.GroupElement;
import io.github.sindy4j.symmetry.LieDerivative;
import io.github.sindy4j.symmetry.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The discrete part of one search. */
final class DiscreteRun {
  private static final int SAMPLES = 64;

  private final Discovery settings;
  private final Subject subject;
  private final ElementDefect defect;
  private final List<Notice> notices = new ArrayList<>();
  private boolean complete = true;

  DiscreteRun(Discovery settings, Subject subject) {
    this.settings = settings;
    this.subject = subject;
    this.defect = new ElementDefect(subject);
  }

  DiscreteSymmetries symmetries() {
    List<ElementFinding> asked = settings.elements().stream().map(this::asked).toList();
    if (!settings.discrete()) {
      return new DiscreteSymmetries(false, 1, 0, List.of(), List.of(), asked, true, true, notices);
    }
    if (!subject.isField()) {
      throw new BadSetting(
          "not-a-field",
          "discrete search",
          "signed permutations of the states are searched for the field of an ODE",
          "Give the candidates, with what they do to the values");
    }
    return grouped(
        search().stream().sorted(Comparator.comparingInt(f -> f.element().moved())).toList(),
        asked);
  }

  private DiscreteSymmetries grouped(
      List<PermutationSearch.Found> found, List<ElementFinding> asked) {
    List<StatePermutation> keeping = new ArrayList<>();
    for (PermutationSearch.Found f : found) {
      if (!f.element().reversing()) {
        keeping.add(f.element());
      }
    }
    List<StatePermutation> generating = new ArrayList<>();
    Set<StatePermutation> group = generate(keeping, generating);
    List<ElementFinding> generators =
        found.stream().filter(f -> generating.contains(f.element())).map(this::finding).toList();
    boolean all = found.size() <= DiscreteSymmetries.MOST_LISTED;
    List<ElementFinding> elements =
        all
            ? found.stream().filter(f -> !f.element().isIdentity()).map(this::finding).toList()
            : generators;
    return new DiscreteSymmetries(
        true,
        all ? 1 + held(elements, false) : heldByGenerators(generators, keeping),
        all ? held(elements, true) : found.size() - keeping.size(),
        generators,
        elements,
        asked,
        complete,
        group.size() == keeping.size(),
        notices);
  }

  /** All, or only the identity: what the generators leave open, the products leave open. */
  private static int heldByGenerators(
      List<ElementFinding> generators, List<StatePermutation> keeping) {
    return generators.stream().allMatch(ElementFinding::isHeld) ? keeping.size() : 1;
  }

  private static int held(List<ElementFinding> elements, boolean reversing) {
    return (int) elements.stream().filter(e -> e.isHeld() && e.reversing() == reversing).count();
  }

  private List<PermutationSearch.Found> search() {
    int n = subject.outputs();
    Subject reduced = subject.reduced();
    boolean polynomial = LieDerivative.isExactFor(reduced.library());
    PermutationDefect test =
        polynomial
            ? new PolynomialPermutationDefect(reduced)
            : new SampledPermutationDefect(reduced, points(reduced));
    double limit = polynomial ? settings.tolerance() : settings.limit();
    PermutationSearch search = new PermutationSearch(test, n, settings.reversing(), limit);
    if (n <= PermutationSearch.COMPLETE) {
      return search.complete();
    }
    if (!polynomial || n > Long.SIZE - 2) {
      throw new BadSetting(
          "too-many-states",
          "discrete search",
          n + " states are too many for a search when not all terms are monomials",
          "Give the candidates yourself");
    }
    List<PermutationSearch.Found> found = search.pruned(new FieldCoefficients(reduced));
    complete = false;
    notices.add(
        search.isCutOff()
            ? Notice.warning(
                "search-cut-off",
                "the search for signed permutations of "
                    + n
                    + " states was cut off: there may be more than were found")
            : Notice.info(
                "search-pruned",
                "with more than %d states the search for signed permutations compares coefficients"
                        .formatted(PermutationSearch.COMPLETE)
                    + " one by one: none that holds exactly is missed, one that holds nearly may"
                    + " be"));
    return found;
  }

  private static Matrix points(Subject reduced) {
    Measure measure = Measure.of(reduced, List.of());
    Matrix all = measure.points().orElseThrow();
    int stride = Math.max(1, all.rows() / SAMPLES);
    double[][] picked = new double[(all.rows() + stride - 1) / stride][];
    for (int l = 0; l < picked.length; l++) {
      picked[l] = all.row(l * stride).toArray();
    }
    return Matrix.ofRows(picked);
  }

  /** Adds to {@code generating} whatever is not yet a product; returns all products. */
  private static Set<StatePermutation> generate(
      List<StatePermutation> elements, List<StatePermutation> generating) {
    Set<StatePermutation> group = new HashSet<>();
    for (StatePermutation h : elements) {
      if (h.isIdentity()) {
        group.add(h);
      } else if (!group.contains(h)) {
        generating.add(h);
        grow(group, generating);
      }
    }
    return group;
  }

  private static void grow(Set<StatePermutation> group, List<StatePermutation> generating) {
    List<StatePermutation> open = new ArrayList<>(group);
    while (!open.isEmpty()) {
      StatePermutation h = open.remove(open.size() - 1);
      for (StatePermutation g : generating) {
        StatePermutation product = g.after(h);
        if (group.add(product)) {
          open.add(product);
        }
      }
    }
  }

  private ElementFinding finding(PermutationSearch.Found found) {
    GroupElement h = found.element().on(subject.library().variables());
    double spread = defect.uncertainty(h);
    return new ElementFinding(
        h,
        found.element().reversing(),
        found.defect(),
        spread,
        Verdict.of(found.defect(), spread, settings.limit()),
        found.exact());
  }

  private ElementFinding asked(GroupElement h) {
    if (!h.variables().equals(subject.library().variables())
        || h.fibre().rows() != subject.outputs()) {
      throw new BadSetting(
          "wrong-variables",
          "candidates",
          "the element " + h.name() + " is on " + h.variables(),
          "Give elements on the variables of the model: " + subject.library().variables());
    }
    double rho = defect.of(h);
    double spread = defect.uncertainty(h);
    return new ElementFinding(
        h, isReversing(h), rho, spread, Verdict.of(rho, spread, settings.limit()), false);
  }

  /** Whether B = −A on the states. */
  private boolean isReversing(GroupElement h) {
    boolean opposite = subject.isField();
    for (int i = 0; i < h.fibre().rows(); i++) {
      for (int j = 0; j < h.fibre().rows(); j++) {
        opposite &= h.fibre().get(i, j) == -h.domain().get(i, j);
      }
    }
    return opposite;
  }
}
