package io.github.sindy4j.symmetry;

import io.github.sindy4j.basis.Expression;
import io.github.sindy4j.basis.Library;
import io.github.sindy4j.exact.EchelonForm;
import io.github.sindy4j.exact.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * {W : F_W is equivariant}, the null space of the rows.
 *
 * @param library θ
 * @param outputs n
 * @param rows what W must obey; position i p + j of vec(W) is term j in equation i
 * @param exact whether the dimension is decided over the rationals, not in a tolerance
 */
public record EquivariantSpace(Library library, int outputs, EchelonForm rows, boolean exact) {
  /** How many coefficients stay free. */
  public int dimension() {
    return rows.nullity();
  }

  /** One field F = (F₁, …, Fₙ) for each free coefficient: sparse, with whole numbers if exact. */
  public List<List<Expression>> basis() {
    return rows.nullBasis().stream().map(this::field).toList();
  }

  /** The basis as it is read: {@code (x^3 + x y^2, x^2 y + y^3)}. */
  public List<String> texts() {
    return basis().stream()
        .map(
            field ->
                field.stream()
                    .map(Expression::toString)
                    .collect(Collectors.joining(", ", "(", ")")))
        .toList();
  }

  private List<Expression> field(SortedMap<Integer, Rational> vector) {
    List<List<Expression>> terms = new ArrayList<>();
    for (int i = 0; i < outputs; i++) {
      terms.add(new ArrayList<>());
    }
    vector.forEach(
        (position, value) -> {
          Expression term = library.terms().get(position % library.size()).expression();
          Expression number = Expression.number(value.doubleValue());
          terms.get(position / library.size()).add(Expression.product(List.of(number, term)));
        });
    return terms.stream().map(Expression::sum).toList();
  }
}
