package io.github.sindy4j.linalg;

/**
 * Columns of a band, some groups of them at a time.
 *
 * @param size n, a multiple of the group
 * @param group how many belong together
 */
record Stretches(int size, int group) {
  /** Their columns, at three or four states, stay in the second cache. */
  private static final int GROUPS = 128;

  /** How many columns at once. */
  int length() {
    return Math.min(size, GROUPS * group);
  }

  /** The last group that begins no later. */
  int floor(int column) {
    return column / group * group;
  }

  /** Where the group ends that this many columns end in. */
  int ceiling(int columns) {
    return Math.min(size, (columns + group - 1) / group * group);
  }
}
