package io.github.sindy4j.formulation;

import io.github.sindy4j.formulation.WindowPlan.Part;
import java.util.ArrayList;
import java.util.List;

/**
 * Consecutive test functions of one segment that give rows together; all are held out by one fold.
 *
 * <p>A whitened row is what a row adds to those before it. Of these, the nearest are computed
 * again: those farther away than a few supports tell nothing more.
 *
 * @param part their segment
 * @param from the first of them, counted in the segment
 * @param size how many
 * @param first how many test functions stand before it in all
 * @param fold the fold that holds them out
 */
record WindowRun(Part part, int from, int size, long first, int fold) {
  private static final int MOST = 128;
  private static final int LEAST_IN_BLOCK = 16;
  private static final int CONTEXT = 40;

  /** How many test functions before the first one the rows are conditioned on. */
  int context() {
    return Math.min(CONTEXT, from);
  }

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
