package io.github.sindy4j.derivative;

import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;

/**
 * ẋ = argmin over u of ½ ‖x₀ + A u − y‖² + α TV(u), with A u the integral of u, u constant between
 * samples, TV(u) = Σ |u_{i+1} − uᵢ| and x₀ free: rates with jumps. A rate at a sample is the one on
 * either side, weighted by the other side's step.
 *
 * <p>As u has the slopes of x = x₀ + A u, this is trend filtering of order 1, and solved as such. α
 * counts time in mean steps, so that a penalty α′ TV(u) in the unit of time of the data is α =
 * α′/h̄; it minimises C_L for known noise and generalised cross-validation otherwise. Not linear in
 * the data.
 *
 * <p>Source: L. I. Rudin, S. Osher and E. Fatemi, Physica D 60 (1992) 259–268; R. Chartrand, ISRN
 * Applied Mathematics (2011) 164564.
 *
 * @param weight α
 */
public record TotalVariation(Weight weight) implements Differentiator {
  /** α by cross-validation. */
  public static TotalVariation defaults() {
    return new TotalVariation(Weight.automatic());
  }

  /** With a weight from elsewhere. */
  public TotalVariation withWeight(Weight other) {
    return new TotalVariation(other);
  }

  @Override
  public Estimate estimate(Vec times, Matrix values) {
    SmoothedEstimate.requireSamples(times, this);
    return SmoothedEstimate.ofColumns(values, new TrendSmoother(times, 1, weight)::column);
  }

  @Override
  public int minimumSamples() {
    return 3;
  }

  @Override
  public String text() {
    return MethodText.of("total-variation", weight.text());
  }
}
