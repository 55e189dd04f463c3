package io.github.sindy4j.report;

import io.github.sindy4j.linalg.Vec;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * A conserved quantity as deviations relative to its scale: along data about their mean, along
 * rollouts from their start.
 */
record Deviations(List<Curve> data, List<Curve> rollout) {
  static Deviations of(DriftPanel.Quantity quantity) {
    return new Deviations(
        first(quantity.data()).stream()
            .map(c -> relative(c, mean(c.y()), quantity.scale()))
            .toList(),
        first(quantity.rollout()).stream()
            .map(c -> relative(c, c.size() == 0 ? 0 : c.y().first(), quantity.scale()))
            .toList());
  }

  private static List<Curve> first(List<Curve> curves) {
    return curves.subList(0, Math.min(DriftPanel.MAX_TRAJECTORIES, curves.size()));
  }

  private static Curve relative(Curve curve, double from, double scale) {
    return new Curve(curve.x(), curve.y().map(h -> (h - from) / scale));
  }

  private static double mean(Vec values) {
    return finite(values).average().orElse(0);
  }

  private static DoubleStream finite(Vec values) {
    return DoubleStream.of(values.toArray()).filter(Range::isUsable);
  }

  /** The sizes of these deviations. */
  Deviations sizes() {
    return new Deviations(sizes(data), sizes(rollout));
  }

  private static List<Curve> sizes(List<Curve> curves) {
    return curves.stream().map(c -> new Curve(c.x(), c.y().map(Math::abs))).toList();
  }

  /** The largest size along the data, or along the rollouts; 0 without any. */
  static double largest(List<Curve> curves) {
    return curves.stream().flatMapToDouble(c -> finite(c.y())).map(Math::abs).max().orElse(0);
  }

  /** Whether only a logarithmic axis shows both kinds. */
  boolean differMuch() {
    double a = largest(data);
    double b = largest(rollout);
    return Math.min(a, b) > 0 && Math.max(a, b) > 30 * Math.min(a, b);
  }

  /** All values. */
  double[] all() {
    return DoubleStream.concat(
            data.stream().flatMapToDouble(c -> finite(c.y())),
            rollout.stream().flatMapToDouble(c -> finite(c.y())))
        .toArray();
  }
}
