package io.github.sindy4j.datasets;

import java.util.List;
import java.util.stream.Stream;

/** The known systems. */
public final class Systems {
  private static final List<KnownSystem> ALL =
      Stream.of(
              new Lorenz63(),
              new Rossler(),
              new LotkaVolterra(),
              new CubicOscillator(),
              new VanDerPol(),
              new Duffing(),
              new Hopf(),
              new HopfMu(),
              new FitzHughNagumo(),
              new Seir(),
              new Kuramoto(),
              new Kepler(),
              new Kepler3d(),
              new IsotropicOscillator(),
              new RigidBody(),
              new DampedOscillator(),
              new Growth(),
              new Selkov(),
              new LotkaVolterraLog(),
              new Lorenz96())
          .map(KnownSystem::of)
          .toList();

  private Systems() {}

  /** Every known system with its default parameters. */
  public static List<KnownSystem> all() {
    return ALL;
  }

  /** Their names, in the same order. */
  public static List<String> names() {
    return ALL.stream().map(KnownSystem::name).toList();
  }

  /** The system of this name, such as {@code lorenz63}. */
  public static KnownSystem named(String name) {
    return ALL.stream()
        .filter(system -> system.name().equals(name))
        .findFirst()
        .orElseThrow(() -> UnknownName.refused("known system", name, names()));
  }
}
