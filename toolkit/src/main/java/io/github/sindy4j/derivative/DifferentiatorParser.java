package io.github.sindy4j.derivative;

import io.github.sindy4j.derivative.GaussianProcess.Scales;
import io.github.sindy4j.notice.BadSetting;
import java.util.Optional;

/** Differentiators as they are written on the command line. */
final class DifferentiatorParser {
  private static final String FORMS =
      "Write finite-difference:ORDER, savitzky-golay:WINDOW,DEGREE, smoothing-spline, whittaker,"
          + " kalman, gaussian-process, total-variation, trend-filter, fourier or chebyshev, the"
          + " latter with or without settings, such as whittaker:order=3,noise=0.01";

  private DifferentiatorParser() {}

  static Differentiator parse(String text) {
    try {
      Optional<Differentiator> local = local(text.strip());
      Optional<Differentiator> read = local.or(() -> MethodText.read(text).flatMap(m -> global(m)));
      if (read.isPresent()) {
        return read.get();
      }
    } catch (NumberFormatException broken) {
      // Reported below, with the forms that are understood.
    }
    throw new BadSetting("bad-derivative", "derivative", "'" + text + "' is not understood", FORMS);
  }

  /** Local polynomials, whose settings are numbers in a fixed order. */
  private static Optional<Differentiator> local(String text) {
    String[] parts = text.split(":", 2);
    String[] numbers = parts.length == 2 ? parts[1].split(",", -1) : new String[0];
    if (parts[0].equals("finite-difference") && numbers.length == 1) {
      return Optional.of(new FiniteDifference(Integer.parseInt(numbers[0].strip())));
    } else if (parts[0].equals("savitzky-golay") && numbers.length == 2) {
      return Optional.of(
          new SavitzkyGolay(
              Integer.parseInt(numbers[0].strip()), Integer.parseInt(numbers[1].strip())));
    }
    return Optional.empty();
  }

  private static Optional<Differentiator> global(MethodText method) {
    Optional<Differentiator> read =
        switch (method.name()) {
          case "smoothing-spline" -> Optional.of(spline(method));
          case "whittaker" -> Optional.of(whittaker(method));
          case "kalman" -> Optional.of(kalman(method));
          case "gaussian-process" -> Optional.of(gaussianProcess(method));
          case "total-variation" -> Optional.of(new TotalVariation(method.takeWeight()));
          case "trend-filter" -> Optional.of(trendFilter(method));
          case "fourier" -> Optional.of(fourier(method));
          case "chebyshev" -> Optional.of(new Chebyshev(method.takeTerms()));
          default -> Optional.empty();
        };
    return read.filter(differentiator -> method.isEmpty());
  }

  private static SmoothingSpline spline(MethodText method) {
    int degree =
        method.take("degree", Integer::parseInt).orElse(SmoothingSpline.defaults().degree());
    return new SmoothingSpline(degree, method.takeWeight());
  }

  private static Whittaker whittaker(MethodText method) {
    int order = method.take("order", Integer::parseInt).orElse(Whittaker.defaults().order());
    return new Whittaker(order, method.takeWeight());
  }

  private static Kalman kalman(MethodText method) {
    int order = method.take("order", Integer::parseInt).orElse(Kalman.defaults().order());
    return new Kalman(order, method.takeWeight());
  }

  private static TrendFilter trendFilter(MethodText method) {
    int order = method.take("order", Integer::parseInt).orElse(TrendFilter.defaults().order());
    return new TrendFilter(order, method.takeWeight());
  }

  private static Fourier fourier(MethodText method) {
    Fourier.Extension extension =
        method.take("extension", Fourier.Extension::of).orElse(Fourier.defaults().extension());
    return new Fourier(extension, method.takeTerms());
  }

  private static GaussianProcess gaussianProcess(MethodText method) {
    int halves =
        method
            .take("matern", DifferentiatorParser::halves)
            .orElse(GaussianProcess.defaults().halves());
    Optional<Double> length = method.take("length", Double::parseDouble);
    Optional<Double> ratio = method.take("ratio", Double::parseDouble);
    if (length.isPresent() != ratio.isPresent()) {
      throw new BadSetting(
          "bad-derivative",
          "derivative",
          "a Gaussian process needs both length and ratio, or neither",
          "Write gaussian-process:length=20,ratio=1000, or leave both to the data");
    }
    return new GaussianProcess(halves, length.flatMap(l -> ratio.map(r -> new Scales(l, r))));
  }

  private static int halves(String smoothness) {
    if (!smoothness.endsWith("/2")) {
      throw new NumberFormatException(smoothness);
    }
    return Integer.parseInt(smoothness.substring(0, smoothness.length() - 2));
  }
}
