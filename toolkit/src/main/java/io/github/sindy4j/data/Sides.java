package io.github.sindy4j.data;

import java.util.List;

/**
 * What the two sides of equations left = W θ(right) mean: rates of states for dynamics ({@link
 * Schema}), outputs for functions ({@link FunctionSchema}).
 */
public sealed interface Sides permits Schema, FunctionSchema {
  /** What the equations are called, in order: one for each row of W. */
  List<String> equationNames();

  /** The variables that θ is over, in order. */
  List<String> inputNames();

  /** What equation i gives, in words: {@code the rate of x}. */
  String leftSide(int equation);
}
