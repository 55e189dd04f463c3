package io.github.sindy4j.io;

import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.ObjIntConsumer;

/** The rows of a file in blocks that follow each other. */
@FunctionalInterface
interface BlockOrder {
  /** How many are read before the first of them is used. */
  int WAVE = 16;

  /**
   * Reads all blocks by all cores, does to each what can be done to it alone, and hands them on in
   * order, with their numbers; stops at the first that cannot be read so, and says which.
   */
  <T> OptionalInt readAll(Function<RowBlock, T> alone, ObjIntConsumer<T> inOrder);
}
