package io.github.sindy4j.conservation;

import io.github.sindy4j.basis.Expression;
import io.github.sindy4j.basis.Expression.Num;
import io.github.sindy4j.basis.Expression.Product;
import io.github.sindy4j.basis.Expression.Sum;
import io.github.sindy4j.basis.Library;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import java.util.ArrayList;
import java.util.List;

/** Models as they are written, and solutions of them by the classical Runge–Kutta method. */
final class Written {
  static final Dynamics KEPLER =
      model("x y vx vy", "vx", "vy", "-x/(x^2 + y^2)^1.5", "-y/(x^2 + y^2)^1.5");

  /** I = (1, 2, 3). */
  static final Dynamics EULER_TOP = model("w1 w2 w3", "-w2*w3", "w3*w1", "-w1*w2/3");

  static final Dynamics ISOTROPIC = model("x y vx vy", "vx", "vy", "-x", "-y");

  static final Dynamics LORENZ = model("x y z", "10*y - 10*x", "28*x - y - x*z", "x*y - 8*z/3");

  static final Dynamics HENON_HEILES =
      model("x y px py", "px", "py", "-x - 2*x*y", "-y - x^2 + y^2");

  static final Dynamics VAN_DER_POL = model("x y", "y", "y - x^2*y - x");

  private Written() {}

  static Dynamics model(String states, String... rates) {
    List<String> names = List.of(states.split(" "));
    List<Expression> terms = new ArrayList<>();
    List<double[]> entries = new ArrayList<>();
    for (int i = 0; i < rates.length; i++) {
      Expression rate = Expression.parse(rates[i], names);
      for (Expression part : rate instanceof Sum s ? s.terms() : List.of(rate)) {
        boolean numbered = part instanceof Product p && p.factors().get(0) instanceof Num;
        double number = numbered ? ((Num) ((Product) part).factors().get(0)).value() : 1;
        terms.add(Expression.product(List.of(Expression.number(1 / number), part)));
        entries.add(new double[] {i, number});
      }
    }
    Library library = Library.of(names, terms);
    double[] w = new double[names.size() * library.size()];
    for (int k = 0; k < terms.size(); k++) {
      int j = library.termNames().indexOf(terms.get(k).toString());
      w[((int) entries.get(k)[0]) * library.size() + j] += entries.get(k)[1];
    }
    return Dynamics.of(library, Matrix.adopt(names.size(), library.size(), w));
  }

  /** The functions written, over these states. */
  static Library functions(Dynamics model, String... functions) {
    List<Expression> all = new ArrayList<>();
    for (String function : functions) {
      all.add(Expression.parse(function, model.states()));
    }
    return Library.of(model.states(), all);
  }

  /** x(0), x(step), …: samples×n. */
  static Matrix solution(Dynamics model, Vec start, double step, int samples) {
    var f = model.library().compile(model.coefficients());
    double[][] states = new double[samples][];
    Vec x = start;
    for (int t = 0; t < samples; t++) {
      states[t] = x.toArray();
      Vec k1 = rates(f, x);
      Vec k2 = rates(f, x.plus(k1.times(step / 2)));
      Vec k3 = rates(f, x.plus(k2.times(step / 2)));
      Vec k4 = rates(f, x.plus(k3.times(step)));
      x = x.plus(k1.plus(k2.times(2)).plus(k3.times(2)).plus(k4).times(step / 6));
    }
    return Matrix.ofRows(states);
  }

  private static Vec rates(io.github.sindy4j.basis.PointFunction f, Vec x) {
    double[] rates = new double[x.size()];
    f.value(x.toArray(), rates);
    return Vec.adopt(rates);
  }
}
