package io.github.sindy4j.tutorials;

import io.github.sindy4j.Sindy;
import io.github.sindy4j.SindyFit;
import io.github.sindy4j.basis.PolynomialLibrary;
import io.github.sindy4j.data.Dataset;
import io.github.sindy4j.integrators.DormandPrince;
import io.github.sindy4j.io.Csv;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.model.Replay;
import io.github.sindy4j.model.Solution;
import java.nio.file.Path;

/** The Java example of the README's first page. */
final class ReadmeExample {
  private ReadmeExample() {}

  static void run() {
    // page: example
    Dataset data = Csv.read(Path.of("lorenz.csv")); // header: t,x,y,z

    SindyFit fit =
        Sindy.over(PolynomialLibrary.ofDegree(3)).enforcing("reflection(-x,-y,z)").fit(data);
    fit.model().equations().forEach(System.out::println);
    System.out.println("95 % half widths:\n" + fit.halfWidths());

    DormandPrince integrator = DormandPrince.defaults();
    Replay replay = fit.replay(integrator);
    System.out.println("follows the data for " + replay.validTime() + " time units");

    Vec times = Vec.of(0, 0.5, 1);
    Solution forecast = integrator.integrate(fit.model().field(), Vec.of(1, 2, 20), times);
    System.out.println(forecast.states());
    // page: end
  }
}
