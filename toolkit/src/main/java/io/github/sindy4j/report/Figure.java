package io.github.sindy4j.report;

import io.github.sindy4j.notice.Unsupported;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What there is to see: panels as plain data, drawn as one picture of 180 mm width for print.
 *
 * <p>Panels are lettered in their order and stand two in a row; if their number is odd, one of them
 * takes a whole row: the first, unless another needs it more. A multiple of three panels that are
 * all content with a third of the width stand three in a row.
 *
 * <pre>{@code
 * Figure figure = Figure.empty().with(replay).with(forest);
 * Files.writeString(path, figure.svg());
 * }</pre>
 *
 * @param panels the panels, in their order
 */
public record Figure(List<Panel> panels) {
  /** The width of the PNG in pixels: 180 mm at 300 dots per inch. */
  public static final int PNG_WIDTH = 2126;

  private static final int REHEARSED_WIDTH = 500;

  /** Copies the list. */
  public Figure {
    panels = List.copyOf(panels);
  }

  /** A figure without panels, to start from. */
  public static Figure empty() {
    return new Figure(List.of());
  }

  /** A figure of these panels. */
  public static Figure of(Panel... panels) {
    return new Figure(List.of(panels));
  }

  /** This figure with one panel more. */
  public Figure with(Panel panel) {
    List<Panel> more = new ArrayList<>(panels);
    more.add(panel);
    return new Figure(more);
  }

  /** Whether there is nothing to see. */
  public boolean isEmpty() {
    return panels.isEmpty();
  }

  /**
   * The picture as SVG. The same figure gives the same bytes on the same machine.
   *
   * @throws Unsupported if this Java has no fonts, as on some slim servers
   */
  public String svg() {
    FigurePainter painter = painter();
    return drawn(() -> Pictures.svg(FigurePainter.WIDTH, painter.height(), painter::paint));
  }

  /**
   * The picture as PNG, {@value #PNG_WIDTH} pixels wide, marked as 300 dots per inch.
   *
   * @throws Unsupported if this Java has no fonts, as on some slim servers
   */
  public byte[] png() {
    return png(PNG_WIDTH);
  }

  private byte[] png(int pixels) {
    FigurePainter painter = painter();
    return drawn(() -> Pictures.png(FigurePainter.WIDTH, painter.height(), pixels, painter::paint));
  }

  /** Draws it for nobody, small, so that Java has met all that draws pictures. */
  void rehearse() {
    png(REHEARSED_WIDTH);
    svg();
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

  /** What draws it. */
  FigurePainter painter() {
    return new FigurePainter(painters());
  }

  private List<PanelPainter> painters() {
    StateColours colours = colours();
    return panels.stream().map(panel -> painter(panel, colours)).toList();
  }

  private static PanelPainter painter(Panel panel, StateColours colours) {
    if (panel instanceof ReplayPanel replay) {
      return new ReplayPainter(replay);
    } else if (panel instanceof ForecastPanel forecast) {
      return new ForecastPainter(forecast, colours);
    } else if (panel instanceof PhasePanel phase) {
      return new PhasePainter(phase);
    } else if (panel instanceof ForestPanel forest) {
      return new ForestPainter(forest, colours);
    } else if (panel instanceof ParetoPanel pareto) {
      return new ParetoPainter(pareto);
    } else if (panel instanceof DerivativePanel derivative) {
      return AgreementPainter.of(derivative, colours);
    } else if (panel instanceof WhitenessPanel whiteness) {
      return new WhitenessPainter(whiteness, colours);
    } else if (panel instanceof OutputPanel output) {
      return AgreementPainter.of(output, colours);
    } else if (panel instanceof SpectrumPanel spectrum) {
      return new SpectrumPainter(spectrum);
    } else if (panel instanceof PromotionPanel promotion) {
      return new PromotionPainter(promotion);
    } else if (panel instanceof GeneratorPanel generators) {
      return new GeneratorPainter(generators);
    } else if (panel instanceof ComparisonPanel comparison) {
      return new ComparisonPainter(comparison);
    }
    return new DriftPainter((DriftPanel) panel);
  }

  /** One colour for a state in all panels: replays come first, then rates, then coefficients. */
  private StateColours colours() {
    List<String> names = new ArrayList<>();
    each(ReplayPanel.class, panel -> panel.states().forEach(s -> names.add(bare(s.name()))));
    each(ForecastPanel.class, panel -> panel.states().forEach(s -> names.add(bare(s.name()))));
    each(DerivativePanel.class, panel -> panel.rates().forEach(r -> names.add(r.state())));
    each(OutputPanel.class, panel -> panel.outputs().forEach(o -> names.add(o.name())));
    each(ForestPanel.class, panel -> panel.rows().forEach(r -> names.add(r.equation())));
    return StateColours.of(names);
  }

  private <T> void each(Class<T> kind, Consumer<T> use) {
    panels.stream().filter(kind::isInstance).map(kind::cast).forEach(use);
  }

  /** The name without its unit: {@code x} of {@code x [m]}. */
  static String bare(String label) {
    int unit = label.endsWith("]") ? label.lastIndexOf(" [") : -1;
    return unit > 0 ? label.substring(0, unit) : label;
  }
}
