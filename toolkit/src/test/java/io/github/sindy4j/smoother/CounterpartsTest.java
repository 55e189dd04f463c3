package io.github.sindy4j.smoother;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sindy4j.Orbits;
import io.github.sindy4j.basis.Library;
import io.github.sindy4j.basis.PolynomialLibrary;
import io.github.sindy4j.data.Dataset;
import io.github.sindy4j.data.Schema;
import io.github.sindy4j.knowledge.Knowledge;
import io.github.sindy4j.knowledge.NamedSymmetry;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.notice.Progress;
import io.github.sindy4j.regress.Parametrisation;
import io.github.sindy4j.symmetry.Region;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Equations that a symmetry turns into each other leave as much open. */
class CounterpartsTest {
  private static final Library SPACE =
      PolynomialLibrary.ofDegree(3).over(List.of("x", "y", "z", "w"));

  private static Parametrisation space(Library library, Knowledge known) {
    int states = library.variables().size();
    Schema schema = Schema.of(library.variables().toArray(String[]::new));
    List<String> names =
        IntStream.range(0, states * library.size()).mapToObj(k -> "w" + k).toList();
    return Parametrisation.of(known.demands(library, schema, () -> Region.unit(states)), names);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '=',
      value = {
        "so(2) on (x,y) = 0 0 2 3",
        "so(2) on (z,w) = 0 1 2 2",
        "phase(x,y:1; z,w:2) = 0 0 2 2",
        "so(3) on (x,y,z) = 0 0 0 3",
        "swap(x | z) = 0 1 0 3",
        "scaling(x:1,y:1) = 0 1 2 3"
      })
  void equationsThatAnActionTurnsOrSwapsAreCounterparts(String action, String expected) {
    Coordinates coordinates =
        new Coordinates(space(SPACE, new NamedSymmetry(action)), SPACE.size(), 0);
    int[] first = List.of(expected.split(" ", -1)).stream().mapToInt(Integer::parseInt).toArray();
    assertArrayEquals(first, coordinates.counterparts());
  }

  @Test
  void bothEquationsOfARotationHaveOneDefect() {
    Library plane = PolynomialLibrary.ofDegree(3).over(List.of("x", "y"));
    Vec times = Orbits.grid(600, 0.05);
    Orbits.Field hopf =
        (t, s) -> {
          double rest = 1 - s[0] * s[0] - s[1] * s[1];
          return new double[] {s[0] * rest - s[1], s[1] * rest + s[0]};
        };
    Random random = new Random(5);
    double[] values = Orbits.states(hopf, times, 0.1, 0).toArray();
    // Forces of which nothing is known push both states about.
    double[] pushed = new double[2];
    for (int k = 0; k < values.length; k++) {
      pushed[k % 2] = 0.9 * pushed[k % 2] + 0.01 * random.nextGaussian();
      values[k] += 0.02 * random.nextGaussian() + pushed[k % 2];
    }
    SmootherFit fit =
        Smoother.defaults()
            .fit(
                Dataset.of(times, Matrix.adopt(600, 2, values), "x", "y"),
                plane,
                space(plane, new NamedSymmetry("so(2) on (x,y)")),
                Progress.NONE);
    assertEquals(fit.defect().get(0), fit.defect().get(1));
    assertTrue(fit.defect().get(0) > 1e-3, "defect " + fit.defect());
  }
}
