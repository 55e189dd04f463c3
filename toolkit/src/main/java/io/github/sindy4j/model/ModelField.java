package io.github.sindy4j.model;

import io.github.sindy4j.basis.PointFunction;

/** x ↦ W θ(x, u(t)); all evaluators share the code of {@code function}, which is W θ. */
record ModelField(SparseModel model, Input input, PointFunction function) implements VectorField {
  @Override
  public int dimension() {
    return model.schema().states().size();
  }

  @Override
  public Evaluator evaluator() {
    return new ModelEvaluator(
        function.another(), input, dimension(), model.schema().controls().size());
  }

  private static final class ModelEvaluator implements Evaluator {
    private final PointFunction function;
    private final Input input;
    private final int n;
    private final double[] point;
    private final double[] controls;
    private final double[] wide;

    ModelEvaluator(PointFunction function, Input input, int n, int c) {
      this.function = function;
      this.input = input;
      this.n = n;
      this.point = new double[n + c];
      this.controls = new double[c];
      this.wide = new double[n * (n + c)];
    }

    @Override
    public void rates(double t, double[] x, double[] rates) {
      function.value(place(t, x), rates);
    }

    @Override
    public boolean jacobian(double t, double[] x, double[] jacobian) {
      if (controls.length == 0) {
        function.jacobian(x, jacobian);
        return true;
      }
      function.jacobian(place(t, x), wide);
      for (int i = 0; i < n; i++) {
        System.arraycopy(wide, i * point.length, jacobian, i * n, n);
      }
      return true;
    }

    /** The point (x, u(t)). */
    private double[] place(double t, double[] x) {
      if (controls.length == 0) {
        return x;
      }
      System.arraycopy(x, 0, point, 0, n);
      input.at(t, controls);
      System.arraycopy(controls, 0, point, n, controls.length);
      return point;
    }
  }
}
