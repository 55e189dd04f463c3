package io.github.sindy4j.bench;

import io.github.sindy4j.basis.Expression;
import io.github.sindy4j.basis.Library;
import io.github.sindy4j.data.Schema;
import io.github.sindy4j.integrators.DormandPrince;
import io.github.sindy4j.integrators.Radau;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.model.Integrator;
import io.github.sindy4j.model.SparseModel;
import java.util.List;
import java.util.stream.IntStream;

/**
 * An initial value problem to try integrators on.
 *
 * @param name as the table says it
 * @param model ẋ = f(x), as a fit would give it
 * @param start x(0)
 * @param end T
 * @param smallest the size of the smallest state that matters: absolute tolerances are so much
 *     times the relative one
 * @param isStiff whether an explicit method is expected to need steps of stability
 */
record Flow(
    String name, SparseModel model, Vec start, double end, double smallest, boolean isStiff) {
  /** All of them: non-stiff first. */
  static List<Flow> all() {
    return List.of(lorenz(), kepler(), lorenz96(), pendulum(), vanDerPol(), hires(), robertson());
  }

  /** Over few units of time, before chaos has multiplied the errors. */
  static Flow lorenz() {
    SparseModel model =
        model(List.of("10 y - 10 x", "28 x - y - x z", "x y - 8/3 z"), List.of("x", "y", "z"));
    return new Flow("Lorenz, T = 5", model, Vec.of(-8, 8, 27), 5, 1, false);
  }

  static Flow kepler() {
    SparseModel model =
        model(
            List.of("u", "v", "-x (x^2 + y^2)^-1.5", "-y (x^2 + y^2)^-1.5"),
            List.of("x", "y", "u", "v"));
    Vec start = Vec.of(0.5, 0, 0, Math.sqrt(3));
    return new Flow("Kepler, e = 1/2, three orbits", model, start, 6 * Math.PI, 1, false);
  }

  /** ẋᵢ = (xᵢ₊₁ − xᵢ₋₂) xᵢ₋₁ − xᵢ + 8 on a ring. */
  static Flow lorenz96() {
    int n = 20;
    List<String> names = IntStream.range(0, n).mapToObj(i -> "x" + i).toList();
    List<String> sides =
        IntStream.range(0, n)
            .mapToObj(
                i ->
                    "x%d x%d - x%d x%d - x%d + 8"
                        .formatted(
                            (i + 1) % n, (i + n - 1) % n, (i + n - 2) % n, (i + n - 1) % n, i))
            .toList();
    double[] start = IntStream.range(0, n).mapToDouble(i -> 8 + Math.sin(i)).toArray();
    return new Flow("Lorenz 96, 20 states, T = 3", model(sides, names), Vec.of(start), 3, 1, false);
  }

  /** Two coupled pendulums: calls of sine and cosine. */
  static Flow pendulum() {
    SparseModel model =
        model(
            List.of("u", "v", "-9.8 sin(a) + sin(b - a)", "-9.8 sin(b) - sin(b - a) cos(b - a)"),
            List.of("a", "b", "u", "v"));
    return new Flow("two pendulums, T = 10", model, Vec.of(1, 0.5, 0, 0), 10, 1, false);
  }

  static Flow vanDerPol() {
    SparseModel model = model(List.of("y", "1000 y - 1000 x^2 y - x"), List.of("x", "y"));
    return new Flow("van der Pol, mu = 1000, T = 2000", model, Vec.of(2, 0), 2000, 1, true);
  }

  /** Eight equations from plant physiology, of the Test Set for Initial Value Problem Solvers. */
  static Flow hires() {
    List<String> names = List.of("a", "b", "c", "d", "e", "f", "g", "h");
    List<String> sides =
        List.of(
            "-1.71 a + 0.43 b + 8.32 c + 0.0007",
            "1.71 a - 8.75 b",
            "-10.03 c + 0.43 d + 0.035 e",
            "8.32 b + 1.71 c - 1.12 d",
            "-1.745 e + 0.43 f + 0.43 g",
            "-280 f h + 0.69 d + 1.71 e - 0.43 f + 0.69 g",
            "280 f h - 1.81 g",
            "-280 f h + 1.81 g");
    Vec start = Vec.of(1, 0, 0, 0, 0, 0, 0, 0.0057);
    return new Flow("HIRES, T = 321.8", model(sides, names), start, 321.8122, 1e-4, true);
  }

  static Flow robertson() {
    List<String> sides =
        List.of("-0.04 x + 10000 y z", "0.04 x - 10000 y z - 30000000 y^2", "30000000 y^2");
    SparseModel model = model(sides, List.of("x", "y", "z"));
    return new Flow("Robertson, T = 1e5", model, Vec.of(1, 0, 0), 1e5, 1e-8, true);
  }

  private static SparseModel model(List<String> sides, List<String> names) {
    List<Expression> functions = sides.stream().map(s -> Expression.parse(s, names)).toList();
    Library library = Library.of(names, functions);
    return new SparseModel(
        Schema.of(names.toArray(String[]::new)), library, Matrix.identity(names.size()));
  }

  /** x(T), at the tightest tolerance of a method that suits. */
  Vec reference() {
    Integrator tight =
        isStiff
            ? Radau.defaults().withRelativeTolerance(1e-14).withAbsoluteTolerance(1e-14 * smallest)
            : DormandPrince.defaults().withTolerance(1e-14);
    return tight.integrate(model.field(), start, Vec.of(0, end)).states().row(1);
  }

  /** The largest error of a state at T, relative to the larger of its size and the smallest. */
  double error(Vec reached, Vec reference) {
    double worst = 0;
    for (int i = 0; i < reference.size(); i++) {
      double size = Math.max(Math.abs(reference.get(i)), smallest);
      worst = Math.max(worst, Math.abs(reached.get(i) - reference.get(i)) / size);
    }
    return worst;
  }
}
