package io.github.sindy4j.discovery;

import io.github.sindy4j.algebra.Generator;
import io.github.sindy4j.basis.Expression;
import io.github.sindy4j.basis.Library;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.notice.BadSetting;
import io.github.sindy4j.symmetry.Fibre;
import io.github.sindy4j.symmetry.Region;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The function F(x) = W θ(x) whose symmetries are asked for, and where.
 *
 * @param library θ, of m variables: states, then controls
 * @param coefficients W, n×p
 * @param fibre how a generator acts on the values of F: by pushforward for the field of an ODE
 * @param region where F is compared with its transforms, m-dimensional
 * @param points where to compare instead, one a row, when library or candidates are no polynomials;
 *     empty for points spread over the region
 * @param freedom how far W could be another
 */
public record Subject(
    Library library,
    Matrix coefficients,
    Fibre fibre,
    Region region,
    Optional<Matrix> points,
    Freedom freedom) {
  /** Checks the shapes. */
  public Subject {
    int m = library.variables().size();
    if (region.dimension() != m) {
      throw new BadSetting(
          "wrong-dimension",
          "region",
          "has " + region.dimension() + " intervals for " + m + " variables " + library.variables(),
          "Give one interval for each of " + library.variables());
    }
    if (coefficients.cols() != library.size() || coefficients.rows() != fibre.outputs()) {
      throw new IllegalArgumentException(
          "Subject: coefficients %d×%d for %d outputs and %d terms"
              .formatted(
                  coefficients.rows(), coefficients.cols(), fibre.outputs(), library.size()));
    }
    if (points.filter(x -> x.cols() != m || x.rows() == 0).isPresent()) {
      throw new IllegalArgumentException("Subject: points must have " + m + " columns");
    }
  }

  /** The field of ẋ = W θ(x), exactly known. */
  public static Subject field(Library library, Matrix w, Region region) {
    return of(library, w, Fibre.pushforward(w.rows()), region);
  }

  /** Functions that keep their values, exactly known. */
  public static Subject functions(Library library, Matrix w, Region region) {
    return of(library, w, Fibre.scalar(w.rows()), region);
  }

  private static Subject of(Library library, Matrix w, Fibre fibre, Region region) {
    return new Subject(library, w, fibre, region, Optional.empty(), Freedom.none());
  }

  /** The same in another region. */
  public Subject withRegion(Region newRegion) {
    return new Subject(library, coefficients, fibre, newRegion, points, freedom);
  }

  /** The same, compared at these points where it is no polynomial. */
  public Subject withPoints(Matrix newPoints) {
    return new Subject(library, coefficients, fibre, region, Optional.of(newPoints), freedom);
  }

  /** The same, fitted: W could be another. */
  public Subject withFreedom(Freedom newFreedom) {
    return new Subject(library, coefficients, fibre, region, points, newFreedom);
  }

  /** The same over the terms that F has; over all of them if it has none. */
  Subject reduced() {
    int[] active =
        IntStream.range(0, library.size()).filter(j -> coefficients.col(j).maxAbs() != 0).toArray();
    return active.length == 0
        ? this
        : new Subject(
            library.select(Arrays.stream(active).boxed().toList()),
            coefficients.columns(active),
            fibre,
            region,
            points,
            Freedom.none());
  }

  /** F as a generator that leaves the controls as they are. */
  Generator asGenerator() {
    List<Expression> components = new ArrayList<>();
    for (int i = 0; i < library.variables().size(); i++) {
      components.add(
          i < outputs() ? library.combination(coefficients.row(i)) : Expression.number(0));
    }
    return new Generator("F", library.variables(), components);
  }

  /** n. */
  int outputs() {
    return coefficients.rows();
  }

  /** Whether it is the field of an ODE. */
  boolean isField() {
    return fibre instanceof Fibre.Pushforward;
  }
}
