package io.github.sindy4j;

import io.github.sindy4j.basis.Library;
import io.github.sindy4j.basis.LibrarySpec;
import io.github.sindy4j.basis.PolynomialLibrary;
import io.github.sindy4j.data.Dataset;
import io.github.sindy4j.derivative.DerivativeChoice;
import io.github.sindy4j.derivative.Differentiator;
import io.github.sindy4j.derivative.FiniteDifference;
import io.github.sindy4j.derivative.NoiseLevel;
import io.github.sindy4j.derivative.Spread;
import io.github.sindy4j.formulation.DifferentialForm;
import io.github.sindy4j.formulation.FormulatedRows;
import io.github.sindy4j.formulation.WeakForm;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.notice.Notice;
import io.github.sindy4j.notice.Unsupported;
import io.github.sindy4j.smoother.Smoother;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What the data decide where the user does not; notes what it decided, for one thread. */
final class Choices {
  private static final int LARGEST_AUTOMATIC_LIBRARY = 200;

  /** Less noise beside the spread of a state does no harm to rates. */
  private static final double NOISY = 1e-5;

  private final Dataset data;
  private final Map<String, String> settings = new LinkedHashMap<>();
  private final List<Notice> notices = new ArrayList<>();
  private Optional<Vec> noise = Optional.empty();

  /** The formulation is chosen before the derivative, and told after it. */
  private Optional<Formulation> formulation = Optional.empty();

  private record Formulation(String name, Notice notice) {}

  Choices(Dataset data) {
    this.data = data;
  }

  /** A copy of everything decided so far, in the words of the command line. */
  Map<String, String> settings() {
    Map<String, String> all = new LinkedHashMap<>(settings);
    formulation.ifPresent(chosen -> all.put("formulation", chosen.name()));
    return all;
  }

  /** What the user should know about it. */
  List<Notice> notices() {
    List<Notice> all = new ArrayList<>(notices);
    formulation.ifPresent(chosen -> all.add(chosen.notice()));
    return all;
  }

  /** σ of each state, where it was estimated. */
  Optional<Vec> noise() {
    return noise;
  }

  LibrarySpec library(Optional<LibrarySpec> chosen) {
    LibrarySpec spec = chosen.orElseGet(this::automaticLibrary);
    settings.put("library", spec.text());
    return spec;
  }

  private LibrarySpec automaticLibrary() {
    Automatic chosen = Automatic.of(data.schema().inputNames().size(), data.samples());
    notices.add(chosen.notice());
    return chosen.library();
  }

  /** A library that nobody named, and what is said of it. */
  record Automatic(LibrarySpec library, Notice notice) {
    /** Polynomials up to degree 3, or less where the rows are too few or the terms too many. */
    static Automatic of(int inputs, long samples) {
      int degree = 3;
      while (degree > 1
          && PolynomialLibrary.ofDegree(degree).size(inputs)
              > Math.min(LARGEST_AUTOMATIC_LIBRARY, samples / 3)) {
        degree--;
      }
      return new Automatic(
          PolynomialLibrary.ofDegree(degree),
          Notice.info(
              "library-automatic",
              "the library was chosen automatically: polynomials up to degree " + degree));
    }
  }

  /** Smoothed states and rates, of which nothing is fitted. */
  FormulatedRows estimates(Optional<Differentiator> chosen) {
    Library constant = PolynomialLibrary.ofDegree(0).over(data.schema().inputNames());
    return form(chosen).rows(data, constant);
  }

  WeakForm weak(WeakForm named) {
    settings.put("formulation", named.text());
    return named;
  }

  DifferentialForm form(Optional<Differentiator> chosen) {
    if (data.hasRates()) {
      settings.put("derivative", "measured rates");
      return DifferentialForm.by(FiniteDifference.ofOrder(2));
    }
    if (chosen.isPresent()) {
      settings.put("derivative", chosen.get().text());
      return DifferentialForm.by(chosen.get());
    }
    DerivativeChoice choice = DerivativeChoice.of(data, estimatedNoise());
    settings.put("derivative", choice.differentiator().text());
    settings.put("trimmed ends", Integer.toString(choice.trimmedEnds()));
    notices.add(
        Notice.info(
            "derivative-automatic", "the derivative was chosen automatically: " + choice.reason()));
    return new DifferentialForm(choice.differentiator(), choice.trimmedEnds());
  }

  private Vec estimatedNoise() {
    Vec level = noise.orElseGet(() -> NoiseLevel.of(data));
    noise = Optional.of(level);
    return level;
  }

  /**
   * The smoother, where it was named, or where data carry noise and nothing stands against it.
   *
   * @param measured how many of the states are measured, the first ones
   * @param obstacle why it cannot do what was asked for, if it cannot
   * @param hindrance why it should not be chosen unless it is named, if it should not
   */
  Optional<Smoother> smoother(
      Approach approach, int measured, Optional<String> obstacle, Optional<String> hindrance) {
    if (approach instanceof Approach.Smoothing named) {
      if (obstacle.isPresent()) {
        throw new Unsupported(
            "smoother-alone",
            "formulation smoother",
            "chooses the terms itself, but " + obstacle.get(),
            "Leave out one of the two, or use --formulation differential");
      }
      return Optional.of(named.settings());
    }
    if (!(approach instanceof Approach.Automatic) || data.hasRates()) {
      return Optional.empty();
    }
    Optional<String> against = obstacle.or(() -> hindrance);
    List<String> noisy = noisy(estimatedNoise().slice(0, measured));
    boolean smooth = !noisy.isEmpty() && against.isEmpty();
    String reason =
        noisy.isEmpty()
            ? "the data carry no noise that matters"
            : String.join(", ", noisy) + against.map(o -> ", but " + o).orElse("");
    String name = smooth ? "smoother" : "differential";
    formulation =
        Optional.of(
            new Formulation(
                name,
                Notice.info(
                    "formulation-automatic",
                    "the formulation was chosen automatically: " + name + ", since " + reason)));
    return smooth ? Optional.of(Smoother.defaults()) : Optional.empty();
  }

  /** The states whose noise is more than a hundred-thousandth of their spread. */
  private List<String> noisy(Vec levels) {
    List<String> noisy = new ArrayList<>();
    for (int i = 0; i < levels.size(); i++) {
      double share = levels.get(i) / Spread.of(data, i);
      if (share > NOISY) {
        noisy.add(
            String.format(
                Locale.ROOT,
                "%s carries noise of %.2g %% of its spread",
                data.schema().stateNames().get(i),
                100 * share));
      }
    }
    return noisy;
  }
}
