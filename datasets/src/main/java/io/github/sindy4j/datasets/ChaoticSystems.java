package io.github.sindy4j.datasets;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The 82 autonomous chaotic flows with polynomial right-hand side in the collection of W. Gilpin,
 * Chaos as an interpretable benchmark for forecasting and data-driven modelling, NeurIPS Datasets
 * and Benchmarks (2021).
 */
public final class ChaoticSystems {
  private static final String FILE = "chaotic.txt";
  private static final List<ChaoticSystem> ALL = read();

  private ChaoticSystems() {}

  /** All of them, by name. */
  public static List<ChaoticSystem> all() {
    return ALL;
  }

  /** The 70 that are a published benchmark. */
  public static List<ChaoticSystem> benchmark() {
    return ALL.stream().filter(ChaoticSystem::benchmark).toList();
  }

  /** The system of this name, such as {@code HyperLorenz}. */
  public static ChaoticSystem named(String name) {
    return ALL.stream()
        .filter(system -> system.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                UnknownName.refused(
                    "chaotic system", name, ALL.stream().map(ChaoticSystem::name).toList()));
  }

  private static List<ChaoticSystem> read() {
    try (InputStream in =
            Objects.requireNonNull(ChaoticSystems.class.getResourceAsStream(FILE), FILE);
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      List<List<String>> blocks = new ArrayList<>();
      for (String line : reader.lines().filter(line -> !line.startsWith("#")).toList()) {
        if (line.startsWith("= ")) {
          blocks.add(new ArrayList<>());
        }
        blocks.get(blocks.size() - 1).add(line);
      }
      return blocks.stream().map(ChaoticSystems::system).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ChaoticSystem system(List<String> block) {
    List<String> head = split(block.get(0).substring(2), '|');
    List<List<String>> equations =
        block.subList(1, block.size()).stream().map(line -> split(line, '|')).toList();
    double period = Double.parseDouble(head.get(1));
    PolynomialFlow flow = PolynomialFlow.of(head.get(0), head.get(3), period, equations);
    return new ChaoticSystem(KnownSystem.of(flow), period, head.get(2).equals("yes"));
  }

  static List<String> split(String text, char separator) {
    List<String> parts = new ArrayList<>();
    for (String part : text.split("\\" + separator, -1)) {
      parts.add(part.strip());
    }
    return parts;
  }
}
