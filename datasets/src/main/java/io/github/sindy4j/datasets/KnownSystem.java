package io.github.sindy4j.datasets;

import io.github.sindy4j.basis.Library;
import io.github.sindy4j.basis.LibrarySpec;
import io.github.sindy4j.data.Schema;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.model.Evaluator;
import io.github.sindy4j.model.SparseModel;
import io.github.sindy4j.model.VectorField;
import io.github.sindy4j.notice.BadSetting;
import java.util.List;
import java.util.stream.IntStream;

/**
 * ẋ = f(x) = W θ(x) with everything known: f, the sparse W, symmetries and conserved quantities.
 * Immutable.
 *
 * <p>{@link Systems} holds them.
 */
public final class KnownSystem {
  private final Definition definition;
  private final Card card;
  private final double[] values;

  private KnownSystem(Definition definition, double[] values) {
    this.definition = definition;
    this.card = definition.card();
    this.values = values;
  }

  static KnownSystem of(Definition definition) {
    return new KnownSystem(
        definition,
        definition.card().parameters().stream().mapToDouble(Parameter::value).toArray());
  }

  /** Its name, lower case with hyphens, such as {@code van-der-pol}. */
  public String name() {
    return card.name();
  }

  /** One line for a person. */
  public String description() {
    return card.description();
  }

  /** Where it was published. */
  public Citation citation() {
    return card.citation();
  }

  /** Names of time and states. */
  public Schema schema() {
    return card.schema();
  }

  /** The numbers in its equations, with the values they have here. */
  public List<Parameter> parameters() {
    return IntStream.range(0, values.length)
        .mapToObj(k -> new Parameter(card.parameters().get(k).name(), values[k]))
        .toList();
  }

  /** The same system with another value of this parameter. */
  public KnownSystem with(String parameter, double value) {
    List<String> names = card.parameters().stream().map(Parameter::name).toList();
    int k = names.indexOf(parameter);
    if (k < 0) {
      throw new BadSetting(
          "unknown-parameter",
          name(),
          "there is no parameter '" + parameter + "'",
          names.isEmpty() ? "It has none" : "Its parameters are " + String.join(", ", names));
    }
    BadSetting.require(
        Double.isFinite(value),
        name() + "." + parameter,
        "must be a number but is " + value,
        "Give a finite value");
    double[] changed = values.clone();
    changed[k] = value;
    return new KnownSystem(definition, changed);
  }

  /** f, computed by hand-written formulas. */
  public VectorField field() {
    return new Formula(definition, values.clone(), schema().states().size());
  }

  /**
   * A library whose terms express f, as it is written on the command line: {@code polynomial:2}.
   */
  public String library() {
    return card.library();
  }

  /** The non-zero entries of W over {@link #library}. */
  public List<Coefficient> coefficients() {
    return definition.coefficients(values.clone()).stream().filter(c -> c.value() != 0).toList();
  }

  /** f as a model: what a perfect fit with {@link #library} gives. */
  public SparseModel model() {
    return model(LibrarySpec.parse(library()));
  }

  /** f as a model over another library, which must hold every term of {@link #coefficients}. */
  public SparseModel model(LibrarySpec spec) {
    Library terms = spec.over(schema().stateNames());
    Matrix coefficients = coefficientsOver(terms);
    return new SparseModel(schema(), terms, coefficients);
  }

  private Matrix coefficientsOver(Library terms) {
    double[] entries = new double[schema().states().size() * terms.size()];
    for (Coefficient c : coefficients()) {
      int j = terms.termNames().indexOf(c.term());
      if (j < 0) {
        throw new BadSetting(
            "missing-term",
            name(),
            "its equations need the term " + c.term() + ", which the library lacks",
            "Take " + library());
      }
      entries[schema().stateNames().indexOf(c.state()) * terms.size() + j] = c.value();
    }
    return Matrix.adopt(schema().states().size(), terms.size(), entries);
  }

  /** Its known continuous symmetries v(x) = A x + a, among them those that rescale time. */
  public List<AffineSymmetry> symmetries() {
    return definition.structure(values.clone()).continuous();
  }

  /** Generators of its known discrete symmetries, beyond those that {@link #symmetries} contain. */
  public List<DiscreteSymmetry> discreteSymmetries() {
    return definition.structure(values.clone()).discrete();
  }

  /** Its known conserved quantities. */
  public List<ConservedQuantity> conserved() {
    return definition.structure(values.clone()).conserved();
  }

  /** The initial states of its default simulation, one for each trajectory. */
  public List<Vec> starts() {
    return card.plan().starts();
  }

  /** The time between samples of its default simulation. */
  public double step() {
    return card.plan().step();
  }

  /** The number of samples of each trajectory of its default simulation. */
  public int samples() {
    return card.plan().samples();
  }

  /** States that are known exactly, which noise leaves alone. */
  public List<String> exactStates() {
    return card.plan().exact();
  }

  /** Its default simulation, without noise. */
  public Simulation simulation() {
    return Simulation.of(this);
  }

  @Override
  public String toString() {
    return name() + parameters();
  }

  private static final class Formula implements VectorField {
    private final Definition definition;
    private final double[] values;
    private final int dimension;

    Formula(Definition definition, double[] values, int dimension) {
      this.definition = definition;
      this.values = values;
      this.dimension = dimension;
    }

    @Override
    public int dimension() {
      return dimension;
    }

    @Override
    public Evaluator evaluator() {
      return (t, x, dx) -> definition.rates(values, x, dx);
    }
  }
}
