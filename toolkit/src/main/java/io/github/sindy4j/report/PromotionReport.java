package io.github.sindy4j.report;

import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.model.Equations;
import io.github.sindy4j.promotion.Promoted;
import io.github.sindy4j.promotion.PromotionStep;
import io.github.sindy4j.symmetry.Action;
import io.github.sindy4j.symmetry.GroupElement;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** What a promotion found, as a picture and as sections of a report. */
public final class PromotionReport {
  private PromotionReport() {}

  /** The picture: defects, how many candidates are kept, and held-out errors by weight. */
  public static PromotionPanel panel(Promoted found) {
    List<PromotionPanel.Step> steps = new ArrayList<>();
    for (PromotionStep step : found.path()) {
      steps.add(
          new PromotionPanel.Step(
              step.fraction(),
              joined(step.singularValues(), step.elementDefects()),
              step.kept() + step.keptElements().size(),
              step.heldOutError().orElse(Double.NaN)));
    }
    return new PromotionPanel(steps, enforced(found), found.tolerance(), found.chosen().fraction());
  }

  /** The smallest singular values, as many as generators are enforced; then the elements. */
  private static List<Boolean> enforced(Promoted found) {
    long generators =
        found.kept().stream().filter(k -> !k.symmetry().generators().isEmpty()).count();
    List<Boolean> enforced = new ArrayList<>();
    for (int a = 0; a < found.candidates().generators().size(); a++) {
      enforced.add(a < generators);
    }
    for (GroupElement h : found.candidates().elements()) {
      enforced.add(found.kept().stream().anyMatch(k -> k.symmetry().elements().contains(h)));
    }
    return enforced;
  }

  private static Vec joined(Vec a, Vec b) {
    double[] both = new double[a.size() + b.size()];
    System.arraycopy(a.toArray(), 0, both, 0, a.size());
    System.arraycopy(b.toArray(), 0, both, a.size(), b.size());
    return Vec.adopt(both);
  }

  /** What was kept, what was broken, and what it costs. */
  public static List<Section> sections(Promoted found) {
    List<List<String>> rows = new ArrayList<>();
    for (Promoted.Kept kept : found.kept()) {
      rows.add(row(kept.symmetry(), "kept", kept.defect(), found.errors().enforced()));
    }
    for (Promoted.Broken broken : found.broken()) {
      String verdict = broken.promoted() ? "given up" : "broken";
      rows.add(row(broken.symmetry(), verdict, broken.defect(), broken.heldOutError()));
    }
    Table table =
        Table.of(List.of("symmetry", "field", "", "defect", "held-out error with it"), rows);
    return List.of(
        Section.of("Symmetries that the data keep", table)
            .withText(text(found))
            .at(Section.Place.BEFORE_FIGURE));
  }

  private static List<String> row(
      Action symmetry, String verdict, double defect, OptionalDouble error) {
    String field = symmetry.generators().isEmpty() ? "" : symmetry.generators().get(0).text();
    return List.of(symmetry.text(), field, verdict, UncertainNumber.size(defect, 1), number(error));
  }

  private static String number(OptionalDouble error) {
    return error.isPresent() ? Equations.number(error.getAsDouble()) : "–";
  }

  private static String text(Promoted found) {
    return "Promoted: "
        + found.candidates().text()
        + ", at "
        + Equations.number(found.chosen().fraction())
        + " of the largest weight ("
        + found.choice().reason()
        + "). "
        + found.algebra().map(type -> "The generators kept span " + type.text() + ". ").orElse("")
        + "Held-out errors, each left side divided by its spread: "
        + number(found.errors().plain())
        + " plain, "
        + number(found.errors().promoted())
        + " promoted, "
        + number(found.errors().enforced())
        + " with what is kept enforced.";
  }
}
