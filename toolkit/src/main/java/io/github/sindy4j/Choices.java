package io.github.sindy4j;

import io.github.sindy4j.basis.LibrarySpec;
import io.github.sindy4j.basis.PolynomialLibrary;
import io.github.sindy4j.data.Dataset;
import io.github.sindy4j.derivative.DerivativeChoice;
import io.github.sindy4j.derivative.Differentiator;
import io.github.sindy4j.derivative.FiniteDifference;
import io.github.sindy4j.formulation.DifferentialForm;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.notice.Notice;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the data decide where the user does not; notes what it decided, for one thread. */
final class Choices {
  private static final int LARGEST_AUTOMATIC_LIBRARY = 200;

  private final Dataset data;
  private final Map<String, String> settings = new LinkedHashMap<>();
  private final List<Notice> notices = new ArrayList<>();
  private Optional<Vec> noise = Optional.empty();

  Choices(Dataset data) {
    this.data = data;
  }

  /** Everything decided so far, in the words of the command line. */
  Map<String, String> settings() {
    return settings;
  }

  /** What the user should know about it. */
  List<Notice> notices() {
    return notices;
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

  DifferentialForm form(Optional<Differentiator> chosen) {
    if (data.hasRates()) {
      settings.put("derivative", "measured rates");
      return DifferentialForm.by(FiniteDifference.ofOrder(2));
    }
    if (chosen.isPresent()) {
      settings.put("derivative", chosen.get().text());
      return DifferentialForm.by(chosen.get());
    }
    DerivativeChoice choice = DerivativeChoice.of(data);
    noise = Optional.of(choice.noise());
    settings.put("derivative", choice.differentiator().text());
    settings.put("trimmed ends", Integer.toString(choice.trimmedEnds()));
    notices.add(
        Notice.info(
            "derivative-automatic", "the derivative was chosen automatically: " + choice.reason()));
    return new DifferentialForm(choice.differentiator(), choice.trimmedEnds());
  }
}
