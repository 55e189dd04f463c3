package io.github.sindy4j.symmetry;

import io.github.sindy4j.basis.Library;
import io.github.sindy4j.basis.PolynomialLibrary;
import org.junit.jupiter.api.Test;

class ConservationTest {
  @Test
  void look() {
    Library kepler = kepler();
    for (Conservation c :
        new Conservation[] {
          Conservation.ofModels(),
          Conservation.ofFits(),
          Conservation.ofModels().withTolerance(1e-7)
        }) {
      System.out.println(c);
      System.out.println(c.search(Written.KEPLER, kepler, Region.unit(4)));
      System.out.println(c.search(Written.KEPLER, kepler, Region.unit(4)).defects());
      System.out.println(c.search(Written.KEPLER, Region.unit(4)));
      System.out.println(c.search(Written.EULER_TOP, Region.unit(3)));
      System.out.println(c.search(Written.ISOTROPIC, Region.unit(4)));
      System.out.println(c.search(Written.HENON_HEILES, Region.unit(4)));
      System.out.println(c.search(Written.VAN_DER_POL, Region.unit(2)));
      System.out.println(c.search(Written.VAN_DER_POL, Region.unit(2)).defects());
      System.out.println(c.search(Written.LORENZ, Region.unit(3)));
      System.out.println(c.search(Written.LORENZ, Region.unit(3)).defects());
    }
  }

  static Library kepler() {
    java.util.List<io.github.sindy4j.basis.Expression> all =
        new java.util.ArrayList<>(PolynomialLibrary.ofDegree(3).terms(Written.KEPLER.states()));
    Written.functions(Written.KEPLER, "1/sqrt(x^2 + y^2)", "x/sqrt(x^2 + y^2)", "y/sqrt(x^2 + y^2)")
        .terms()
        .forEach(t -> all.add(t.expression()));
    return Library.of(Written.KEPLER.states(), all);
  }
}
