package io.github.sindy4j.datasets;

import io.github.sindy4j.linalg.Vec;
import java.util.List;

/**
 * The default simulation of a system.
 *
 * @param step the time between samples
 * @param samples the number of samples of each trajectory
 * @param starts one initial state for each trajectory
 * @param exact the states that noise leaves alone
 */
record Plan(double step, int samples, List<Vec> starts, List<String> exact) {
  static Plan of(double step, int samples, double[]... starts) {
    return new Plan(
        step, samples, java.util.Arrays.stream(starts).map(Vec::of).toList(), List.of());
  }
}
