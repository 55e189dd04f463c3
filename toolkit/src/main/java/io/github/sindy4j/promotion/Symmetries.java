package io.github.sindy4j.promotion;

import io.github.sindy4j.algebra.Generator;
import io.github.sindy4j.symmetry.Action;
import io.github.sindy4j.symmetry.GroupElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** One symmetry, and several together. */
final class Symmetries {
  private Symmetries() {}

  static Action of(Generator v) {
    return new Action(v.name().isEmpty() ? v.text() : v.name(), List.of(v), List.of());
  }

  static Action of(GroupElement h) {
    return new Action(h.name(), List.of(), List.of(h));
  }

  /** All of them as one action; empty when there is none. */
  static Optional<Action> joined(List<Action> symmetries) {
    List<Generator> generators = new ArrayList<>();
    List<GroupElement> elements = new ArrayList<>();
    for (Action symmetry : symmetries) {
      generators.addAll(symmetry.generators());
      elements.addAll(symmetry.elements());
    }
    return symmetries.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Action(
                symmetries.stream().map(Action::text).collect(Collectors.joining(" and ")),
                generators,
                elements));
  }
}
