package io.github.sindy4j.conservation;

import io.github.sindy4j.basis.PointFunction;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.symmetry.GroupElement;
import io.github.sindy4j.symmetry.Verdict;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The changes of sign S with F(S x) = −S F(x): all 2ⁿ are tried, n ≤ 10. */
final class Reversals {
  private static final int MOST_STATES = 10;

  private final JacobianSamples samples;
  private final PointFunction f;
  private final int n;
  private final List<Integer> found;

  Reversals(JacobianSamples samples, double tolerance) {
    this.samples = samples;
    this.n = samples.dynamics().dimension();
    this.f = samples.dynamics().library().compile(samples.dynamics().coefficients());
    this.found =
        n > MOST_STATES
            ? List.of()
            : IntStream.range(0, 1 << n)
                .filter(signs -> defect(signs) <= tolerance)
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(Integer::bitCount))
                .toList();
  }

  Trait trait() {
    if (n > MOST_STATES) {
      return new Trait("reversible", Verdict.UNDECIDABLE, 1, "not sought for more than 10 states");
    }
    if (found.isEmpty()) {
      double nearest = IntStream.range(0, 1 << n).mapToDouble(this::defect).min().orElse(1);
      return new Trait(
          "reversible", Verdict.BROKEN, nearest, "no change of signs turns solutions around");
    }
    double defect = defect(found.get(0));
    return new Trait(
        "reversible",
        Verdict.HELD,
        defect,
        String.join("; ", elements().stream().map(GroupElement::name).toList()));
  }

  List<GroupElement> elements() {
    return found.stream().map(this::element).toList();
  }

  private GroupElement element(int signs) {
    Matrix s = diagonal(signs);
    List<String> states = samples.dynamics().states();
    List<String> images =
        IntStream.range(0, n)
            .mapToObj(i -> (sign(signs, i) < 0 ? "-" : "") + states.get(i))
            .toList();
    String name = "reversal(" + String.join(",", images) + ")";
    return new GroupElement(name, states, s, s.map(v -> 0 - v));
  }

  private Matrix diagonal(int signs) {
    double[] entries = new double[n * n];
    for (int i = 0; i < n; i++) {
      entries[i * n + i] = sign(signs, i);
    }
    return Matrix.adopt(n, n, entries);
  }

  /** Bit i is set where state i changes its sign. */
  private static int sign(int signs, int i) {
    return (signs >> i & 1) == 0 ? 1 : -1;
  }

  /** rms|F(S x) + S F(x)| / rms(|F(S x)| + |F(x)|); infinite outside the domain of F. */
  private double defect(int signs) {
    double sum = 0;
    double whole = 0;
    double[] moved = new double[n];
    double[] rates = new double[n];
    for (JacobianSamples.At here : samples.at()) {
      for (int i = 0; i < n; i++) {
        moved[i] = sign(signs, i) * here.x().get(i);
      }
      f.value(moved, rates);
      double difference = 0;
      double there = 0;
      for (int i = 0; i < n; i++) {
        double rate = rates[i] / samples.region().halfWidth(i);
        difference += Math.pow(rate + sign(signs, i) * here.rates().get(i), 2);
        there += rate * rate;
      }
      sum += difference;
      whole += Math.pow(Math.sqrt(there) + here.rates().norm(), 2);
      if (!Double.isFinite(there)) {
        return Double.POSITIVE_INFINITY;
      }
    }
    return whole == 0 ? 0 : Math.sqrt(sum / whole);
  }
}
