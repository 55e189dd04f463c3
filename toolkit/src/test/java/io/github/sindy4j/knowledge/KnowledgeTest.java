package io.github.sindy4j.knowledge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sindy4j.algebra.Generator;
import io.github.sindy4j.basis.Expression;
import io.github.sindy4j.basis.ExpressionLibrary;
import io.github.sindy4j.basis.Library;
import io.github.sindy4j.basis.LibrarySpec;
import io.github.sindy4j.basis.PolynomialLibrary;
import io.github.sindy4j.data.Schema;
import io.github.sindy4j.data.Variable;
import io.github.sindy4j.exact.Rational;
import io.github.sindy4j.linalg.Block;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.notice.BadSetting;
import io.github.sindy4j.notice.SindyException;
import io.github.sindy4j.notice.Unsupported;
import io.github.sindy4j.regress.Demand;
import io.github.sindy4j.regress.Demands;
import io.github.sindy4j.regress.Parametrisation;
import io.github.sindy4j.symmetry.Action;
import io.github.sindy4j.symmetry.Region;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Oracle: rows written out by hand, and dimensions known beforehand. */
class KnowledgeTest {
  private static final Schema XYZ =
      new Schema(
          new Variable("t", ""),
          List.of(new Variable("x", ""), new Variable("y", ""), new Variable("z", "")),
          List.of(new Variable("u", "")));

  private static Region box(Schema schema) {
    return Region.unit(schema.inputNames().size());
  }

  private static Library library(int degree, Schema schema) {
    return PolynomialLibrary.ofDegree(degree).over(schema.inputNames());
  }

