package io.github.sindy4j.cli;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Model files as a person types them. */
final class Models {
  private Models() {}

  /** x' = x/2 − y − x r², y' = x + y/2 − y r². */
  static final String HOPF =
      model(
          "x,y",
          "x,y,x^3,x^2 y,x y^2,y^3",
          new double[][] {{0.5, -1, -1, 0, -1, 0}, {1, 0.5, 0, -1, 0, -1}});

  static final String LORENZ =
      model(
          "x,y,z",
          "x,y,z,x y,x z",
          new double[][] {{-10, 10, 0, 0, 0}, {28, -1, 0, 0, -1}, {0, 0, -8.0 / 3, 1, 0}});

  static final String KEPLER =
      model(
          "x,y,vx,vy",
          "vx,vy,x/(x^2+y^2)^1.5,y/(x^2+y^2)^1.5",
          new double[][] {{1, 0, 0, 0}, {0, 1, 0, 0}, {0, 0, -1, 0}, {0, 0, 0, -1}});

  /** A free top with moments of inertia 1, 2, 3. */
  static final String EULER =
      model(
          "w1,w2,w3",
          "w2 w3,w1 w3,w1 w2",
          new double[][] {{-1, 0, 0}, {0, 1, 0}, {0, 0, -1.0 / 3}});

  static final String OSCILLATOR =
      model(
          "x,y,vx,vy",
          "x,y,vx,vy",
          new double[][] {{0, 0, 1, 0}, {0, 0, 0, 1}, {-1, 0, 0, 0}, {0, -1, 0, 0}});

  static final String DRIVEN =
      "{\"format\": \"sindy4j-model/1\", \"states\": [\"x\", \"y\"], \"controls\": [\"u\"],"
          + " \"terms\": [{\"name\": \"x\"}, {\"name\": \"y\"}, {\"name\": \"u\"}],"
          + " \"coefficients\": [[0, -1, 1], [1, 0, 0]]}";

  /** The four fields that a model file needs. */
  static String model(String states, String terms, double[][] coefficients) {
    String columns =
        List.of(states.split(",", -1)).stream().map(s -> "\"" + s + "\"").toList().toString();
    String names =
        List.of(terms.split(",", -1)).stream()
            .map(s -> "{\"name\": \"" + s + "\"}")
            .toList()
            .toString();
    String rows =
        Arrays.stream(coefficients).map(Arrays::toString).collect(Collectors.joining(", "));
    return "{\"format\": \"sindy4j-model/1\", \"states\": %s, \"terms\": %s, \"coefficients\": [%s]}"
        .formatted(columns, names, rows);
  }
}
