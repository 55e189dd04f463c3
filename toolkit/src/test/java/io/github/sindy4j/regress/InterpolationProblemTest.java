package io.github.sindy4j.regress;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.MatrixMap;
import io.github.sindy4j.linalg.NullSpace;
import io.github.sindy4j.linalg.SparseMatrix;
import io.github.sindy4j.linalg.SparseMatrixMap;
import io.github.sindy4j.linalg.Vec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class InterpolationProblemTest {
  /** w as one column. */
  private static MatrixMap column(int unknowns) {
    List<SortedMap<Integer, Double>> rows = new ArrayList<>();
    for (int i = 0; i < unknowns; i++) {
      rows.add(new TreeMap<>(Map.of(i, 1.0)));
    }
    return new SparseMatrixMap(unknowns, 1, SparseMatrix.ofRows(unknowns, rows));
  }

  @Test
  void solutionsSatisfyDataAndConstraintAlongEveryFreeDirection() {
    Matrix theta = Matrix.ofRows(new double[] {1, 1, 0, 0}, new double[] {0, 1, 1, 0});
    Matrix c = Matrix.ofRows(new double[] {1, 0, 0, -1});
    InterpolationProblem problem =
        new InterpolationProblem(
            column(4), theta, Vec.of(3, 5), new Constraint(c, Vec.of(0.5), "a - d = 1/2"));
    NullSpace solutions = problem.solutions();
    assertEquals(1, solutions.basis().cols());
    assertEquals(0, solutions.residual(), 1e-15);
    Vec w = solutions.particular().plus(solutions.basis().col(0).times(7));
    assertArrayEquals(new double[] {3, 5}, theta.apply(w).toArray(), 1e-14);
    assertArrayEquals(new double[] {0.5}, c.apply(w).toArray(), 1e-14);
    assertEquals(0, problem.residual(w), 1e-15);
  }

  @Test
  void outputsThatShareTheirRowsAreStackedOneAfterTheOther() {
    Matrix theta = Matrix.ofRows(new double[] {1, 2}, new double[] {3, 4}, new double[] {5, 6});
    Matrix w = Matrix.ofRows(new double[] {1, -1}, new double[] {0, 2});
    Matrix y = theta.times(w.transpose());
    InterpolationProblem problem = InterpolationProblem.ofOutputs(column(4), theta, y);
    assertEquals(0, problem.residual(Vec.adopt(w.toArray())), 1e-15);
    assertArrayEquals(w.toArray(), problem.solutions().particular().toArray(), 1e-13);
  }

  @Test
  void whatDoesNotFitIsRefused() {
    var refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> InterpolationProblem.of(column(3), Matrix.zeros(2, 4), Vec.zeros(2)));
    assertTrue(String.valueOf(refused.getMessage()).contains("must be 3 but is 4"));
  }
}
