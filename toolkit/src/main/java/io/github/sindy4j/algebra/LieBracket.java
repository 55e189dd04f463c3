package io.github.sindy4j.algebra;

import io.github.sindy4j.exact.Polynomial;
import io.github.sindy4j.notice.Unsupported;
import java.util.ArrayList;
import java.util.List;

/** [v, w] = Dw·v − Dv·w, exactly, of generators with polynomial components. */
public final class LieBracket {
  private LieBracket() {}

  /** [v, w], called {@code [v,w]}; both on the same variables. */
  public static Generator of(Generator v, Generator w) {
    if (!v.variables().equals(w.variables())) {
      throw new IllegalArgumentException(
          "LieBracket: generators of " + v.variables() + " and of " + w.variables());
    }
    return Generator.of(
        "[" + v.name() + "," + w.name() + "]", v.variables(), of(polynomials(v), polynomials(w)));
  }

  /** Component i: Σⱼ ∂ⱼwᵢ vⱼ − ∂ⱼvᵢ wⱼ. */
  static List<Polynomial> of(List<Polynomial> v, List<Polynomial> w) {
    List<Polynomial> bracket = new ArrayList<>();
    for (int i = 0; i < v.size(); i++) {
      bracket.add(w.get(i).along(v).minus(v.get(i).along(w)));
    }
    return bracket;
  }

  /** The components as polynomials, or a refusal that names the generator. */
  static List<Polynomial> polynomials(Generator v) {
    return v.polynomials()
        .orElseThrow(
            () ->
                new Unsupported(
                    "not-polynomial",
                    "LieBracket",
                    "the generator " + v + " is not polynomial",
                    "Brackets are taken of polynomial generators; it may still be enforced"));
  }
}
