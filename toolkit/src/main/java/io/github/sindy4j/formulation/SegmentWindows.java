package io.github.sindy4j.formulation;

/** The test functions of one segment, in the order of time. */
sealed interface SegmentWindows permits UniformWindows, UnevenWindows {
  /** How many there are. */
  int size();

  /** The test function with this number, counted from 0. */
  TestWindow window(int k);

  /** How wrong its quadrature may be. */
  WindowErrors errors(int k);
}
