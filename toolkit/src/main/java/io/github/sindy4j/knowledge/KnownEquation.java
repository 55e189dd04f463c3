package io.github.sindy4j.knowledge;

import io.github.sindy4j.basis.Expression;
import io.github.sindy4j.basis.Library;
import io.github.sindy4j.data.Schema;
import io.github.sindy4j.data.Sides;
import io.github.sindy4j.exact.Rational;
import io.github.sindy4j.notice.BadSetting;
import io.github.sindy4j.regress.Demand;
import io.github.sindy4j.symmetry.Region;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * One equation as a whole, such as {@code x' = v} or {@code v' = -9.81 + 0.1*v^2}: all its
 * coefficients.
 *
 * @param text as the user writes it
 */
public record KnownEquation(String text) implements Knowledge {
  /** Checks that it reads {@code name' = formula}. */
  public KnownEquation {
    text = text.strip();
    int equals = text.indexOf('=');
    if (equals < 0 || text.indexOf('=', equals + 1) >= 0) {
      int column = equals < 0 ? text.length() + 1 : text.indexOf('=', equals + 1) + 1;
      throw new BadSetting(
          "bad-statement",
          "'" + text + "', column " + column,
          equals < 0 ? "there is no '='" : "there is a second '='",
          "Write an equation like x' = v");
    }
    String left = text.substring(0, equals).strip();
    if (!left.endsWith("'")) {
      throw new BadSetting(
          "bad-statement",
          "'" + text + "', column 1",
          "'" + left + "' is no rate",
          left.contains(":")
              ? "Write an equation like x' = v; values of coefficients are for --constrain"
              : "Write the state and a prime, like x' = v");
    }
  }

  @Override
  public List<Demand> demands(Library library, Sides sides, Supplier<Region> region) {
    Schema schema = Words.ofRates(text, sides);
    Words words = new Words(text, library, schema);
    int equals = text.indexOf('=');
    String left = text.substring(0, equals).strip();
    String name = left.substring(0, left.length() - 1).strip();
    boolean quoted = name.length() > 1 && name.startsWith("`") && name.endsWith("`");
    int equation = words.equation(quoted ? name.substring(1, name.length() - 1) : name, 1);
    String right = text.substring(equals + 1);
    int prime = right.indexOf('\'');
    if (prime >= 0 && library.variables().stream().noneMatch(v -> v.contains("'"))) {
      throw words.error(
          "bad-statement",
          equals + prime + 2,
          "there is a rate on the right",
          "Write the right side in the variables " + library.variables());
    }
    Expression formula = words.formula(right, equals + 2);
    Map<Expression, Rational> parts =
        new Expansion(part -> words.term(part).isPresent()).of(formula);
    SortedMap<Integer, Rational> values = new TreeMap<>();
    parts.forEach(
        (part, value) -> {
          int term = words.term(part).orElseThrow(() -> words.unknownTerm(part, equals + 2));
          values.put(term, value);
        });
    List<Demand.Row> rows = new ArrayList<>();
    for (int j = 0; j < library.size(); j++) {
      SortedMap<Integer, Rational> entry = new TreeMap<>();
      entry.put(equation * library.size() + j, Rational.ONE);
      rows.add(new Demand.Row(entry, values.getOrDefault(j, Rational.ZERO)));
    }
    return List.of(new Demand(text, Demand.Relation.EQUAL, rows, true));
  }

  @Override
  public String option() {
    return "known";
  }
}
