package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.Vec;
import java.util.function.Function;

/** The starts of one rank: how many, what they reached, and whether it is certified. */
final class RankTrials {
  private final int rank;
  private final Function<Vec, Uniqueness> judge;
  private Vec reached;
  private double tail = Double.POSITIVE_INFINITY;
  private int starts;
  private int steps;
  private boolean found;
  private boolean certified;

  RankTrials(int rank, Vec first, Function<Vec, Uniqueness> judge) {
    this.rank = rank;
    this.reached = first;
    this.judge = judge;
  }

  int rank() {
    return rank;
  }

  /** The certified fit, or else the first fit, or else the point of least tail. */
  Vec reached() {
    return reached;
  }

  boolean found() {
    return found;
  }

  boolean certified() {
    return certified;
  }

  RankTrial summary() {
    return new RankTrial(rank, starts, steps, tail);
  }

  void add(RankSearch.End end) {
    starts++;
    steps += end.steps();
    boolean nearest = end.tail() < tail;
    tail = Math.min(tail, end.tail());
    if (!end.hasRank()) {
      reached = nearest && !found ? end.w() : reached;
      return;
    }
    Uniqueness uniqueness = judge.apply(end.w());
    boolean fits = uniqueness.evidence().fits();
    if (uniqueness.isCertified() || (fits && !found)) {
      reached = end.w();
      certified = uniqueness.isCertified();
    }
    found |= fits;
  }
}
