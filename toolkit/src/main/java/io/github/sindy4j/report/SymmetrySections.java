package io.github.sindy4j.report;

import io.github.sindy4j.symmetry.Verdict;
import java.util.ArrayList;
import java.util.List;

/** What a report says of symmetries and of conserved quantities, as sections above the picture. */
public final class SymmetrySections {
  private SymmetrySections() {}

  /**
   * A continuous symmetry.
   *
   * @param name its name; may be empty
   * @param field its field as text, such as {@code -y ∂/∂x + x ∂/∂y}
   * @param defect its relative defect
   * @param verdict what this says of it
   */
  public record Continuous(String name, String field, double defect, Verdict verdict) {}

  /**
   * A discrete symmetry.
   *
   * @param name its name; may be empty
   * @param map where it takes a point, such as {@code (-x, -y, z)}
   * @param defect its relative defect
   * @param verdict what this says of it
   */
  public record Discrete(String name, String map, double defect, Verdict verdict) {}

  /**
   * A conserved quantity.
   *
   * @param expression what is conserved
   * @param dataDrift its standard deviation along the data, relative to its size; NaN without data
   * @param rolloutDrift how far it strays along the model's rollout, relative to its size; NaN
   *     without a rollout
   */
  public record Conserved(String expression, double dataDrift, double rolloutDrift) {}

  /** The generators, under a line that says which algebra they span. */
  public static Section continuous(String algebra, List<Continuous> generators) {
    List<List<String>> rows = new ArrayList<>();
    for (Continuous g : generators) {
      rows.add(List.of(g.name(), g.field(), number(g.defect()), VerdictLook.word(g.verdict())));
    }
    Table table = Table.of(List.of("generator", "field", "defect", "verdict"), rows);
    return section("Continuous symmetries", table.typesetting(0, 1)).withText(algebra);
  }

  /** The discrete elements, under a line that says what group they form. */
  public static Section discrete(String group, List<Discrete> elements) {
    List<List<String>> rows = new ArrayList<>();
    for (Discrete e : elements) {
      rows.add(List.of(e.name(), e.map(), number(e.defect()), VerdictLook.word(e.verdict())));
    }
    Table table = Table.of(List.of("element", "a point goes to", "defect", "verdict"), rows);
    return section("Discrete symmetries", table.typesetting(0, 1)).withText(group);
  }

  /** The conserved quantities, under a line that says how many are independent. */
  public static Section conserved(String count, List<Conserved> quantities) {
    List<List<String>> rows = new ArrayList<>();
    for (Conserved q : quantities) {
      rows.add(List.of(q.expression(), number(q.dataDrift()), number(q.rolloutDrift())));
    }
    Table table = Table.of(List.of("quantity", "drift along data", "drift along rollout"), rows);
    return section("Conserved quantities", table.typesetting(0)).withText(count);
  }

  private static Section section(String heading, Table table) {
    return Section.of(heading, table).at(Section.Place.BEFORE_FIGURE);
  }

  private static String number(double value) {
    return UncertainNumber.size(value, 2);
  }
}
