package io.github.sindy4j.knowledge;

import io.github.sindy4j.basis.Library;
import io.github.sindy4j.data.Schema;
import io.github.sindy4j.regress.Demand;
import java.util.List;

/** Something known about the equations before any data are seen. */
public interface Knowledge {
  /** What it means for the coefficients of ẋ = W θ(x, u). */
  List<Demand> demands(Library library, Schema schema);

  /** How the user says it. */
  String text();

  /** Under which name the settings of a fit list it, such as {@code constrain}. */
  default String option() {
    return "know";
  }
}