  /** A demand of one row as "factor equation: term, … relation target". */
  private static String written(String statement, Library library, Schema schema) {
    Demand demand =
        new CoefficientStatement(statement).demands(library, schema, () -> box(schema)).get(0);
    assertEquals(statement.strip(), demand.statement());
    assertTrue(demand.exact());
    Demand.Row row = demand.rows().get(0);
    Map<String, String> parts = new TreeMap<>();
    row.entries()
        .forEach(
            (k, value) ->
                parts.put(
                    schema.stateNames().get(k / library.size())
                        + ": "
                        + library.termNames().get(k % library.size()),
                    value.toString()));
    return parts + (demand.relation() == Demand.Relation.EQUAL ? " = " : " <= ") + row.target();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "x: y = 10                 | {x: y=1} = 10",
        "x:y=10                    | {x: y=1} = 10",
        "x: x + x: y = 0           | {x: x=1, x: y=1} = 0",
        "2 x: x z - y: y = 3       | {x: x z=2, y: y=-1} = 3",
        "2*x: z*x = 3              | {x: x z=2} = 3",
        "2x: z x = 1e-3            | {x: x z=2} = 1/1000",
        "-x: y = 1                 | {x: y=-1} = 1",
        "- 1.5e-1 x: y + 2 = 1     | {x: y=-3/20} = -1",
        "8/3 x: y = -8/3           | {x: y=8/3} = -8/3",
        "z: z <= 0                 | {z: z=1} <= 0",
        "x: 1 >= -2                | {x: 1=-1} <= 2",
        "x: 1 ≥ -2                 | {x: 1=-1} <= 2",
        "0 <= x: y                 | {x: y=-1} <= 0",
        "x: y = -y: x              | {x: y=1, y: x=1} = 0",
        "x: y - 10 = y: x          | {x: y=1, y: x=-1} = 10",
        "x: (y*x) = 1              | {x: x y=1} = 1",
        "x: y^2 = 2*(1+0.5)        | {x: y^2=1} = 3",
        "`x`: u = 1                | {x: u=1} = 1",
        "x: y + x: y = 1           | {x: y=2} = 1",
      })
  void statementsMeanWhatTheySay(String statement, String expected) {
    assertEquals(expected.strip(), written(statement.strip(), library(2, XYZ), XYZ));
  }

  @Test
  void namesThatAreNoIdentifiersStandInBackquotes() {
    Schema odd = Schema.of("a+b", "c: d", "e");
    Library library = library(1, odd);
    assertEquals(
        "{a+b: `c: d`=2, e: `a+b`=-1} = 1",
        written("2 `a+b`: `c: d` - e: `a+b` = 1", library, odd));
  }

  @Test
  void termsThatAreSumsOrCallFunctionsAreFound() {
    Library library =
        ExpressionLibrary.of("x", "(x + y)^2", "x + y", "sin(2*x)").over(List.of("x", "y"));
    Schema xy = Schema.of("x", "y");
    assertEquals("{x: (x + y)^2=1} = 1", written("x: (x+y)**2 = 1", library, xy));
    assertEquals("{x: x + y=1} = 1", written("x: (x + y) = 1", library, xy));
    assertEquals("{y: sin(2 x)=1} = 1", written("y: sin(2 x) = 1", library, xy));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "x: y            | bad-statement    | column 5  | no '=', '<=' or '>='",
        "x: y = 1 = 2    | bad-statement    | column 10 | second relation",
        "x: y == 1       | bad-statement    | column 7  | second relation",
        "0 <= x: y <= 1  | bad-statement    | column 11 | second relation",
        "x: y < 1        | bad-statement    | column 6  | Write '<='",
        "x: y = z        | bad-statement    | column 8  | neither a number nor 'equation: term'",
        "x: x + y = 0    | bad-statement    | column 8  | parentheses",
        "x: y: z = 0     | bad-statement    | column 5  | second ':'",
        "x: y + = 0      | bad-statement    | column 8  | missing",
        "= 0             | bad-statement    | column 1  | missing",
        "x: y =          | bad-statement    | column 7  | missing",
        "1 = 1           | bad-statement    | column 1  | no coefficient",
        "w: y = 0        | unknown-equation | column 1  | [x, y, z]",
        "2 w: y = 0      | unknown-equation | column 3  | [x, y, z]",
        "u: y = 0        | unknown-equation | column 1  | is a control",
        "x: y^4 = 0      | unknown-term     | column 3  | polynomial:4 would hold it, or add +expr(y^4) to",
        "x: y^4 = 0      | unknown-term     | column 3  | Near it are y^2",
        "x: sin(y) = 0   | unknown-term     | column 3  | add +expr(sin(y))",
        "x: q = 0        | bad-statement    | column 4  | 'q' is neither a variable nor a function",
        "x: 2 y = 0      | bad-statement    | column 3  | like 2 x: y",
        "x: 3 = 0        | bad-statement    | column 3  | x: 1",
        "a x: y = 0      | bad-statement    | column 1  | neither a number",
      })
  void brokenStatementsSayWhereAndWhatToDo(
      String statement, String code, String where, String fragment) {
    SindyException error =
        assertThrows(
            BadSetting.class,
            () ->
                new CoefficientStatement(statement.strip())
                    .demands(library(2, XYZ), XYZ, () -> box(XYZ)));
    assertEquals(code.strip(), error.code(), error.getMessage());
    String message = String.valueOf(error.getMessage());
    assertTrue(message.contains("'" + statement.strip() + "', " + where.strip() + ":"), message);
    assertTrue(message.contains(fragment.strip()), message);
  }

  private static Vec equation(String text, LibrarySpec spec) {
    Library library = spec.over(XYZ.inputNames());
    Demand demand = new KnownEquation(text).demands(library, XYZ, () -> box(XYZ)).get(0);
    assertEquals(library.size(), demand.rows().size(), "every coefficient of the equation");
    double[] w = new double[3 * library.size()];
    demand.rows().forEach(row -> w[row.entries().firstKey()] = row.target().doubleValue());
    return Vec.adopt(w);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "y' = x*(28 - z) - y | polynomial:2",
        "y' = (x + y)^2*(1 - z/3) + 2 | polynomial:3",
        "y' = -9.81 + 0.1*(u - y)*u | polynomial:2",
        "y' = sin(x)*(1 + 2*x) - (sin(x) - x)/4 | polynomial:1+expr(sin(x), x*sin(x))",
        "y' = (x + y)^2 - x^2 | polynomial:2+expr((x + y)^2)",
        "y' = 0 | polynomial:1",
      })
  void knownEquationsAreTheirCoefficients(String text, String spec) {
    LibrarySpec parsed = LibrarySpec.parse(spec.strip());
    Library library = parsed.over(XYZ.inputNames());
    Vec w = equation(text.strip(), parsed);
    Matrix rows = Matrix.adopt(3, library.size(), w.toArray());
    assertEquals(0, rows.row(0).maxAbs());
    Expression right = Expression.parse(text.substring(text.indexOf('=') + 1), XYZ.inputNames());
    Library alone = Library.of(XYZ.inputNames(), List.of(right));
    double[][] points = {{0.3, -1.2, 2, 0.7}, {-2, 0.4, 0.1, -1}, {1, 2, 3, 4}};
    for (double[] point : points) {
      double expected = value(alone, Matrix.identity(1), point);
      assertEquals(
          expected, value(library, rows.rowSlice(1, 2), point), 1e-12 * (1 + Math.abs(expected)));
    }
  }

  private static double value(Library library, Matrix w, double[] point) {
    Block x = new Block(1, point.length);
    x.setRows(1);
    for (int i = 0; i < point.length; i++) {
      x.set(0, i, point[i]);
    }
    Block theta = new Block(1, library.size());
    library.evaluate(x, theta);
    double sum = 0;
    for (int j = 0; j < library.size(); j++) {
      sum += w.get(0, j) * theta.get(0, j);
    }
    return sum;
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "x' = y^4        | unknown-term     | polynomial:4 would hold it",
        "x' = y sin(z)   | unknown-term     | 'y sin(z)' is no term of the library",
        "x' = y'         | bad-statement    | a rate on the right",
        "x' = y = z      | bad-statement    | a second '='",
        "x = y           | bad-statement    | like x' = v",
        "x: y = 1        | bad-statement    | --constrain",
        "x'              | bad-statement    | there is no '='",
        "u' = x          | unknown-equation | is a control",
        "q' = x          | unknown-equation | [x, y, z]",
        "x' = y +        | bad-statement    | ends where a value should stand",
      })
  void brokenEquationsSayWhatToDo(String text, String code, String fragment) {
    SindyException error =
        assertThrows(
            BadSetting.class,
            () -> new KnownEquation(text.strip()).demands(library(2, XYZ), XYZ, () -> box(XYZ)));
    assertEquals(code.strip(), error.code());
    String message = String.valueOf(error.getMessage());
    assertTrue(message.contains(fragment.strip()), message);
  }

  private static Parametrisation space(List<Knowledge> knowledge, Library library, Schema schema) {
    List<Demand> all = new ArrayList<>();
    knowledge.forEach(known -> all.addAll(known.demands(library, schema, () -> box(schema))));
    List<String> names = new ArrayList<>();
    for (String state : schema.stateNames()) {
      library.termNames().forEach(term -> names.add(state + ": " + term));
    }
    return Demands.of(all, names).parametrisation();
  }

  @ParameterizedTest(name = "{0} in {1}")
  @CsvSource({
    // Linear h takes one coefficient of every term.
    "x + y + z, polynomial:2, 20",
    "x - 2*y, polynomial:2, 20",
    // x·F = 0: F = A(x) x with A antisymmetric, of degree 1 in x: 8; a constant has no place: 3.
    "x^2 + y^2 + z^2, polynomial:2, 11",
    // Fields of degree 1: antisymmetric matrices.
    "x^2 + y^2 + z^2, polynomial:1, 3",
    "x^2 + y^2 + z^2 + 3, polynomial:1, 3",
  })
  void fieldsThatConserveAQuantityFormTheSpaceTheyShould(String h, String spec, int dimension) {
    Schema three = Schema.of("x", "y", "z");
    Library library = LibrarySpec.parse(spec).over(three.inputNames());
    List<Knowledge> known = List.of(new ConservedTotal(h));
    assertEquals(dimension, space(known, library, three).dimension());
    Demand exact = new ConservedTotal(h).demands(library, three, () -> box(three)).get(0);
    assertTrue(exact.exact());
    List<Demand.Row> sampled =
        new SampledConservation(h, Expression.parse(h, three.inputNames()), library, 3, box(three))
            .rows();
    Demand rounded = new Demand(h, Demand.Relation.EQUAL, sampled, false);
    List<String> names = space(List.of(), library, three).names();
    assertEquals(
        space(known, library, three).basis(),
        Parametrisation.of(List.of(rounded), names).basis(),
        "the sampled rows leave the same readable basis");
  }

  @Test
  void quantitiesAndLibrariesThatAreNotPolynomialAreSampled() {
    Schema xy = Schema.of("x", "y");
    Library library =
        ExpressionLibrary.of("1", "x", "y", "sin(x)", "cos(x)^2", "sin(x)^2", "1/sqrt(x^2+y^2)")
            .over(xy.inputNames());
    // y²/2 − cos x: (y, −sin x), and what is zero since sin² + cos² = 1.
    Parametrisation pendulum = space(List.of(new ConservedTotal("y^2/2 - cos(x)")), library, xy);
    assertEquals(
        List.of(
            "x: 1 - x: cos(x)^2 - x: sin(x)^2",
            "x: y - y: sin(x)",
            "y: 1 - y: cos(x)^2 - y: sin(x)^2"),
        pendulum.names());
    // r = √(x² + y²): (y, −x), whose multiple by 1/r has no place.
    Parametrisation circle = space(List.of(new ConservedTotal("sqrt(x^2+y^2)")), library, xy);
    assertEquals(
        List.of(
            "x: 1 - x: cos(x)^2 - x: sin(x)^2", "x: y - y: x", "y: 1 - y: cos(x)^2 - y: sin(x)^2"),
        circle.names());
  }

  @Test
  void whatCannotBeConservedSoundlyIsRefusedByName() {
    Schema xy = Schema.of("x", "y");
    Library kinked = ExpressionLibrary.of("x", "abs(x)").over(xy.inputNames());
    Unsupported error =
        assertThrows(
            Unsupported.class,
            () -> new ConservedTotal("x^2 + y^2").demands(kinked, xy, () -> box(xy)));
    assertEquals("not-analytic", error.code());
    assertTrue(String.valueOf(error.getMessage()).contains("abs"), error.getMessage());
    assertTrue(new ConservedTotal("x + y").demands(kinked, xy, () -> box(xy)).get(0).exact());
    Library nowhere = ExpressionLibrary.of("x", "asin(x^2 + 100)").over(xy.inputNames());
    Unsupported undefined =
        assertThrows(
            Unsupported.class, () -> new ConservedTotal("x*y").demands(nowhere, xy, () -> box(xy)));
    assertEquals("cannot-sample", undefined.code());
    for (String text : List.of("u + x", "3")) {
      assertThrows(
          BadSetting.class,
          () -> new ConservedTotal(text).demands(library(2, XYZ), XYZ, () -> box(XYZ)));
    }
  }

  @Test
  void aSymmetryAndAConservedQuantityCombine() {
    Schema xy = Schema.of("x", "y");
    Action rotations =
        new Action(
            "so(2) on (x,y)",
            List.of(
                Generator.linear(
                    "R",
                    List.of("x", "y"),
                    Matrix.ofRows(new double[] {0, -1}, new double[] {1, 0}))),
            List.of());
    Library library = library(3, xy);
    assertEquals(4, space(List.of(new Equivariant(rotations)), library, xy).dimension());
    // Rotations keep r: (−y, x) and (−y, x) r².
    Parametrisation both =
        space(List.of(new Equivariant(rotations), new ConservedTotal("x^2 + y^2")), library, xy);
    assertEquals(2, both.dimension());
    assertFalse(both.reason().isEmpty());
    BadSetting zero =
        assertThrows(
            BadSetting.class,
            () ->
                space(
                    List.of(
                        new Equivariant(rotations),
                        new CoefficientStatement("y: x^2 = 0"),
                        new ConservedTotal("x + y")),
                    library,
                    xy));
    assertEquals("only-zero-model", zero.code());
    assertTrue(
        String.valueOf(zero.getMessage()).contains("'so(2) on (x,y)' and 'x + y is conserved'."),
        zero.getMessage());
  }

  @Test
  void everyKnowledgeSaysItselfInTheWordsOfTheCommandLine() {
    List<Knowledge> all =
        List.of(
            new CoefficientStatement(" x: y = 10 "),
            new KnownEquation("x' = v"),
            new ConservedTotal("A + B"));
    assertEquals(
        List.of("x: y = 10", "x' = v", "A + B"), all.stream().map(Knowledge::text).toList());
    assertEquals(
        List.of("constrain", "known", "conserve"), all.stream().map(Knowledge::option).toList());
    assertEquals(
        Rational.of(10),
        new CoefficientStatement("x: y = 10")
            .demands(library(1, XYZ), XYZ, () -> box(XYZ))
            .get(0)
            .rows()
            .get(0)
            .target());
  }
}
