package io.github.sindy4j.regress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.sindy4j.linalg.SparseMatrix;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.notice.BadSetting;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PiecewiseLinearTest implements PolyhedralContract {
  private static SparseMatrix slopes(double[]... rows) {
    return SparseMatrix.ofRows(
        rows[0].length,
        List.of(rows).stream()
            .map(
                row -> {
                  TreeMap<Integer, Double> entries = new TreeMap<>();
                  for (int j = 0; j < row.length; j++) {
                    entries.put(j, row[j]);
                  }
                  return entries;
                })
            .toList());
  }

  @Override
  public Polyhedral polyhedral() {
    return new PiecewiseLinear(
        slopes(new double[] {1, 2}, new double[] {-1, 0}, new double[] {0, 3}),
        Vec.of(0.5, -1, 0),
        List.of(2, 1));
  }

  @Override
  public int entries() {
    return 2;
  }

  @Test
  void itsFactoriesAreWhatTheySay() {
    Vec z = Vec.of(3, -1, 0.5, -4);
    assertEquals(8.5, PiecewiseLinear.absoluteValues(4).value(z));
    assertEquals(2 * 3.5 + 0.1 * 5, PiecewiseLinear.asymmetric(0.1, 2, 4).value(z), 1e-15);
    assertEquals(3 + 4, PiecewiseLinear.largestEntries(List.of(2, 2)).value(z));
    assertEquals(2 + 1, PiecewiseLinear.excess(Vec.of(1, 0, 0.5, -5)).value(z));
    assertEquals(
        4,
        PiecewiseLinear.maximum(
                slopes(new double[] {1, 0, 0, 0}, new double[] {0, 1, 0, -1}), Vec.of(1, 0))
            .value(z));
  }

  @Test
  void theSlopesOfSomePlanesHaveNoOffsetsAndNoEmptyMaxima() {
    PiecewiseLinear g = (PiecewiseLinear) polyhedral();
    PiecewiseLinear kept = g.slopesOf(r -> r == 1);
    assertEquals(List.of(1), kept.sizes());
    assertEquals(5, kept.value(Vec.of(-5, 100)));
    assertEquals(List.of(), g.slopesOf(r -> false).sizes());
  }

  @Test
  void whatIsNoFunctionIsRefused() {
    assertThrows(BadSetting.class, () -> PiecewiseLinear.asymmetric(-1, 1, 2));
    assertThrows(BadSetting.class, () -> PiecewiseLinear.excess(Vec.of(Double.NaN)));
    assertThrows(
        IllegalArgumentException.class,
        () -> new PiecewiseLinear(slopes(new double[] {1, 2}), Vec.of(0), List.of(2)));
    assertThrows(IllegalArgumentException.class, () -> polyhedral().pieces(3));
  }
}
