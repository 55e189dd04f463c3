package io.github.sindy4j.regress;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * One term leaves a least-squares fit, one joins it, or both.
 *
 * @param leaving the term that leaves, or −1
 * @param joining the term that joins, or −1
 * @param change of ‖r‖²
 */
record Move(int leaving, int joining, double change) {
  /** The change of ‖r‖²/noise + penalty · k. */
  double cost(double noise, double penalty) {
    return change / noise + ((joining >= 0 ? 1 : 0) - (leaving >= 0 ? 1 : 0)) * penalty;
  }

  /** Where it leads from these terms. */
  List<Integer> from(List<Integer> terms) {
    List<Integer> changed = new ArrayList<>(terms);
    changed.remove((Integer) leaving);
    if (joining >= 0) {
      changed.add(joining);
    }
    changed.sort(Comparator.naturalOrder());
    return List.copyOf(changed);
  }
}
