package io.github.sindy4j.io;

import io.github.sindy4j.algebra.Generator;
import io.github.sindy4j.algebra.LieAlgebra;
import io.github.sindy4j.basis.Expression;
import io.github.sindy4j.discovery.GeneratorSpace;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.NullSpace;
import io.github.sindy4j.linalg.Tolerance;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.notice.BadSetting;
import io.github.sindy4j.symmetry.Action;
import io.github.sindy4j.symmetry.GroupElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Reads a symmetry file over the columns of data. */
final class SymmetryReader {
  private final JsonValue file;
  private final int states;
  private final List<String> columns;

  /** The columns that the file speaks of, in its order. */
  private final List<Integer> named;

  SymmetryReader(JsonValue file, List<String> states, List<String> controls) {
    this.file = file;
    this.states = states.size();
    this.columns = Stream.concat(states.stream(), controls.stream()).toList();
    this.named =
        file.find("variables")
            .map(this::named)
            .orElseGet(() -> IntStream.range(0, columns.size()).boxed().toList());
  }

  private List<Integer> named(JsonValue names) {
    List<Integer> named = new ArrayList<>();
    for (JsonValue element : names.elements()) {
      int column = columns.indexOf(element.text());
      if (column < 0) {
        throw element.bad(
            "unknown-column",
            "the data have no column '" + element.text() + "'",
            "Columns are " + String.join(", ", columns));
      } else if (named.contains(column)) {
        throw element.bad(
            "repeated-column", "'" + element.text() + "' occurs twice", "Name each column once");
      }
      named.add(column);
    }
    return named;
  }

  Action read(String text) {
    Optional<JsonValue> format = file.find("format");
    if (format.isPresent() && !format.get().text().equals(SymmetryFile.FORMAT)) {
      throw format
          .get()
          .bad(
              "not-a-symmetry",
              "\"" + format.get().text() + "\" is not a symmetry file",
              "Give a file whose format is \"" + SymmetryFile.FORMAT + "\"");
    }
    List<Generator> generators = new ArrayList<>();
    for (JsonValue one : list("generators")) {
      generators.add(generator(one));
    }
    List<GroupElement> elements = new ArrayList<>();
    for (JsonValue one : list("elements")) {
      elements.add(element(one));
    }
    if (generators.isEmpty() && elements.isEmpty()) {
      throw file.bad(
          "no-symmetry",
          "it holds neither generators nor elements",
          "Add \"generators\": [{\"name\": \"rotation\", \"field\": [\"-y\", \"x\"]}]");
    }
    requireIndependent(generators);
    return new Action(text, generators, elements);
  }

  private void requireIndependent(List<Generator> generators) {
    try {
      if (!generators.isEmpty()) {
        new GeneratorSpace("generators", generators);
      }
    } catch (BadSetting dependent) {
      throw file.bad(dependent.code(), dependent.what(), dependent.cure());
    }
  }

  /**
   * The same, as a Lie algebra where the generators are polynomial: brackets stay in their span.
   */
  Action readAlgebra(String text) {
    Action action = read(text);
    List<Generator> generators = action.generators();
    try {
      if (generators.stream().allMatch(v -> v.polynomials().isPresent())) {
        new LieAlgebra(text, columns, generators);
      }
      return action;
    } catch (BadSetting open) {
      throw file.bad(open.code(), open.what(), open.cure());
    }
  }

  private List<JsonValue> list(String name) {
    return file.find(name).map(JsonValue::elements).orElse(List.of());
  }

  private Generator generator(JsonValue one) {
    Optional<JsonValue> field = one.find("field");
    Optional<JsonValue> matrix = one.find("matrix");
    if (field.isPresent() == matrix.isPresent()) {
      throw one.bad(
          field.isPresent() ? "two-fields" : "missing-field",
          field.isPresent() ? "it has a field and a matrix" : "it has neither field nor matrix",
          "Give one of the two, such as \"field\": [\"-y\", \"x\"]");
    }
    String name = one.find("name").map(JsonValue::text).orElse("");
    Generator v = field.isPresent() ? formulas(name, field.get()) : affine(name, matrix.get());
    for (int i = 0; i < states; i++) {
      for (int j = states; j < columns.size(); j++) {
        if (v.dependsOn(i, j)) {
          throw one.bad(
              "control-moves-state",
              "it moves the state '" + columns.get(i) + "' by the control '" + columns.get(j) + "'",
              "Let states be moved by states only");
        }
      }
    }
    return name.isEmpty() ? v.named(v.text()) : v;
  }

