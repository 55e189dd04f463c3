package io.github.sindy4j.openblas;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sindy4j.linalg.Kernel;
import io.github.sindy4j.linalg.KernelContract;
import io.github.sindy4j.linalg.Kernels;
import io.github.sindy4j.linalg.View;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OpenBlasKernelTest implements KernelContract {
  @Override
  public Kernel subject() {
    return new OpenBlasKernel(OpenBlas.load().orElseThrow());
  }

  @Test
  void itSaysWhichLibraryItIs() {
    assertTrue(subject().name().startsWith("OpenBLAS 0.3."), subject().name());
    assertEquals(subject().name(), Kernels.current().name());
  }

  private static View random(SplittableRandom random, int rows, int columns) {
    double[] values = random.doubles((long) rows * columns, -1, 1).toArray();
    return View.of(values, 0, rows, rows, columns);
  }

  private static View copy(View view) {
    return View.of(view.values().clone(), view.at(), view.stride(), view.rows(), view.columns());
  }

  @Test
  void piecesOfAnySizeHaveTheBitsOfTheWhole() {
    SplittableRandom random = new SplittableRandom(1);
    Kernel kernel = subject();
    for (int k = 0; k < 40; k++) {
      View x = random(random, 2 + random.nextInt(300), 2 + random.nextInt(220));
      View y = random(random, x.rows(), 2 + random.nextInt(250));
      int row = 1 + random.nextInt(x.rows() - 1);
      int middle = 1 + random.nextInt(x.columns() - 1);
      int column = 1 + random.nextInt(y.columns() - 1);

      View c = random(random, x.columns(), y.columns());
      View dots = copy(c);
      View parts = copy(c);
      kernel.dots(x, y, dots, false);
      kernel.dots(x.columns(0, middle), y, parts.rows(0, middle), false);
      View rest = x.columns(middle, x.columns());
      View below = parts.rows(middle, x.columns());
      kernel.dots(rest, y.columns(0, column), below.columns(0, column), false);
      kernel.dots(rest, y.columns(column, y.columns()), below.columns(column, y.columns()), false);
      assertArrayEquals(dots.values(), parts.values());

      View sum = copy(y);
      View pieces = copy(y);
      kernel.add(1, x, c, sum);
      kernel.add(1, x.rows(0, row), c, pieces.rows(0, row));
      View lower = pieces.rows(row, x.rows());
      kernel.add(1, x.rows(row, x.rows()), c.columns(0, column), lower.columns(0, column));
      kernel.add(
          1,
          x.rows(row, x.rows()),
          c.columns(column, y.columns()),
          lower.columns(column, y.columns()));
      assertArrayEquals(sum.values(), pieces.values());
    }
  }

  @Test
  void whateverTheLengthOfASumSmallPiecesHaveTheBitsOfLargeOnes() {
    SplittableRandom random = new SplittableRandom(3);
    Kernel kernel = subject();
    for (int length = 1; length <= 130; length++) {
      View x = random(random, length, 64);
      View y = random(random, length, 48);
      View dots = View.of(new double[64 * 48], 0, 64, 64, 48);
      View parts = copy(dots);
      kernel.dots(x, y, dots, false);
      for (int i = 0; i < 64; i += 16) {
        kernel.dots(x.columns(i, i + 16), y, parts.rows(i, i + 16), false);
      }
      assertArrayEquals(dots.values(), parts.values(), "length " + length);

      View rows = random(random, 128, length);
      View sum = random(random, 128, 48);
      View pieces = copy(sum);
      kernel.add(1, rows, y, sum);
      for (int j = 0; j < 48; j += 16) {
        View narrow = pieces.columns(j, j + 16);
        kernel.add(1, rows.rows(0, 16), y.columns(j, j + 16), narrow.rows(0, 16));
        kernel.add(1, rows.rows(16, 128), y.columns(j, j + 16), narrow.rows(16, 128));
      }
      assertArrayEquals(sum.values(), pieces.values(), "length " + length);
    }
  }

  @Test
  void fewRowsAreDividedLikeManyByAWideTriangle() {
    SplittableRandom random = new SplittableRandom(4);
    View u = random(random, 900, 900);
    for (int j = 0; j < 900; j++) {
      u.set(j, j, 900);
    }
    View b = random(random, 128, 900);
    View whole = copy(b);
    View parts = copy(b);
    subject().solve(u, b, whole);
    subject().solve(u, b.rows(0, 5), parts.rows(0, 5));
    subject().solve(u, b.rows(5, 128), parts.rows(5, 128));
    assertArrayEquals(whole.values(), parts.values());
  }

  @Test
  void manyThreadsAtATimeGiveTheBitsOfOne() {
    Kernel kernel = subject();
    SplittableRandom random = new SplittableRandom(2);
    View x = random(random, 500, 90);
    View c = random(random, 90, 90);
    for (int j = 0; j < 90; j++) {
      c.set(j, j, 90);
    }
    double[] alone = work(kernel, x, c);
    IntStream.range(0, 64).parallel().forEach(k -> assertArrayEquals(alone, work(kernel, x, c)));
  }

  private static double[] work(Kernel kernel, View x, View c) {
    View y = copy(x);
    kernel.solve(c, y, y);
    kernel.add(-1, x, c, y);
    View dots = View.of(new double[90 * 90], 0, 90, 90, 90);
    kernel.dots(x, y, dots, false);
    kernel.squares(c).add(y, dots);
    return dots.values();
  }
}
