package io.github.sindy4j.io;

import java.util.Arrays;
import java.util.List;

/** Which sample stands in which block; samples are counted from 0 over the whole file. */
final class StoredIndex {
  private final long[] firsts;
  private final List<String> ids;
  private final long[] starts;

  /**
   * {@code firsts}: the first sample of each block, and one past the last sample; {@code starts}:
   * the first sample of each trajectory.
   */
  StoredIndex(long[] firsts, List<String> ids, long[] starts) {
    this.firsts = firsts;
    this.ids = List.copyOf(ids);
    this.starts = starts;
  }

  /** The block that holds a sample. */
  int block(long sample) {
    int found = Arrays.binarySearch(firsts, sample);
    int block = found >= 0 ? found : -found - 2;
    while (firsts[block + 1] == sample) {
      block++; // Blocks without samples share their first with the next.
    }
    return block;
  }

  /** The first sample of a block, or of what would come after the last. */
  long first(int block) {
    return firsts[block];
  }

  /** The first sample of a trajectory. */
  long start(int trajectory) {
    return starts[trajectory];
  }

  /** The name of a trajectory. */
  String id(int trajectory) {
    return ids.get(trajectory);
  }

  /** How many trajectories there are. */
  int trajectories() {
    return starts.length;
  }
}
