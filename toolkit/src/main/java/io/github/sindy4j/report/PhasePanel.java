package io.github.sindy4j.report;

import java.util.List;

/**
 * Two states against each other, with the model's flow behind them and, if wanted, the fields of
 * symmetry generators.
 *
 * @param xName the state along the horizontal axis
 * @param yName the state along the vertical axis
 * @param data the measured trajectory
 * @param replay the model's trajectory; it may be empty
 * @param flow the model's vector field on a grid; it may be {@link Flow#NONE}
 * @param smoothed where the states were, given the data and the model; it may be empty
 * @param generators fields of symmetry generators; the first {@value #MAX_GENERATORS} are drawn
 */
public record PhasePanel(
    String xName,
    String yName,
    Curve data,
    Curve replay,
    Flow flow,
    Curve smoothed,
    List<GeneratorField> generators)
    implements Panel {
  /** How many generators are drawn. */
  public static final int MAX_GENERATORS = 2;

  /** Copies the list. */
  public PhasePanel {
    generators = List.copyOf(generators);
  }

  /** A panel without smoothed states. */
  public PhasePanel(
      String xName,
      String yName,
      Curve data,
      Curve replay,
      Flow flow,
      List<GeneratorField> generators) {
    this(xName, yName, data, replay, flow, Curve.EMPTY, generators);
  }

  /** A panel without generators. */
  public PhasePanel(String xName, String yName, Curve data, Curve replay, Flow flow) {
    this(xName, yName, data, replay, flow, List.of());
  }

  /** The same with the fields of these generators. */
  public PhasePanel withGenerators(List<GeneratorField> newGenerators) {
    return new PhasePanel(xName, yName, data, replay, flow, smoothed, newGenerators);
  }

  /** The same with smoothed states, which then are the line, and the data dots. */
  public PhasePanel withSmoothed(Curve newSmoothed) {
    return new PhasePanel(xName, yName, data, replay, flow, newSmoothed, generators);
  }

  /** The generators that are drawn: those that move something in this plane. */
  List<GeneratorField> shown() {
    return generators.stream().filter(g -> !g.isStill()).limit(MAX_GENERATORS).toList();
  }
}
