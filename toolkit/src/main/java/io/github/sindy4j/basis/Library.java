package io.github.sindy4j.basis;

import io.github.sindy4j.linalg.Block;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * θ : Rᵐ → Rᵖ, the candidate functions over named variables. Immutable and safe for use by several
 * threads.
 *
 * <p>Blocks hold one point a row: x is r×m, θ is r×p (a block for θ may have further columns, which
 * stay untouched).
 */
public final class Library {
  private final List<String> variables;
  private final List<Term> terms;
  private final Tape tape = new Tape();
  private final int[] places;
  private final TermColumns columns;

  private Library(List<String> variables, List<Term> terms) {
    this.variables = variables;
    this.terms = terms;
    this.places = terms.stream().mapToInt(term -> tape.add(term.expression())).toArray();
    this.columns = new TermColumns(tape.operations(), places);
  }

  /**
   * The library of these functions of these variables, in order; a function that reads like an
   * earlier one is left out.
   */
  public static Library of(List<String> variables, List<Expression> functions) {
    Map<String, Term> terms = new LinkedHashMap<>();
    for (Expression function : functions) {
      Term term = Term.of(function, variables.size());
      terms.putIfAbsent(term.name(), term);
    }
    return new Library(List.copyOf(variables), List.copyOf(terms.values()));
  }

  /** The names of the m variables: states, then controls. */
  public List<String> variables() {
    return variables;
  }

  /** θ₁ … θₚ, with unique names. */
  public List<Term> terms() {
    return terms;
  }

  /** The number p of terms. */
  public int size() {
    return terms.size();
  }

  /** The names of the terms, in order. */
  public List<String> termNames() {
    return terms.stream().map(Term::name).toList();
  }

  /** The library of the terms at these positions, in their order. */
  public Library select(List<Integer> positions) {
    return new Library(variables, positions.stream().map(terms::get).toList());
  }

  /** Σⱼ wⱼ θⱼ as a formula, like terms put together; terms of weight 0 are not in it. */
  public Expression combination(Vec weights) {
    List<Expression> parts = new ArrayList<>();
    for (int j = 0; j < size(); j++) {
      if (weights.get(j) != 0) {
        Expression weight = Expression.number(weights.get(j));
        parts.add(Expression.product(List.of(weight, terms.get(j).expression())));
      }
    }
    return Derivatives.collected(parts);
  }

  /**
   * θ(xᵢ) for every row i, into columns 0 … p−1 of {@code theta}. Outside its domain a function is
   * NaN or infinite.
   */
  public void evaluate(Block x, Block theta) {
    columns.evaluate(x, theta);
  }

  /** Dθ(xᵢ) vᵢ for every row i, exactly: all that a Lie derivative needs. */
  public void derivative(Block x, Block v, Block out) {
    if (v.capacity() != x.capacity() || v.rows() != x.rows()) {
      throw new IllegalArgumentException(
          "Library.derivative: x has "
              + x.rows()
              + " of "
              + x.capacity()
              + " rows but v has "
              + v.rows()
              + " of "
              + v.capacity());
    }
    TapeRun run = new TapeRun(tape.operations(), x.rows(), true);
    run.evaluate(x.values(), x.stride(), x.rows());
    run.differentiate(v.values(), v.stride(), x.rows());
    out.setRows(x.rows());
    for (int j = 0; j < places.length; j++) {
      System.arraycopy(
          run.tangents(), run.offset(places[j]), out.values(), out.offset(j), x.rows());
    }
  }

  /** x ↦ W θ(x) as a function of one point, reduced to the terms that W uses; for one thread. */
  public PointFunction compile(Matrix coefficients) {
    List<Integer> active = new ArrayList<>();
    for (int j = 0; j < size(); j++) {
      if (coefficients.col(j).maxAbs() != 0) {
        active.add(j);
      }
    }
    Library reduced = select(active);
    int[] columns = active.stream().mapToInt(Integer::intValue).toArray();
    return new PointFunction(
        reduced.tape, reduced.places, variables.size(), coefficients.columns(columns));
  }
}
