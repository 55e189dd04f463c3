package io.github.sindy4j.report;

import io.github.sindy4j.notice.Unsupported;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What there is to see: up to six panels as plain data, drawn as one picture of 180 mm width for
 * print.
 *
 * <p>Panels that are absent leave no hole: the others move up, are lettered anew, and an odd one
 * out takes a whole row.
 *
 * <pre>{@code
 * Figure figure = Figure.empty().withReplay(replay).withForest(forest);
 * Files.writeString(path, figure.svg());
 * }</pre>
 *
 * @param replay states over time
 * @param phase two states against each other
 * @param forest coefficients and their intervals
 * @param pareto error against size
 * @param derivative rates against rates
 * @param spectrum singular values of symmetry generators
 */
public record Figure(
    Optional<ReplayPanel> replay,
    Optional<PhasePanel> phase,
    Optional<ForestPanel> forest,
    Optional<ParetoPanel> pareto,
    Optional<DerivativePanel> derivative,
    Optional<SpectrumPanel> spectrum) {
  /** The width of the PNG in pixels: 180 mm at 300 dots per inch. */
  public static final int PNG_WIDTH = 2126;

  /** A figure without panels, to start from. */
  public static Figure empty() {
    return new Figure(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** This figure with this panel (a). */
  public Figure withReplay(ReplayPanel panel) {
    return new Figure(Optional.of(panel), phase, forest, pareto, derivative, spectrum);
  }

  /** This figure with this panel (b). */
  public Figure withPhase(PhasePanel panel) {
    return new Figure(replay, Optional.of(panel), forest, pareto, derivative, spectrum);
  }

  /** This figure with this panel (c). */
  public Figure withForest(ForestPanel panel) {
    return new Figure(replay, phase, Optional.of(panel), pareto, derivative, spectrum);
  }

  /** This figure with this panel (d). */
  public Figure withPareto(ParetoPanel panel) {
    return new Figure(replay, phase, forest, Optional.of(panel), derivative, spectrum);
  }

  /** This figure with this panel (e). */
  public Figure withDerivative(DerivativePanel panel) {
    return new Figure(replay, phase, forest, pareto, Optional.of(panel), spectrum);
  }

  /** This figure with this panel (f). */
  public Figure withSpectrum(SpectrumPanel panel) {
    return new Figure(replay, phase, forest, pareto, derivative, Optional.of(panel));
  }

  /** Whether there is nothing to see. */
  public boolean isEmpty() {
    return painters().isEmpty();
  }

  /**
   * The picture as SVG. The same figure gives the same bytes on the same machine.
   *
   * @throws Unsupported if this Java has no fonts, as on some slim servers
   */
  public String svg() {
    FigurePainter painter = new FigurePainter(painters());
    return drawn(() -> Pictures.svg(FigurePainter.WIDTH, painter.height(), painter::paint));
  }

  /**
   * The picture as PNG, {@value #PNG_WIDTH} pixels wide, marked as 300 dots per inch.
   *
   * @throws Unsupported if this Java has no fonts, as on some slim servers
   */
  public byte[] png() {
    FigurePainter painter = new FigurePainter(painters());
    return drawn(
        () -> Pictures.png(FigurePainter.WIDTH, painter.height(), PNG_WIDTH, painter::paint));
  }

  private static <T> T drawn(Supplier<T> drawing) {
    try {
      return drawing.get();
    } catch (LinkageError | InternalError e) {
      throw new Unsupported(
          "no-fonts",
          "Figure",
          "this Java cannot draw text (" + e.getMessage() + ")",
          "Install fontconfig and a font");
    }
  }

  /** What the panels show, one sentence or two for each, in the order of their letters. */
  public List<String> captions() {
    return painters().stream().map(PanelPainter::caption).toList();
  }

  private List<PanelPainter> painters() {
    List<PanelPainter> painters = new ArrayList<>();
    replay.ifPresent(panel -> painters.add(new ReplayPainter(panel)));
    phase.ifPresent(panel -> painters.add(new PhasePainter(panel)));
    forest.ifPresent(panel -> painters.add(new ForestPainter(panel, colours())));
    pareto.ifPresent(panel -> painters.add(new ParetoPainter(panel)));
    derivative.ifPresent(panel -> painters.add(new DerivativePainter(panel, colours())));
    spectrum.ifPresent(panel -> painters.add(new SpectrumPainter(panel)));
    return painters;
  }

  /** One colour for a state in all panels, in the order of the first panel that names it. */
  private StateColours colours() {
    List<String> names = new ArrayList<>();
    replay.ifPresent(panel -> panel.states().forEach(state -> names.add(bare(state.name()))));
    derivative.ifPresent(panel -> panel.rates().forEach(rates -> names.add(rates.state())));
    forest.ifPresent(panel -> panel.rows().forEach(row -> names.add(row.equation())));
    return StateColours.of(names);
  }

  /** The name without its unit: {@code x} of {@code x [m]}. */
  private static String bare(String label) {
    int unit = label.endsWith("]") ? label.lastIndexOf(" [") : -1;
    return unit > 0 ? label.substring(0, unit) : label;
  }
}
