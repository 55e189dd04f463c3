package io.github.sindy4j.integrators;

import io.github.sindy4j.notice.BadSetting;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The integrators with step control, by the names that a user writes. */
public enum Method {
  /** {@link Automatic}. */
  AUTO,
  /** {@link DormandPrince}. */
  DORMAND_PRINCE,
  /** {@link GraggBulirschStoer}. */
  GRAGG_BULIRSCH_STOER,
  /** {@link Adams}. */
  ADAMS,
  /** {@link Radau}. */
  RADAU;

  /** The method of this name, such as {@code dormand-prince}. */
  public static Method named(String name) {
    return Arrays.stream(values())
        .filter(method -> method.toString().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new BadSetting(
                    "unknown-integrator",
                    "integrator '" + name + "'",
                    "is not one that is known",
                    "Take one of "
                        + Arrays.stream(values())
                            .map(Method::toString)
                            .collect(Collectors.joining(", "))));
  }

  /** It, with these tolerances and its defaults. */
  public Resumable withTolerances(double relative, double absolute) {
    return switch (this) {
      case AUTO ->
          new Automatic(
              DormandPrince.defaults()
                  .withRelativeTolerance(relative)
                  .withAbsoluteTolerance(absolute));
      case DORMAND_PRINCE ->
          DormandPrince.defaults().withRelativeTolerance(relative).withAbsoluteTolerance(absolute);
      case GRAGG_BULIRSCH_STOER ->
          GraggBulirschStoer.defaults()
              .withRelativeTolerance(relative)
              .withAbsoluteTolerance(absolute);
      case ADAMS ->
          Adams.defaults().withRelativeTolerance(relative).withAbsoluteTolerance(absolute);
      case RADAU ->
          Radau.defaults().withRelativeTolerance(relative).withAbsoluteTolerance(absolute);
    };
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