  private Generator formulas(String name, JsonValue field) {
    List<JsonValue> formulas = field.elements();
    requireSize(field, formulas.size(), "formulas");
    List<Expression> components =
        new ArrayList<>(columns.stream().map(c -> Expression.number(0)).toList());
    for (int k = 0; k < formulas.size(); k++) {
      try {
        components.set(named.get(k), Expression.parse(formulas.get(k).text(), columns));
      } catch (BadSetting broken) {
        throw formulas
            .get(k)
            .bad(
                "bad-expression",
                String.valueOf(broken.getMessage()),
                "The columns are " + String.join(", ", columns));
      }
    }
    return new Generator(name, columns, components);
  }

  private Generator affine(String name, JsonValue matrix) {
    int n = named.size();
    Matrix given = matrix(matrix, List.of(n, n + 1));
    int m = columns.size();
    double[] a = new double[m * m];
    double[] offset = new double[m];
    for (int k = 0; k < n; k++) {
      for (int l = 0; l < n; l++) {
        a[named.get(k) * m + named.get(l)] = given.get(k, l);
      }
      offset[named.get(k)] = given.cols() > n ? given.get(k, n) : 0;
    }
    return Generator.affine(name, columns, Matrix.adopt(m, m, a), Vec.adopt(offset));
  }

  private GroupElement element(JsonValue one) {
    JsonValue domainField = one.member("domain", "the matrix A of F(A x) = B F(x)");
    Matrix domain = embedded(matrix(domainField, List.of(named.size())), named, columns.size());
    requireInvertible(domainField, domain);
    requireStatesApart(domainField, domain);
    Matrix fibre = domain.rowSlice(0, states).columns(IntStream.range(0, states).toArray());
    Optional<JsonValue> fibreField = one.find("fibre");
    if (fibreField.isPresent()) {
      List<Integer> moved = named.stream().filter(k -> k < states).toList();
      Matrix given = square(fibreField.get(), moved.size());
      fibre = embedded(given, moved, states);
      requireInvertible(fibreField.get(), fibre);
    }
    String name = one.find("name").map(JsonValue::text).orElse(one.path());
    return new GroupElement(name, columns, domain, fibre);
  }

  /** The matrix on the named columns, and the identity on all others. */
  private static Matrix embedded(Matrix given, List<Integer> places, int size) {
    double[] entries = Matrix.identity(size).toArray();
    for (int k = 0; k < places.size(); k++) {
      for (int l = 0; l < places.size(); l++) {
        entries[places.get(k) * size + places.get(l)] = given.get(k, l);
      }
    }
    return Matrix.adopt(size, size, entries);
  }

  private void requireStatesApart(JsonValue place, Matrix domain) {
    for (int i = 0; i < columns.size(); i++) {
      for (int j = 0; j < columns.size(); j++) {
        if (domain.get(i, j) != 0 && i < states != j < states) {
          throw place.bad(
              "control-moves-state",
              "it mixes '" + columns.get(i) + "' and '" + columns.get(j) + "'; one is a control",
              "Mix states with states, and controls with controls");
        }
      }
    }
  }

  private static void requireInvertible(JsonValue place, Matrix a) {
    NullSpace space = NullSpace.of(a, Vec.zeros(a.rows()), Tolerance.RANK);
    if (space.basis().cols() > 0) {
      throw place.bad(
          "singular-matrix",
          "the matrix is singular, so that it is no transformation",
          "Give one that can be inverted");
    }
  }

  private Matrix matrix(JsonValue place, List<Integer> widths) {
    List<JsonValue> rows = place.elements();
    requireSize(place, rows.size(), "rows");
    int width = rows.isEmpty() ? 0 : rows.get(0).elements().size();
    if (!widths.contains(width)) {
      throw place.bad(
          "wrong-shape",
          "must have rows of " + widths + " numbers, but the first has " + width,
          "The variables are " + names());
    }
    return filled(rows, width);
  }

  private Matrix square(JsonValue place, int size) {
    List<JsonValue> rows = place.elements();
    if (rows.size() != size) {
      throw place.bad(
          "wrong-shape",
          "must have "
              + size
              + " rows, one for each state among the variables, but has "
              + rows.size(),
          "The variables are " + names());
    }
    return filled(rows, size);
  }

  private static Matrix filled(List<JsonValue> rows, int width) {
    double[][] values = new double[rows.size()][];
    for (int i = 0; i < values.length; i++) {
      values[i] = rows.get(i).vec(width, "column", false).toArray();
    }
    return Matrix.ofRows(values);
  }

  private void requireSize(JsonValue place, int size, String what) {
    if (size != named.size()) {
      throw place.bad(
          "wrong-shape",
          "must have " + named.size() + " " + what + ", one for each variable, but has " + size,
          "The variables are " + names());
    }
  }

  private String names() {
    return String.join(", ", named.stream().map(columns::get).toList());
  }
}
