package io.github.sindy4j.promotion;

import io.github.sindy4j.basis.Library;
import io.github.sindy4j.discovery.Freedom;
import io.github.sindy4j.discovery.Subject;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.notice.BadSetting;
import io.github.sindy4j.regress.Demand;
import io.github.sindy4j.regress.Demands;
import io.github.sindy4j.regress.FoldedData;
import io.github.sindy4j.symmetry.Action;
import io.github.sindy4j.symmetry.Equivariance;
import io.github.sindy4j.symmetry.Fibre;
import io.github.sindy4j.symmetry.Region;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Rows [θ | y] to be fitted by F_W = W θ, and the symmetries that F may have.
 *
 * @param data the rows, summarised; folds can be held out
 * @param library θ, of m variables
 * @param outputs the n names of y
 * @param fibre how a generator acts on the values of F: {@link Fibre#pushforward} for the field of
 *     an ODE, {@link Fibre#scalar} for functions
 * @param region where F is compared with its transforms, m-dimensional
 * @param points where to compare instead, one a row, when not all functions are polynomials; empty
 *     for points spread over the region
 * @param candidates generators and discrete elements, on the m variables
 * @param demands what must hold whatever the data say
 */
public record PromotionProblem(
    FoldedData data,
    Library library,
    List<String> outputs,
    Fibre fibre,
    Region region,
    Optional<Matrix> points,
    Action candidates,
    Demands demands) {
  /** Checks the shapes, and that there is a candidate. */
  public PromotionProblem {
    outputs = List.copyOf(outputs);
    int terms = data.folds().get(0).terms();
    int responses = data.folds().get(0).responses();
    if (terms != library.size()
        || responses != outputs.size()
        || responses != fibre.outputs()
        || demands.parametrisation().unknowns() != terms * responses) {
      throw new IllegalArgumentException(
          "PromotionProblem: rows of %d terms and %d responses, library of %d, %d outputs, fibre of %d, demands on %d"
              .formatted(
                  terms,
                  responses,
                  library.size(),
                  outputs.size(),
                  fibre.outputs(),
                  demands.parametrisation().unknowns()));
    }
    BadSetting.require(
        !candidates.generators().isEmpty() || !candidates.elements().isEmpty(),
        "candidates '" + candidates.text() + "'",
        "there is none",
        "Name an action such as so(2) on (x,y), affine or linear");
  }

  /** Without demands and points. */
  public static PromotionProblem of(
      FoldedData data,
      Library library,
      List<String> outputs,
      Fibre fibre,
      Region region,
      Action candidates) {
    return new PromotionProblem(
        data,
        library,
        outputs,
        fibre,
        region,
        Optional.empty(),
        candidates,
        Demands.of(List.of(), names(outputs, library)));
  }

  /** The same within these demands. */
  public PromotionProblem within(Demands newDemands) {
    return new PromotionProblem(
        data, library, outputs, fibre, region, points, candidates, newDemands);
  }

  /** The same, compared at these points where a function is no polynomial. */
  public PromotionProblem withPoints(Matrix newPoints) {
    return new PromotionProblem(
        data, library, outputs, fibre, region, Optional.of(newPoints), candidates, demands);
  }

  /** The demands together with these symmetries. */
  Demands with(List<Action> symmetries) {
    List<Demand> all = new ArrayList<>(demands.all());
    all.addAll(equivariance().demands(symmetries));
    return Demands.of(all, names(outputs, library));
  }

  Equivariance equivariance() {
    return Equivariance.of(library, outputs.size(), xi -> fibre).within(region);
  }

  /** F_W as a subject of discovery. */
  Subject subject(Matrix w, Freedom freedom) {
    return new Subject(library, w, fibre, region, points, freedom);
  }

  private static List<String> names(List<String> outputs, Library library) {
    List<String> names = new ArrayList<>();
    for (String output : outputs) {
      library.termNames().forEach(term -> names.add(output + ": " + term));
    }
    return names;
  }
}
