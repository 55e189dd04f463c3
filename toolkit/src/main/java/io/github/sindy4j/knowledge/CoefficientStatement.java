package io.github.sindy4j.knowledge;

import io.github.sindy4j.basis.Library;
import io.github.sindy4j.data.Sides;
import io.github.sindy4j.regress.Demand;
import io.github.sindy4j.symmetry.Region;
import java.util.List;
import java.util.function.Supplier;

/**
 * A linear statement about coefficients by equation and term: {@code x: y = 10}, {@code x: x + x: y
 * = 0}, {@code 2 x: x z - y: y = 3}, {@code z: z <= 0}, {@code x: y = -1 y: x}.
 *
 * <pre>
 * statement := side ('=' | '&lt;=' | '&gt;=') side
 * side      := ['+' | '-'] item (('+' | '-') item)*
 * item      := [number] equation ':' term  |  number
 * </pre>
 *
 * <p>A term is any formula that reads like a term of the library: {@code z x} finds {@code x z}. A
 * term that is a sum stands in parentheses.
 *
 * @param text as the user writes it
 */
public record CoefficientStatement(String text) implements Knowledge {
  /** Checks that there is exactly one relation. */
  public CoefficientStatement {
    text = text.strip();
    StatementText.of(text);
  }

  @Override
  public List<Demand> demands(Library library, Sides sides, Supplier<Region> region) {
    return List.of(
        new StatementParser(StatementText.of(text), new Words(text, library, sides), library)
            .parse());
  }

  @Override
  public String option() {
    return "constrain";
  }
}
