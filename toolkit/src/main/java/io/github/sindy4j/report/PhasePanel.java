package io.github.sindy4j.report;

/**
 * Panel (b): two states against each other, with the model's flow behind them.
 *
 * @param xName the state along the horizontal axis
 * @param yName the state along the vertical axis
 * @param data the measured trajectory
 * @param replay the model's trajectory; it may be empty
 * @param flow the model's vector field on a grid; it may be {@link Flow#NONE}
 */
public record PhasePanel(String xName, String yName, Curve data, Curve replay, Flow flow) {}
