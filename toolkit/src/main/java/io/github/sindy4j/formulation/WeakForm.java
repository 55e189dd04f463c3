package io.github.sindy4j.formulation;

import io.github.sindy4j.basis.Library;
import io.github.sindy4j.data.Dataset;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.notice.BadSetting;
import java.util.OptionalDouble;

/**
 * −∫ φ̇ₖ x dt = Σⱼ Wⱼ ∫ φₖ θⱼ(x, u) dt with test functions φₖ(t) = φ((t − cₖ)/r): no data are
 * differentiated.
 *
 * <p>Test functions cover every segment of every trajectory from end to end, their centres one
 * deviation of the bump apart. On uniform grids the integrals converge spectrally, elsewhere like
 * h⁴ to h⁸. To first order in noise of covariance Σ the residuals ∫ φ θ(y) W + ∫ φ̇ y have the
 * covariance (Φ̇ + Φ J) Σ (Φ̇ + Φ J)ᵀ, J = D(W θ); {@link #rows} whitens with λ² in place of J²,
 * {@link #weighted} with J of a current model. Controls count as free of noise.
 *
 * <p>Source: D. A. Messenger and D. M. Bortz, Multiscale Model. Simul. 19 (2021) 1474–1497; D. M.
 * Bortz, D. A. Messenger and V. Dukic, Bull. Math. Biol. 85 (2023) 110.
 *
 * @param bump φ
 * @param halfWidth r, in the unit of time; chosen from the data where it is empty
 */
public record WeakForm(TestFunction bump, OptionalDouble halfWidth) implements Formulation {
  private static final int ORDER = 10;

  /** Rows for each term of the library, at least, where a narrower width can give them. */
  private static final int ROWS_PER_TERM = 2;

  /** Checks the width. */
  public WeakForm {
    BadSetting.require(
        halfWidth.isEmpty()
            || (halfWidth.getAsDouble() > 0 && halfWidth.getAsDouble() < Double.POSITIVE_INFINITY),
        "weak width",
        "must be positive but is " + halfWidth,
        "It is half the width of a test function in the unit of time; without it, it is chosen");
  }

  /** φ(s) = (1 − s²)¹⁰, of a width that is chosen from the data. */
  public static WeakForm automatic() {
    return new WeakForm(new PolynomialBump(ORDER), OptionalDouble.empty());
  }

  /**
   * Reads {@code weak}, or {@code weak:} with any of {@code width=HALF-WIDTH} and one of {@code
   * order=P} and {@code sharpness=ETA}, separated by commas.
   */
  public static WeakForm parse(String text) {
    return new WeakFormParser(text).parse();
  }

  /** The same with another test function. */
  public WeakForm withBump(TestFunction newBump) {
    return new WeakForm(newBump, halfWidth);
  }

  /** The same with this half-width. */
  public WeakForm withHalfWidth(double newHalfWidth) {
    return new WeakForm(bump, OptionalDouble.of(newHalfWidth));
  }

  /** The test functions for these data; the library tells how many there should be. */
  public WeakDesign design(Dataset data, Library library) {
    int rows = ROWS_PER_TERM * library.size();
    return new WeakDesign(data, library, bump, WeakChoice.of(data, bump, rows, halfWidth));
  }

  @Override
  public FormulatedRows rows(Dataset data, Library library) {
    return design(data, library).rows();
  }

  /** The rows of all equations, whitened for this model, W ∈ R^(n×p). */
  public CoupledRows weighted(Dataset data, Library library, Matrix currentModel) {
    return design(data, library).weighted(currentModel);
  }

  /** How it is written on the command line, such as {@code weak:width=0.3,order=10}. */
  public String text() {
    return "weak:"
        + (halfWidth.isPresent() ? "width=" + halfWidth.getAsDouble() + "," : "")
        + bump.text();
  }
}
