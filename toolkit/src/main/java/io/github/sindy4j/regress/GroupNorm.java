package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.notice.BadSetting;
import java.util.List;

/**
 * Σ_h w_h ‖z_h‖₂ over consecutive blocks z_h of z: few blocks that are not zero. With z_h = K_h F −
 * F, few elements h that F breaks.
 *
 * @param blocks the lengths of the blocks
 * @param weights w_h > 0
 */
public record GroupNorm(List<Integer> blocks, Vec weights) implements Proximable {
  /** Copies the lengths and checks the weights. */
  public GroupNorm {
    blocks = List.copyOf(blocks);
    if (blocks.size() != weights.size()) {
      throw new IllegalArgumentException(
          "GroupNorm: " + blocks.size() + " blocks but " + weights.size() + " weights");
    }
    for (int h = 0; h < weights.size(); h++) {
      BadSetting.require(
          weights.get(h) > 0 && Double.isFinite(weights.get(h)),
          "group norm",
          "weight " + (h + 1) + " must be a number > 0 but is " + weights.get(h),
          "Leave out the block that shall not be penalised");
    }
  }

  /** All weights 1. */
  public static GroupNorm of(List<Integer> blocks) {
    return new GroupNorm(blocks, Vec.zeros(blocks.size()).map(zero -> 1));
  }

  @Override
  public double value(Vec z) {
    requireSize(z);
    double sum = 0;
    int at = 0;
    for (int h = 0; h < blocks.size(); h++) {
      sum += weights.get(h) * z.slice(at, at + blocks.get(h)).norm();
      at += blocks.get(h);
    }
    return sum;
  }

  @Override
  public Vec prox(Vec z, double step) {
    requireSize(z);
    double[] shrunk = z.toArray();
    int at = 0;
    for (int h = 0; h < blocks.size(); h++) {
      int to = at + blocks.get(h);
      double length = z.slice(at, to).norm();
      double kept = Math.max(0, length - step * weights.get(h));
      double factor = length == 0 ? 0 : kept / length;
      for (int i = at; i < to; i++) {
        shrunk[i] *= factor;
      }
      at = to;
    }
    return Vec.adopt(shrunk);
  }

  @Override
  public double dualScale(Vec y) {
    requireSize(y);
    double largest = 1;
    int at = 0;
    for (int h = 0; h < blocks.size(); h++) {
      largest = Math.max(largest, y.slice(at, at + blocks.get(h)).norm() / weights.get(h));
      at += blocks.get(h);
    }
    return 1 / largest;
  }

  @Override
  public double conjugate(Vec y) {
    return 0;
  }

  private void requireSize(Vec z) {
    int size = blocks.stream().mapToInt(Integer::intValue).sum();
    if (z.size() != size) {
      throw new IllegalArgumentException(
          "GroupNorm: the blocks have " + size + " entries but z has " + z.size());
    }
  }
}
