package io.github.sindy4j.bench.noisy;

import io.github.sindy4j.basis.LibrarySpec;
import io.github.sindy4j.data.Dataset;

/** A way from noisy trajectories to the coefficients of ẋ = W θ(x), nothing chosen by hand. */
interface NoisyMethod {
  /** Fits these trajectories over this library. */
  NoisyAnswer fit(Dataset data, LibrarySpec library);

  /** The same, told that the equations keep their form under an action, as the command line. */
  NoisyMethod enforcing(String action);
}
