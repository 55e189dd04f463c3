package io.github.sindy4j;

import io.github.sindy4j.basis.LibrarySpec;
import io.github.sindy4j.data.Samples;
import io.github.sindy4j.knowledge.CoefficientStatement;
import io.github.sindy4j.knowledge.Equivariant;
import io.github.sindy4j.knowledge.Knowledge;
import io.github.sindy4j.knowledge.NamedSymmetry;
import io.github.sindy4j.notice.Progress;
import io.github.sindy4j.regress.SparseRegressor;
import io.github.sindy4j.regress.Stlsq;
import io.github.sindy4j.symmetry.Action;
import io.github.sindy4j.symmetry.ActionFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Sparse regression of a function on basis functions: find the few terms of y = W θ(x) that explain
 * samples (xₜ, yₜ). The sibling of {@link Sindy}, without time.
 *
 * <pre>{@code
 * FunctionFit fit =
 *     FunctionRegression.over(PolynomialLibrary.ofDegree(2)).enforcing("so(3)").fit(samples);
 * fit.model().equations().forEach(System.out::println);
 * }</pre>
 *
 * <p>Symmetries act on the inputs and leave the outputs as they are: F(g x) = F(x). What is not
 * said is chosen from the data, and the fit says what was chosen. Immutable.
 *
 * @param library the candidate terms; chosen from the data where empty
 * @param regressor chooses among them
 * @param pick the number of terms, where the user says it
 * @param knowledge what is known whatever the data say
 * @param promotion which symmetries the function may have, where they are promoted
 * @param progress is told how far it has come
 */
public record FunctionRegression(
    Optional<LibrarySpec> library,
    SparseRegressor regressor,
    OptionalInt pick,
    List<Knowledge> knowledge,
    Optional<FunctionPromotion> promotion,
    Progress progress) {
  /** Copies the list. */
  public FunctionRegression {
    knowledge = List.copyOf(knowledge);
  }

  /** Everything chosen from the data: library and number of terms. */
  public static FunctionRegression automatic() {
    return new FunctionRegression(
        Optional.empty(),
        Stlsq.defaults(),
        OptionalInt.empty(),
        List.of(),
        Optional.empty(),
        Progress.NONE);
  }

  /** This library; the number of terms chosen from the data. */
  public static FunctionRegression over(LibrarySpec library) {
    return automatic().withLibrary(library);
  }

  /** The same over another library. */
  public FunctionRegression withLibrary(LibrarySpec newLibrary) {
    return new FunctionRegression(
        Optional.of(newLibrary), regressor, pick, knowledge, promotion, progress);
  }

  /** The same with this regressor. */
  public FunctionRegression solvedBy(SparseRegressor newRegressor) {
    return new FunctionRegression(library, newRegressor, pick, knowledge, promotion, progress);
  }

  /** The same, but taking the model with this many terms from the regressor's path. */
  public FunctionRegression picking(int terms) {
    return new FunctionRegression(
        library, regressor, OptionalInt.of(terms), knowledge, promotion, progress);
  }

  /** The same, knowing these things beside what it knew. */
  public FunctionRegression knowing(Knowledge... more) {
    List<Knowledge> all = new ArrayList<>(knowledge);
    all.addAll(List.of(more));
    return new FunctionRegression(library, regressor, pick, all, promotion, progress);
  }

  /** The same with a statement on coefficients, such as {@code y: 1 = 0} or {@code y: x >= 0}. */
  public FunctionRegression constrainedBy(String statement) {
    return knowing(new CoefficientStatement(statement));
  }

  /** The same with a function that does not change under an action, such as {@code so(3)}. */
  public FunctionRegression enforcing(String action) {
    return knowing(new NamedSymmetry(action));
  }

  /** The same with a function that does not change under an action on the inputs. */
  public FunctionRegression enforcing(Action action) {
    return knowing(new Equivariant(action));
  }

  /**
   * The same, where the function may have some of these symmetries: {@code se(5)}, {@code affine},
   * …. Exact values that leave a choice are met by the function of simplest image; see {@link
   * FunctionPromotion}.
   */
  public FunctionRegression promoting(String candidates) {
    return promoting(FunctionPromotion.of(candidates, ActionFiles.NONE));
  }

  /** The same with other settings. */
  public FunctionRegression promoting(FunctionPromotion newPromotion) {
    return new FunctionRegression(
        library, regressor, pick, knowledge, Optional.of(newPromotion), progress);
  }

  /** The same, telling how far it has come. */
  public FunctionRegression reportingTo(Progress newProgress) {
    return new FunctionRegression(library, regressor, pick, knowledge, promotion, newProgress);
  }

  /** Finds the function behind the samples. */
  public FunctionFit fit(Samples samples) {
    return new FunctionRun(this, samples).fit();
  }
}
