package io.github.sindy4j.bench;

import io.github.sindy4j.Sindy;
import io.github.sindy4j.SindyFit;
import io.github.sindy4j.basis.LibrarySpec;
import io.github.sindy4j.datasets.Coefficient;
import io.github.sindy4j.datasets.KnownSystem;
import io.github.sindy4j.datasets.Simulation;
import io.github.sindy4j.datasets.Systems;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Nothing chosen by hand: which terms are found at which level of noise, and do the 95 % intervals
 * cover? Prints TP/(TP + FP + FN) over all equations, and the part of the true coefficients that
 * their intervals hold, means over the draws.
 *
 * <p>Arguments: the number of draws (5) and the first seed (200).
 */
public final class BlindTable {
  private static final List<Double> LEVELS = List.of(0.0, 0.1, 1.0, 5.0, 10.0);
  private static final Map<String, String> LIBRARIES =
      Map.of(
          "lorenz63", "polynomial:3",
          "rossler", "polynomial:3",
          "lotka-volterra", "polynomial:3",
          "cubic-oscillator", "polynomial:3",
          "van-der-pol", "polynomial:3",
          "duffing", "polynomial:3",
          "hopf-mu", "polynomial:3",
          "fitzhugh-nagumo", "polynomial:3",
          "seir", "polynomial:2,constant=no");

  private BlindTable() {}

  /** Runs the table. */
  public static void main(String[] arguments) {
    int draws = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5;
    long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : 200;
    PrintStream out = System.out;
    out.println("| system | 0 % | 0.1 % | 1 % | 5 % | 10 % |");
    out.println("|---|---|---|---|---|---|");
    Tally[] means = new Tally[LEVELS.size()];
    Arrays.setAll(means, k -> new Tally());
    LIBRARIES.keySet().stream()
        .sorted()
        .forEach(name -> out.println(row(Systems.named(name), draws, seed, means)));
    StringBuilder last = new StringBuilder("| **mean** |");
    for (Tally mean : means) {
      last.append(mean.text()).append(" |");
    }
    out.println(last);
  }

  private static String row(KnownSystem system, int draws, long seed, Tally[] means) {
    StringBuilder row = new StringBuilder("| ").append(system.name()).append(" |");
    for (int k = 0; k < LEVELS.size(); k++) {
      Tally tally = new Tally();
      int count = LEVELS.get(k) == 0 ? 1 : draws;
      for (int draw = 0; draw < count; draw++) {
        tally.add(system, LEVELS.get(k), seed + draw);
      }
      means[k].add(tally);
      row.append(tally.text()).append(" |");
    }
    return row.toString();
  }

  private static final class Tally {
    private double ratios;
    private int fits;
    private int covered;
    private int found;

    void add(KnownSystem system, double noise, long seed) {
      LibrarySpec library = LibrarySpec.parse(LIBRARIES.getOrDefault(system.name(), ""));
      SindyFit fit =
          Sindy.over(library)
              .fit(Simulation.of(system).withNoisePercent(noise).withSeed(seed).dataset());
      Map<String, Double> truth = new HashMap<>();
      for (Coefficient c : system.coefficients()) {
        truth.put(c.state() + ":" + c.term(), c.value());
      }
      int right = 0;
      int wrong = 0;
      List<String> terms = fit.model().library().termNames();
      List<String> states = fit.model().schema().stateNames();
      for (int i = 0; i < states.size(); i++) {
        for (int j = 0; j < terms.size(); j++) {
          double value = fit.model().coefficients().get(i, j);
          Double exact = truth.get(states.get(i) + ":" + terms.get(j));
          if (value != 0 && exact != null) {
            right++;
            covered += Math.abs(value - exact) <= fit.halfWidths().get(i, j) ? 1 : 0;
          } else if (value != 0) {
            wrong++;
          }
        }
      }
      found += right;
      ratios += (double) right / (truth.size() + wrong);
      fits++;
    }

    void add(Tally other) {
      ratios += other.ratios / other.fits;
      fits++;
      covered += other.covered;
      found += other.found;
    }

    String text() {
      return String.format(
          Locale.ROOT, " %.3f / %.2f", ratios / fits, (double) covered / Math.max(1, found));
    }
  }
}
