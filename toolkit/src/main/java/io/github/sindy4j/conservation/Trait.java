package io.github.sindy4j.conservation;

import io.github.sindy4j.symmetry.Verdict;

/**
 * One thing that a model may be.
 *
 * @param name such as {@code Hamiltonian}
 * @param verdict whether it is
 * @param defect how far it is from it, relative; between 0 and about 1
 * @param text one line for a person
 */
public record Trait(String name, Verdict verdict, double defect, String text) {
  @Override
  public String toString() {
    return name + ": " + (verdict == Verdict.HELD ? "yes, " : "no, ") + text;
  }
}
