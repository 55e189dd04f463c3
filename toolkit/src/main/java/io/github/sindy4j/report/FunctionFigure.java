package io.github.sindy4j.report;

import io.github.sindy4j.FunctionFit;
import io.github.sindy4j.data.Variable;
import io.github.sindy4j.discovery.SymmetrySpectrum;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.regress.ParetoRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Cuts what is known of a function into panels. */
record FunctionFigure(FunctionFit fit, Optional<SymmetrySpectrum> symmetries) {
  /** So many samples at most are drawn for each output. */
  private static final int MOST = 20_000;

  Figure figure() {
    List<Panel> panels = new ArrayList<>();
    panels.add(outputs());
    List<ForestPanel.Row> coefficients = coefficients();
    if (!coefficients.isEmpty() && fit.inference().isPresent()) {
      panels.add(new ForestPanel(coefficients, false));
    }
    if (!fit.path().isEmpty()) {
      panels.add(pareto());
    }
    fit.promotion()
        .filter(found -> found.path().size() > 1)
        .ifPresent(found -> panels.add(PromotionReport.panel(found)));
    symmetries.ifPresent(spectrum -> panels.add(SymmetryReport.spectrumPanel(spectrum)));
    return new Figure(panels);
  }

  private OutputPanel outputs() {
    Matrix predicted = fit.model().values(fit.data().inputs());
    List<OutputPanel.Output> outputs = new ArrayList<>();
    for (int i = 0; i < predicted.cols(); i++) {
      Variable y = fit.data().schema().outputs().get(i);
      outputs.add(
          new OutputPanel.Output(
              y.name(), y.unit(), thinned(fit.data().outputs().col(i)), thinned(predicted.col(i))));
    }
    return new OutputPanel(outputs);
  }

  private static Vec thinned(Vec values) {
    int stride = Math.max(1, values.size() / MOST);
    double[] picked = new double[(values.size() + stride - 1) / stride];
    for (int i = 0; i < picked.length; i++) {
      picked[i] = values.get(i * stride);
    }
    return Vec.adopt(picked);
  }

  private List<ForestPanel.Row> coefficients() {
    Matrix w = fit.model().coefficients();
    Matrix half = fit.halfWidths();
    List<ForestPanel.Row> rows = new ArrayList<>();
    for (int i = 0; i < w.rows(); i++) {
      for (int j = 0; j < w.cols(); j++) {
        double value = w.get(i, j);
        if (value != 0) {
          rows.add(
              new ForestPanel.Row(
                  fit.data().schema().outputNames().get(i),
                  fit.model().library().termNames().get(j),
                  value,
                  value - half.get(i, j),
                  value + half.get(i, j)));
        }
      }
    }
    return rows;
  }

  private ParetoPanel pareto() {
    List<ParetoPanel.Candidate> candidates = new ArrayList<>();
    int chosen = fit.model().activeTerms();
    for (ParetoRow row : fit.path()) {
      candidates.add(
          new ParetoPanel.Candidate(row.terms(), row.heldOutError(), row.terms() == chosen));
    }
    return new ParetoPanel(candidates, "held-out error");
  }
}
