package io.github.sindy4j.linalg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What every {@link Kernel} keeps. Oracle: sums with twice the digits. */
public interface KernelContract {
  /** Sizes about the widths of tiles, registers, strips and chunks, and none. */
  List<Integer> SIZES = List.of(0, 1, 3, 4, 5, 8, 31, 32, 37, 70);

  /** Longer than any chunk of rows. */
  int LONG = 1300;

  /** The kernel under test. */
  Kernel subject();

  /** A view inside a larger array of random numbers, at an odd place, with an odd stride. */
  static View random(SplittableRandom random, int rows, int columns) {
    int stride = rows + 3;
    double[] values = random.doubles(7 + (long) stride * columns + 5, -1, 1).toArray();
    return View.of(values, 7, stride, rows, columns);
  }

  /** The same numbers in storage of their own. */
  static View copy(View view) {
    return View.of(view.values().clone(), view.at(), view.stride(), view.rows(), view.columns());
  }

  /** Upper triangular, with a diagonal away from zero. */
  static View upper(SplittableRandom random, int size) {
    View u = random(random, size, size);
    for (int j = 0; j < size; j++) {
      u.set(j, j, 2 + u.get(j, j));
      for (int i = 0; i < j; i++) {
        u.set(i, j, u.get(i, j) / size);
      }
    }
    return u;
  }

  private static void assertSum(TwiceTheDigits exact, int terms, double actual, String where) {
    double allowed = (terms + 2) * Math.ulp(1.0) * exact.size();
    assertEquals(exact.value(), actual, allowed, where);
  }

  @Test
  default void addsAProduct() {
    SplittableRandom random = new SplittableRandom(1);
    for (int rows : SIZES) {
      for (int columns : SIZES) {
        for (int inner : new int[] {0, 1, 6, 64, 300}) {
          checkSum(random, rows, inner, columns, random.nextBoolean() ? 1 : -1);
        }
      }
    }
    checkSum(random, LONG, 20, 9, -1);
  }

  private void checkSum(SplittableRandom random, int rows, int inner, int columns, double sign) {
    View x = random(random, rows, inner);
    View c = random(random, inner, columns);
    View before = random(random, rows, columns);
    View y = copy(before);
    subject().add(sign, x, c, y);
    for (int j = 0; j < columns; j++) {
      for (int i = 0; i < rows; i++) {
        TwiceTheDigits exact = new TwiceTheDigits();
        exact.add(1, before.get(i, j));
        for (int k = 0; k < inner; k++) {
          exact.add(sign * x.get(i, k), c.get(k, j));
        }
        assertSum(exact, inner, y.get(i, j), rows + "×" + inner + "×" + columns);
      }
    }
    assertOthersUntouched(before, y, false);
  }

  @Test
  default void addsTheProductsOfColumns() {
    SplittableRandom random = new SplittableRandom(2);
    for (int m : SIZES) {
      for (int n : SIZES) {
        for (int rows : new int[] {0, 1, 7, 32, 77}) {
          checkDots(random, rows, m, n, false);
          checkDots(random, rows, m, n, true);
        }
      }
    }
    checkDots(random, LONG, 9, 6, false);
    checkDots(random, LONG, 9, 9, true);
  }

  private void checkDots(SplittableRandom random, int rows, int m, int n, boolean lower) {
    View x = random(random, rows, m);
    View y = random(random, rows, n);
    View before = random(random, m, n);
    View c = copy(before);
    subject().dots(x, y, c, lower);
    for (int j = 0; j < n; j++) {
      for (int i = lower ? j : 0; i < m; i++) {
        TwiceTheDigits exact = new TwiceTheDigits();
        exact.add(1, before.get(i, j));
        for (int t = 0; t < rows; t++) {
          exact.add(x.get(t, i), y.get(t, j));
        }
        assertSum(exact, rows, c.get(i, j), rows + " rows, " + m + "×" + n);
      }
    }
    assertOthersUntouched(before, c, lower);
  }

  @Test
  default void solvesRowByRowWithABackwardErrorOfRounding() {
    SplittableRandom random = new SplittableRandom(3);
    for (int rows : SIZES) {
      for (int size : new int[] {0, 1, 2, 4, 7, 60, 131, 300}) {
        View u = upper(random, size);
        View b = random(random, rows, size);
        View before = random(random, rows, size);
        View x = copy(before);
        subject().solve(u, b, x);
        for (int j = 0; j < size; j++) {
          for (int i = 0; i < rows; i++) {
            TwiceTheDigits exact = new TwiceTheDigits();
            for (int k = 0; k <= j; k++) {
              exact.add(x.get(i, k), u.get(k, j));
            }
            assertSum(exact, j + 4, b.get(i, j), rows + " rows of " + size);
          }
        }
        assertOthersUntouched(before, x, false);
        View same = copy(b);
        subject().solve(u, same, same);
        assertSameBits(x, same);
      }
    }
  }

