package io.github.sindy4j.knowledge;

import io.github.sindy4j.basis.Library;
import io.github.sindy4j.data.Schema;
import io.github.sindy4j.data.Sides;
import io.github.sindy4j.regress.Demand;
import io.github.sindy4j.symmetry.Action;
import io.github.sindy4j.symmetry.ActionFiles;
import io.github.sindy4j.symmetry.Region;
import java.util.List;
import java.util.function.Supplier;

/**
 * {@link Equivariant} under an action by its name, such as {@code so(2) on (x,y)}.
 *
 * @param text as {@link Action#parse} reads it
 * @param files reads the parts of the text that name files
 */
public record NamedSymmetry(String text, ActionFiles files) implements Knowledge {
  /** Strips the text. */
  public NamedSymmetry {
    text = text.strip();
  }

  /** One that names no files. */
  public NamedSymmetry(String text) {
    this(text, ActionFiles.NONE);
  }

  @Override
  public List<Demand> demands(Library library, Sides sides, Supplier<Region> region) {
    Action action =
        sides instanceof Schema schema
            ? Action.parse(text, schema.stateNames(), schema.controlNames(), files)
            : Action.parse(text, sides.inputNames(), List.of(), files);
    return new Equivariant(action).demands(library, sides, region);
  }

  @Override
  public boolean isSymmetry() {
    return true;
  }

  @Override
  public String option() {
    return "enforce";
  }
}
