package io.github.sindy4j.linalg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Oracle: the singular value decomposition. */
class LeadingSpacesTest {
  private static Matrix noise(long seed, int rows, int cols) {
    return Matrix.adopt(
        rows, cols, LinearMapContract.noise(new SplittableRandom(seed), rows * cols).toArray());
  }

  private static double norm(Matrix a) {
    return Vec.adopt(a.toArray()).norm();
  }

  private static Matrix minus(Matrix a, Matrix b) {
    return Matrix.adopt(
        a.rows(), a.cols(), Vec.adopt(a.toArray()).minus(Vec.adopt(b.toArray())).toArray());
  }

  @Test
  void theNearestMatrixIsAsFarAsTheSingularValuesThatItLacks() {
    for (int[] shape : new int[][] {{7, 4}, {4, 7}, {5, 5}}) {
      Matrix x = noise(1, shape[0], shape[1]);
      Vec sigma = Spectrum.of(shape[0] < shape[1] ? x.transpose() : x).values();
      for (int r = 0; r <= sigma.size(); r++) {
        Matrix nearest = LeadingSpaces.nearest(x, r);
        assertEquals(
            sigma.slice(0, sigma.size() - r).norm(), norm(minus(x, nearest)), 1e-13 * norm(x));
        LeadingSpaces spaces = LeadingSpaces.of(x, r);
        assertEquals(
            sigma.slice(0, sigma.size() - r).norm(), norm(spaces.outside(x)), 1e-13 * norm(x));
        assertEquals(sigma.last(), spaces.largest(), 1e-13 * norm(x));
      }
    }
  }

  @Test
  void bothSpacesHaveOrthonormalColumns() {
    LeadingSpaces spaces = LeadingSpaces.of(noise(2, 9, 5), 3);
    for (Matrix side : new Matrix[] {spaces.left(), spaces.right()}) {
      assertArrayEquals(
          Matrix.identity(3).toArray(), side.transpose().times(side).toArray(), 1e-13);
    }
  }

  @Test
  void whatIsLeftOfAMatrixOfThatRankIsRoundingNotItsRoot() {
    Matrix x = noise(3, 30, 4).times(noise(4, 4, 20));
    assertEquals(0, norm(LeadingSpaces.of(x, 4).outside(x)), 1e-14 * norm(x));
    Matrix wide = x.transpose();
    assertEquals(0, norm(LeadingSpaces.of(wide, 4).outside(wide)), 1e-14 * norm(x));
  }

  @Test
  void directionsThatTheMatrixDoesNotHaveAreZero() {
    Matrix x = noise(5, 6, 1).times(noise(6, 1, 4));
    LeadingSpaces spaces = LeadingSpaces.of(x, 2);
    assertEquals(0, norm(spaces.outside(x)), 1e-14 * norm(x));
    LeadingSpaces none = LeadingSpaces.of(Matrix.zeros(3, 2), 1);
    assertEquals(0, none.left().col(0).norm());
    assertEquals(0, none.largest());
  }

  @Test
  void firstOrderChangesOfTheSpacesLeaveNothingOutside() {
    Matrix left = noise(7, 6, 2);
    Matrix right = noise(8, 2, 5);
    LeadingSpaces spaces = LeadingSpaces.of(left.times(right), 2);
    Matrix change = left.times(noise(9, 2, 5));
    assertEquals(0, norm(spaces.outside(change)), 1e-13 * norm(change));
    Matrix other = noise(10, 6, 2).times(right);
    assertEquals(0, norm(spaces.outside(other)), 1e-13 * norm(other));
  }

  @Test
  void moreDirectionsThanTheSmallerSideHasAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> LeadingSpaces.of(noise(11, 5, 3), 4));
  }
}
