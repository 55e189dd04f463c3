package io.github.sindy4j.symmetry;

import java.util.List;

/**
 * What acts on named variables: continuous transformations by their generators, discrete ones by
 * their elements.
 *
 * @param text how the user says it, such as {@code so(2) on (x,y)}
 * @param generators of the continuous part; they generate it by linear combination and bracket
 * @param elements one for each discrete transformation that is demanded
 */
public record Action(String text, List<Generator> generators, List<GroupElement> elements) {
  /** Copies the lists. */
  public Action {
    generators = List.copyOf(generators);
    elements = List.copyOf(elements);
  }
}
