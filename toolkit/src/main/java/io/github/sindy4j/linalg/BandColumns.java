package io.github.sindy4j.linalg;

/**
 * A symmetric band whose entries are computed where they are needed, and not kept: a large one is
 * factorised while they are in the cache.
 */
public interface BandColumns {
  /** n. */
  int size();

  /** w, the number of diagonals below the main one. */
  int width();

  /** How many columns belong together: parts begin and end with a group of columns, or of rows. */
  int group();

  /** Makes what adds the entries to parts that hold zeros. */
  BandVisitor writer();
}