  @Test
  default void aProductCutIntoPiecesHasTheBitsOfTheWhole() {
    SplittableRandom random = new SplittableRandom(4);
    View x = random(random, 203, 65);
    View c = random(random, 65, 90);
    View y = random(random, 203, 90);
    View u = upper(random, 65);
    View gram = random(random, 65, 65);
    View product = copy(y);
    View dots = copy(c);
    View solved = copy(x);
    View square = copy(gram);
    subject().add(-1, x, c, product);
    subject().dots(x, y, dots, false);
    subject().dots(x, x, square, true);
    subject().solve(u, x, solved);
    for (int cut : new int[] {1, 4, 13, 32, 64}) {
      View pieces = copy(y);
      subject().add(-1, x.rows(0, cut), c, pieces.rows(0, cut));
      View rest = pieces.rows(cut, 203);
      subject().add(-1, x.rows(cut, 203), c.columns(0, cut), rest.columns(0, cut));
      subject().add(-1, x.rows(cut, 203), c.columns(cut, 90), rest.columns(cut, 90));
      assertSameBits(product, pieces);

      View halves = copy(c);
      subject().dots(x.columns(0, cut), y, halves.rows(0, cut), false);
      subject().dots(x.columns(cut, 65), y, halves.rows(cut, 65), false);
      assertSameBits(dots, halves);

      View steps = copy(gram);
      subject().dots(x, x.columns(0, cut), steps.columns(0, cut), true);
      View corner = steps.rows(cut, 65).columns(cut, 65);
      subject().dots(x.columns(cut, 65), x.columns(cut, 65), corner, true);
      assertSameBits(square, steps);

      View parts = copy(x);
      subject().solve(u, x.rows(0, cut), parts.rows(0, cut));
      subject().solve(u, x.rows(cut, 203), parts.rows(cut, 203));
      assertSameBits(solved, parts);
    }
  }

  @Test
  default void squaresRowsThatItDivides() {
    SplittableRandom random = new SplittableRandom(6);
    for (int size : new int[] {1, 2, 4, 7, 8, 23, 59, 60, 131}) {
      View u = upper(random, size);
      Squares squares = subject().squares(u);
      for (int rows : new int[] {0, 1, 7, 32, 37, 300, LONG, 64}) {
        checkSquare(random, u, squares, rows);
      }
    }
  }

  private void checkSquare(SplittableRandom random, View u, Squares squares, int rows) {
    int size = u.columns();
    View p = random(random, rows, size);
    View b = times(p, u);
    View given = copy(b);
    View before = random(random, size, size);
    View c = copy(before);
    squares.add(b, c);
    assertSameBits(given, b);
    for (int j = 0; j < size; j++) {
      for (int i = j; i < size; i++) {
        TwiceTheDigits exact = new TwiceTheDigits();
        exact.add(1, before.get(i, j));
        for (int t = 0; t < rows; t++) {
          exact.add(p.get(t, i), p.get(t, j));
        }
        // What rounding does to P = B U⁻¹ grows at most with the condition of U, which is small.
        assertSum(exact, rows + 8 * size, c.get(i, j), rows + " rows of " + size);
      }
    }
    assertOthersUntouched(before, c, true);
    View again = copy(before);
    squares.add(b, again);
    assertSameBits(c, again);
  }

  /** P U, rounded once. */
  private static View times(View p, View u) {
    View product = copy(p);
    for (int j = 0; j < p.columns(); j++) {
      for (int i = 0; i < p.rows(); i++) {
        TwiceTheDigits exact = new TwiceTheDigits();
        for (int k = 0; k <= j; k++) {
          exact.add(p.get(i, k), u.get(k, j));
        }
        product.set(i, j, exact.value());
      }
    }
    return product;
  }

  @Test
  default void aTriangleInALargerArrayMayHoldAnythingBelow() {
    SplittableRandom random = new SplittableRandom(7);
    View u = upper(random, 37);
    View marred = copy(u);
    for (int j = 0; j < 37; j++) {
      for (int i = j + 1; i < 37; i++) {
        marred.set(i, j, Double.NaN);
      }
    }
    View b = random(random, 70, 37);
    View c = View.of(new double[37 * 37], 0, 37, 37, 37);
    View same = copy(c);
    subject().squares(u).add(b, c);
    subject().squares(marred).add(b, same);
    assertSameBits(c, same);
  }

  @Test
  default void twoThreadsOrOneGiveTheSameBits() {
    SplittableRandom random = new SplittableRandom(5);
    Kernel split = new SplitKernel(subject());
    assertEquals(subject().name(), split.name());
    View x = random(random, 700, 130);
    View c = random(random, 130, 301);
    View y = random(random, 700, 301);
    View u = upper(random, 130);
    View[] one = {copy(y), copy(c), random(random, 301, 301), copy(x)};
    View[] two = {copy(y), copy(c), copy(one[2]), copy(x)};
    int k = 0;
    for (Kernel kernel : new Kernel[] {subject(), split}) {
      View[] results = k++ == 0 ? one : two;
      kernel.add(1, x, c, results[0]);
      kernel.dots(x, y, results[1], false);
      kernel.dots(y, y, results[2], true);
      kernel.solve(u, x, results[3]);
    }
    for (int i = 0; i < one.length; i++) {
      assertSameBits(one[i], two[i]);
    }
  }

  private static void assertSameBits(View expected, View actual) {
    for (int j = 0; j < expected.columns(); j++) {
      for (int i = 0; i < expected.rows(); i++) {
        assertEquals(expected.get(i, j), actual.get(i, j), "entry " + i + ", " + j);
      }
    }
  }

  /** What lies between, before and after the columns, and above the diagonal where it must. */
  private static void assertOthersUntouched(View before, View after, boolean lower) {
    double[] kept = after.values().clone();
    for (int j = 0; j < before.columns(); j++) {
      for (int i = lower ? j : 0; i < before.rows(); i++) {
        kept[after.offset(j) + i] = before.get(i, j);
      }
    }
    assertArrayEquals(before.values(), kept);
    assertTrue(before.values() != after.values());
  }
}
