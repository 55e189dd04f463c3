package io.github.sindy4j.bench.noisy;

import io.github.sindy4j.Sindy;
import io.github.sindy4j.SindyFit;
import io.github.sindy4j.basis.LibrarySpec;
import io.github.sindy4j.data.Dataset;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.notice.Notice;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * {@code Sindy.over(library).fit(data)}.
 *
 * @param settings what is said beside the library; nothing for what a user without options gets
 */
record SindyMethod(UnaryOperator<Sindy> settings) implements NoisyMethod {
  /** A fit without options. */
  static SindyMethod automatic() {
    return new SindyMethod(UnaryOperator.identity());
  }

  @Override
  public NoisyMethod enforcing(String action) {
    return new SindyMethod(sindy -> settings.apply(sindy).enforcing(action));
  }

  @Override
  public NoisyAnswer fit(Dataset data, LibrarySpec library) {
    SindyFit fit = settings.apply(Sindy.over(library)).fit(data);
    List<String> wanted = library.over(data.schema().stateNames()).termNames();
    List<String> found = fit.model().library().termNames();
    return new NoisyAnswer(
        onto(wanted, found, fit.model().coefficients()),
        onto(wanted, found, fit.halfWidths()),
        fit.notices().stream().map(Notice::code).distinct().toList());
  }

  /** The columns of the wanted terms; terms that the fit left out are zero. */
  private static Matrix onto(List<String> wanted, List<String> found, Matrix entries) {
    double[] values = new double[entries.rows() * wanted.size()];
    for (int j = 0; j < wanted.size(); j++) {
      int column = found.indexOf(wanted.get(j));
      for (int i = 0; i < entries.rows() && column >= 0; i++) {
        values[i * wanted.size() + j] = entries.get(i, column);
      }
    }
    return Matrix.adopt(entries.rows(), wanted.size(), values);
  }
}
