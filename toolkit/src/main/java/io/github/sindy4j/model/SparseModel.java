package io.github.sindy4j.model;

import io.github.sindy4j.basis.Library;
import io.github.sindy4j.data.Schema;
import io.github.sindy4j.linalg.Matrix;
import java.util.List;
import java.util.stream.IntStream;

/**
 * ẋ = W θ(x, u): W is n×p, one equation a row.
 *
 * @param schema the columns it was made for
 * @param library θ, over states and then controls
 * @param coefficients W
 */
public record SparseModel(Schema schema, Library library, Matrix coefficients) {
  /** Checks the shapes. */
  public SparseModel {
    int n = schema.states().size();
    int p = library.terms().size();
    if (coefficients.rows() != n || coefficients.cols() != p) {
      throw new IllegalArgumentException(
          "SparseModel: coefficients must be "
              + n
              + "×"
              + p
              + " but are "
              + coefficients.rows()
              + "×"
              + coefficients.cols());
    }
    if (!library.variables().equals(schema.inputNames())) {
      throw new IllegalArgumentException(
          "SparseModel: the library is over "
              + library.variables()
              + " but the model over "
              + schema.inputNames());
    }
  }

  /** {@code x' = -10.00 x + 10.00 y}, one for each state, four significant digits. */
  public List<String> equations() {
    return Equations.plain(this);
  }

  /** The same, typeset: one LaTeX line for each state, without delimiters. */
  public List<String> latex() {
    return Equations.latex(this);
  }

  /**
   * Its right-hand side; the controls follow {@code input}, which a model without controls ignores.
   */
  public VectorField field(Input input) {
    return new ModelField(this, input, library.compile(coefficients));
  }

  /** Its right-hand side, for a model without controls. */
  public VectorField field() {
    return field(Input.NONE);
  }

  /**
   * Whether the same coefficients are non-zero in another model over the same terms: whether both
   * have the same form, whatever the values.
   */
  public boolean hasFormOf(SparseModel other) {
    if (!library.termNames().equals(other.library.termNames())
        || coefficients.rows() != other.coefficients.rows()) {
      return false;
    }
    double[] own = coefficients.toArray();
    double[] others = other.coefficients.toArray();
    return IntStream.range(0, own.length).allMatch(k -> (own[k] == 0) == (others[k] == 0));
  }

  /** The number of non-zero coefficients. */
  public int activeTerms() {
    int count = 0;
    for (double w : coefficients.toArray()) {
      count += w != 0 ? 1 : 0;
    }
    return count;
  }
}
