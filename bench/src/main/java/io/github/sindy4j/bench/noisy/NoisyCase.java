package io.github.sindy4j.bench.noisy;

import io.github.sindy4j.basis.LibrarySpec;
import io.github.sindy4j.data.Dataset;
import io.github.sindy4j.datasets.KnownSystem;
import io.github.sindy4j.linalg.Matrix;
import java.util.List;
import java.util.Optional;

/**
 * One system under one protocol.
 *
 * @param name as it stands in the table
 * @param system with the true coefficients
 * @param library what is fitted over, as the command line writes it
 * @param symmetry an action under which the equations keep their form, where one is told
 * @param levels of noise, in percent
 * @param fixed whether all seeds have the same data when there is no noise
 * @param draws makes the data
 */
record NoisyCase(
    String name,
    KnownSystem system,
    String library,
    Optional<String> symmetry,
    List<Double> levels,
    boolean fixed,
    Draws draws) {
  /** Copies the list. */
  NoisyCase {
    levels = List.copyOf(levels);
  }

  /** Data for a level of noise in percent. */
  interface Draws {
    /** The same level and seed give the same bits. */
    Dataset of(double level, long seed);
  }

  static NoisyCase of(KnownSystem system, String library, List<Double> levels, Draws draws) {
    return new NoisyCase(system.name(), system, library, Optional.empty(), levels, false, draws);
  }

  NoisyCase named(String newName) {
    return new NoisyCase(newName, system, library, symmetry, levels, fixed, draws);
  }

  NoisyCase symmetricUnder(String action) {
    return new NoisyCase(name, system, library, Optional.of(action), levels, fixed, draws);
  }

  /** The same, whose data without noise are the same for all seeds. */
  NoisyCase withFixedStarts() {
    return new NoisyCase(name, system, library, symmetry, levels, true, draws);
  }

  LibrarySpec terms() {
    return LibrarySpec.parse(library);
  }

  /** W over the terms of the library. */
  Matrix truth() {
    return system.model(terms()).coefficients();
  }
}
