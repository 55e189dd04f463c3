package io.github.sindy4j.basis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sindy4j.linalg.Block;
import io.github.sindy4j.linalg.Matrix;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What every {@link LibrarySpec} keeps: exact derivatives, unique names that read back, an honest
 * size, and the same bits however it is evaluated.
 *
 * <p>Points are drawn from (0.2, 0.9) for every variable: the library must be smooth there.
 */
public interface LibrarySpecContract {
  /** The library under test. */
  LibrarySpec subject();

  /** The variables it is tested over. */
  default List<String> variables() {
    return List.of("x", "y", "z");
  }

  /** Functions that its names call, beside the standard ones. */
  default List<ScalarFunction> functions() {
    return List.of();
  }

  /** Points in (0.2, 0.9), the same for every run. */
  private Block points(int rows, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Block points = new Block(rows, variables().size());
    points.setRows(rows);
    for (int j = 0; j < points.columns(); j++) {
      for (int i = 0; i < rows; i++) {
        points.set(i, j, random.nextDouble(0.2, 0.9));
      }
    }
    return points;
  }

  /** x + h v. */
  private static Block moved(Block x, Block v, double h) {
    Block moved = new Block(x.capacity(), x.columns());
    moved.setRows(x.rows());
    for (int k = 0; k < moved.values().length; k++) {
      moved.values()[k] = x.values()[k] + h * v.values()[k];
    }
    return moved;
  }

  private static Block values(Library library, Block x) {
    Block theta = new Block(x.capacity(), library.size());
    library.evaluate(x, theta);
    return theta;
  }

  @Test
  default void theDirectionalDerivativeIsTheLimitOfCentralDifferences() {
    Library library = subject().over(variables());
    Block x = points(20, 1);
    Block v = points(20, 2);
    Block exact = new Block(20, library.size());
    library.derivative(x, v, exact);
    double[] errors = new double[2];
    double[] widths = {0.02, 0.01};
    double scale = 0;
    for (int j = 0; j < library.size(); j++) {
      double[] error = new double[2];
      double size = 1;
      for (int k = 0; k < 2; k++) {
        double h = widths[k];
        Block ahead = values(library, moved(x, v, h));
        Block behind = values(library, moved(x, v, -h));
        for (int i = 0; i < 20; i++) {
          double difference = (ahead.get(i, j) - behind.get(i, j)) / (2 * h);
          error[k] += Math.abs(difference - exact.get(i, j));
          size = Math.max(size, Math.abs(exact.get(i, j)));
        }
        errors[k] += error[k];
      }
      scale = Math.max(scale, size);
      assertTrue(
          error[1] <= 0.27 * error[0] + 1e-11 * size,
          library.termNames().get(j)
              + ": errors do not fall with h²: "
              + error[0]
              + ", "
              + error[1]);
    }
    assertTrue(errors[1] <= 0.1 * scale * library.size(), "the limit is another one");
  }

  @Test
  default void namesAreUnique() {
    List<String> names = subject().over(variables()).termNames();
    assertEquals(names.size(), new HashSet<>(names).size(), names.toString());
    assertTrue(!names.isEmpty());
  }

  @Test
  default void everyNameReadsBackAsTheSameFunction() {
    Library library = subject().over(variables());
    List<Expression> parsed = new ArrayList<>();
    for (Term term : library.terms()) {
      Expression read = Expression.parse(term.name(), variables(), functions());
      assertEquals(term.expression(), read, term.name());
      assertEquals(term.name(), read.toString());
      parsed.add(read);
    }
    Block x = points(10, 3);
    assertArrayEquals(
        values(library, x).values(), values(Library.of(variables(), parsed), x).values());
  }

  @Test
  default void sizeBoundsTheNumberOfTerms() {
    for (int m = 1; m <= 4; m++) {
      List<String> names = new ArrayList<>(variables());
      for (int k = names.size(); k < m; k++) {
        names.add("v" + k);
      }
      // Fewer variables than a formula names would be refused; more are always possible.
      int count = subject().terms(names).size();
      assertTrue(count <= subject().size(names.size()), count + " terms of " + names.size());
      assertTrue(subject().over(names).size() <= count);
    }
  }

  @Test
  default void aBlockGivesTheBitsOfEveryPointAloneAndLeavesFurtherColumns() {
    Library library = subject().over(variables());
    int p = library.size();
    Block x = points(37, 4);
    Block v = points(37, 5);
    Block theta = new Block(40, p + 1);
    theta.setRows(40);
    theta.fill(p, 17);
    library.evaluate(x, theta);
    Block slopes = new Block(37, p);
    library.derivative(x, v, slopes);
    assertEquals(37, theta.rows());
    for (int i = 0; i < 37; i++) {
      Block one = row(x, i);
      Block alone = values(library, one);
      Block slope = new Block(1, p);
      library.derivative(one, row(v, i), slope);
      for (int j = 0; j < p; j++) {
        assertEquals(alone.get(0, j), theta.get(i, j));
        assertEquals(slope.get(0, j), slopes.get(i, j));
      }
      assertEquals(17, theta.get(i, p));
    }
  }

  private static Block row(Block x, int i) {
    Block row = new Block(1, x.columns());
    row.setRows(1);
    for (int j = 0; j < x.columns(); j++) {
      row.set(0, j, x.get(i, j));
    }
    return row;
  }

  @Test
  default void severalThreadsGiveTheSameBitsAsOne() {
    Library library = subject().over(variables());
    Block x = points(64, 6);
    double[] alone = values(library, x).values();
    List<double[]> together =
        IntStream.range(0, 64).parallel().mapToObj(k -> values(library, x).values()).toList();
    together.forEach(values -> assertArrayEquals(alone, values));
  }

  @Test
  default void theFunctionOfOnePointAndItsJacobianAgreeWithTheLibrary() {
    Library library = subject().over(variables());
    int p = library.size();
    int m = variables().size();
    SplittableRandom random = new SplittableRandom(8);
    double[] w = new double[2 * p];
    for (int k = 0; k < w.length; k++) {
      w[k] = random.nextInt(3) == 0 ? 0 : random.nextDouble(-2, 2);
    }
    PointFunction function = library.compile(Matrix.adopt(2, p, w.clone()));
    Block x = points(5, 9);
    Block theta = values(library, x);
    for (int i = 0; i < 5; i++) {
      double[] point = new double[m];
      for (int j = 0; j < m; j++) {
        point[j] = x.get(i, j);
      }
      double[] y = new double[2];
      double[] jacobian = new double[2 * m];
      function.value(point, y);
      function.jacobian(point, jacobian);
      for (int e = 0; e < 2; e++) {
        assertWeightedSum(w, e * p, theta, i, p, y[e]);
        for (int j = 0; j < m; j++) {
          Block unit = new Block(1, m);
          unit.setRows(1);
          unit.set(0, j, 1);
          Block slope = new Block(1, p);
          library.derivative(row(x, i), unit, slope);
          assertWeightedSum(w, e * p, slope, 0, p, jacobian[e * m + j]);
        }
      }
    }
  }

  private static void assertWeightedSum(
      double[] w, int from, Block theta, int i, int p, double actual) {
    double sum = 0;
    double size = 1;
    for (int j = 0; j < p; j++) {
      sum += w[from + j] * theta.get(i, j);
      size += Math.abs(w[from + j] * theta.get(i, j));
    }
    assertEquals(sum, actual, 1e-13 * size);
  }
}
