package io.github.sindy4j.formulation;

import io.github.sindy4j.formulation.WindowPlan.Part;
import java.util.ArrayList;
import java.util.List;

/**
 * Consecutive test functions of one segment that are whitened together; all are held out by one
 * fold.
 *
 * @param part their segment
 * @param from the first of them, counted in the segment
 * @param size how many
 * @param first how many test functions stand before it in all
 * @param fold the fold that holds them out
 */
record WindowRun(Part part, int from, int size, long first, int fold) {
  private static final int MOST = 128;
  private static final int LEAST_IN_BLOCK = 8;

  /** The blocks that are held out, of the test functions of a plan. */
  static HeldOutBlocks blocks(WindowPlan plan) {
    return HeldOutBlocks.of(plan.size(), LEAST_IN_BLOCK);
  }

  /** All test functions of a plan. */
  static List<WindowRun> of(WindowPlan plan) {
    HeldOutBlocks blocks = blocks(plan);
    List<WindowRun> runs = new ArrayList<>();
    long next = 0;
    for (Part part : plan.parts()) {
      int size = part.windows().size();
      int from = 0;
      while (from < size) {
        int stretch = (int) Math.min(size - from, blocks.end(next) - next);
        int pieces = (stretch + MOST - 1) / MOST;
        for (int piece = 0; piece < pieces; piece++) {
          int start = (int) ((long) stretch * piece / pieces);
          int end = (int) ((long) stretch * (piece + 1) / pieces);
          runs.add(new WindowRun(part, from + start, end - start, next + start, blocks.fold(next)));
        }
        from += stretch;
        next += stretch;
      }
    }
    return runs;
  }
}
