package io.github.sindy4j.smoother;

import io.github.sindy4j.data.Dataset;
import io.github.sindy4j.data.Schema;
import io.github.sindy4j.data.Trajectory;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import java.util.List;
import java.util.stream.IntStream;

/** Pieces for tests. */
final class Pieces {
  private Pieces() {}

  /** One piece of these samples, row-major. */
  static Piece of(double[] times, double[] states) {
    int d = states.length / times.length;
    String[] names = IntStream.range(0, d).mapToObj(i -> "x" + i).toArray(String[]::new);
    Dataset data = Dataset.of(Vec.of(times), Matrix.adopt(times.length, d, states.clone()), names);
    return Piece.of(data, d).get(0);
  }

  /** The same with one control. */
  static Piece driven(double[] times, double[] states, double[] control) {
    int d = states.length / times.length;
    String[] names = IntStream.range(0, d).mapToObj(i -> "x" + i).toArray(String[]::new);
    Trajectory run =
        Trajectory.of("1", Vec.of(times), Matrix.adopt(times.length, d, states.clone()))
            .withControls(Matrix.adopt(times.length, 1, control.clone()));
    Schema schema =
        new Schema(Schema.of("x").time(), Schema.of(names).states(), Schema.of("u").states());
    return Piece.of(new Dataset("driven", schema, List.of(run), List.of()), d).get(0);
  }
}
