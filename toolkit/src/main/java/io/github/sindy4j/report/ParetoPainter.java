package io.github.sindy4j.report;

import io.github.sindy4j.linalg.Vec;
import java.util.List;
import java.util.TreeMap;

/** Draws error against size; the chosen model is ringed. */
record ParetoPainter(ParetoPanel panel) implements PanelPainter {
  @Override
  public double preferredHeight(double width) {
    return 140;
  }

  @Override
  public void paint(Canvas canvas, Box box) {
    List<ParetoPanel.Candidate> candidates = panel.candidates();
    Vec terms = Vec.of(candidates.stream().mapToDouble(ParetoPanel.Candidate::terms).toArray());
    LogValues errors =
        LogValues.of(
            Vec.of(candidates.stream().mapToDouble(ParetoPanel.Candidate::error).toArray()));
    Range sizes = Range.of(terms);
    double room = Math.max(0.5, 0.05 * sizes.span());
    Plot axes =
        Plot.over(
            Plot.plotIn(box),
            new Range(sizes.min() - room, sizes.max() + room),
            errors.range(),
            true);
    axes.withWholeNumbers();
    axes.line(front(axes), Pen.solid(Palette.DATA_LINE, 0.8));
    points(canvas, axes, errors);
    axes.draw(canvas, RichText.plain("number of terms"), RichText.plain(panel.errorLabel()));
    legend().draw(canvas, box, RichText.plain(note()));
  }

  private void points(Canvas canvas, Plot axes, LogValues errors) {
    Points dots = new Points(panel.candidates().size());
    for (int i = 0; i < panel.candidates().size(); i++) {
      ParetoPanel.Candidate candidate = panel.candidates().get(i);
      double x = axes.x().at(candidate.terms());
      if (errors.isShown(i)) {
        double y = errors.isBelow(i) ? axes.box().bottom() - 2 : axes.y().at(candidate.error());
        if (errors.isBelow(i)) {
          Drawing.downwards(canvas, x, y, Palette.BLUE);
        } else {
          dots.add(x, y);
        }
        if (candidate.chosen()) {
          axes.ring(x, y, 4.2, Pen.solid(Palette.VERMILION, 1.1));
        }
      }
    }
    axes.dots(dots, 1.9, Palette.BLUE);
  }

  /** The best error for each size, joined. */
  private Points front(Plot axes) {
    TreeMap<Integer, Double> best = new TreeMap<>();
    for (ParetoPanel.Candidate candidate : panel.candidates()) {
      if (Range.isUsable(candidate.error()) && candidate.error() >= axes.y().range().min()) {
        best.merge(candidate.terms(), candidate.error(), Math::min);
      }
    }
    Points line = new Points(best.size());
    best.forEach((terms, error) -> line.add(axes.x().at(terms), axes.y().at(error)));
    return line;
  }

  private Legend legend() {
    Legend legend = new Legend();
    panel.candidates().stream()
        .filter(ParetoPanel.Candidate::chosen)
        .findFirst()
        .ifPresent(
            chosen ->
                legend.add(
                    Legend.Mark.BIG_RING,
                    Palette.VERMILION,
                    "chosen: " + Drawing.count(chosen.terms(), "term")));
    return legend;
  }

  private String note() {
    long lost =
        panel.candidates().stream().filter(candidate -> !Range.isUsable(candidate.error())).count();
    return lost == 0 ? "" : lost + " without a finite error";
  }

  @Override
  public String caption() {
    boolean below = panel.candidates().stream().anyMatch(candidate -> candidate.error() <= 0);
    return "The models on the way: "
        + panel.errorLabel()
        + " against the number of terms; the line joins the best of each size, the"
        + " ring marks the model reported."
        + (below ? " Triangle: an error of zero." : "")
        + (note().isEmpty() ? "" : " Left out: " + note() + ".");
  }
}
