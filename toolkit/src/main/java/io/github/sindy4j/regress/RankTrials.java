package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.Vec;
import java.util.Optional;
import java.util.function.Function;

/** The starts of one rank: how many, what they reached, and whether it is certified. */
final class RankTrials {
  private final int rank;
  private final Function<Vec, Uniqueness> judge;
  private Vec reached;
  private double tail = Double.POSITIVE_INFINITY;
  private int starts;
  private int steps;
  private Optional<Uniqueness> kept = Optional.empty();

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

  /** What is to be said of it. */
  Uniqueness uniqueness() {
    return kept.orElseGet(() -> judge.apply(reached));
  }

  boolean found() {
    return kept.isPresent();
  }

  boolean certified() {
    return kept.isPresent() && kept.get().isCertified();
  }

  RankTrial summary() {
    return new RankTrial(rank, starts, steps, tail);
  }

  /** No model of this rank was found, with so many starts, even without data. */
  void noModel(int made) {
    starts += made;
  }

  /** A start that did not come near. */
  void addFailed(int taken) {
    starts++;
    steps += taken;
  }

  /** The nearest of those that failed, taken further. */
  void improve(RankSearch.End end) {
    starts--;
    add(new RankSearch.End(end.w(), end.tail(), 0));
  }

  void add(RankSearch.End end) {
    starts++;
    steps += end.steps();
    boolean nearest = end.tail() < tail;
    tail = Math.min(tail, end.tail());
    if (!end.hasRank()) {
      reached = nearest && !found() ? end.w() : reached;
      return;
    }
    Uniqueness uniqueness = judge.apply(end.w());
    if (uniqueness.isCertified() || (uniqueness.evidence().fits() && !found())) {
      reached = end.w();
      kept = Optional.of(uniqueness);
    }
  }
}
