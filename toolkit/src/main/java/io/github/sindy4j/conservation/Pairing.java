package io.github.sindy4j.conservation;

import io.github.sindy4j.algebra.Generator;
import io.github.sindy4j.basis.Derivatives;
import io.github.sindy4j.basis.Expression;
import io.github.sindy4j.notice.BadSetting;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Which state is the position and which the momentum of each degree of freedom: qₖ' = ∂H/∂pₖ, pₖ' =
 * −∂H/∂qₖ.
 *
 * @param states the 2d names
 * @param positions where q₁ … q_d stand among them
 * @param momenta where p₁ … p_d stand
 */
public record Pairing(List<String> states, List<Integer> positions, List<Integer> momenta) {
  private static final Pattern PAIR = Pattern.compile("\\(([^(),]+),([^(),]+)\\)");

  /** Copies the lists, which together hold every state once. */
  public Pairing {
    states = List.copyOf(states);
    positions = List.copyOf(positions);
    momenta = List.copyOf(momenta);
    Set<Integer> all = new HashSet<>(positions);
    all.addAll(momenta);
    if (all.size() != states.size()
        || positions.size() + momenta.size() != states.size()
        || positions.size() != momenta.size()) {
      throw new IllegalArgumentException(
          "Pairing: %s with positions %s and momenta %s".formatted(states, positions, momenta));
    }
  }

  /** q₁ … q_d, p₁ … p_d. */
  public static Pairing halves(List<String> states) {
    int d = states.size() / 2;
    return new Pairing(
        states,
        IntStream.range(0, d).boxed().toList(),
        IntStream.range(d, states.size()).boxed().toList());
  }

  /** q₁, p₁, q₂, p₂, … */
  public static Pairing consecutive(List<String> states) {
    return new Pairing(
        states,
        IntStream.range(0, states.size()).filter(i -> i % 2 == 0).boxed().toList(),
        IntStream.range(0, states.size()).filter(i -> i % 2 == 1).boxed().toList());
  }

  /** As a user writes it: {@code (x,vx),(y,vy)}. */
  public static Pairing parse(String text, List<String> states) {
    Matcher pair = PAIR.matcher(text);
    List<Integer> positions = new ArrayList<>();
    List<Integer> momenta = new ArrayList<>();
    while (pair.find()) {
      positions.add(states.indexOf(pair.group(1).strip()));
      momenta.add(states.indexOf(pair.group(2).strip()));
    }
    Set<Integer> all = new HashSet<>(positions);
    all.addAll(momenta);
    BadSetting.require(
        all.equals(Set.copyOf(IntStream.range(0, states.size()).boxed().toList()))
            && 2 * positions.size() == states.size()
            && PAIR.matcher(text).replaceAll("").chars().allMatch(c -> c == ',' || c == ' '),
        "pairing",
        "'" + text + "' does not pair every one of " + states + " once",
        "Write (position,momentum) pairs, such as (x,vx),(y,vy)");
    return new Pairing(states, positions, momenta);
  }

  /** X_h = Σ ∂h/∂pₖ ∂/∂qₖ − ∂h/∂qₖ ∂/∂pₖ; empty when h has no derivative as a formula. */
  public Optional<Generator> field(String name, Expression h) {
    List<Expression> components = new ArrayList<>(states.stream().map(s -> h).toList());
    for (int k = 0; k < positions.size(); k++) {
      Optional<Expression> alongP = Derivatives.of(h, momenta.get(k));
      Optional<Expression> alongQ = Derivatives.of(h, positions.get(k));
      if (alongP.isEmpty() || alongQ.isEmpty()) {
        return Optional.empty();
      }
      components.set(positions.get(k), alongP.get());
      components.set(momenta.get(k), negative(alongQ.get()));
    }
    return Optional.of(new Generator(name, states, components));
  }

  private static Expression negative(Expression e) {
    return Derivatives.collected(
        e instanceof Expression.Sum s
            ? s.terms().stream().map(Pairing::minus).toList()
            : List.of(minus(e)));
  }

  private static Expression minus(Expression e) {
    return Expression.product(List.of(Expression.number(-1), e));
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (int k = 0; k < positions.size(); k++) {
      text.append(k == 0 ? "(" : ",(")
          .append(states.get(positions.get(k)))
          .append(',')
          .append(states.get(momenta.get(k)))
          .append(')');
    }
    return text.toString();
  }
}
