package io.github.sindy4j.basis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sindy4j.linalg.Block;
import io.github.sindy4j.linalg.Matrix;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GeneratedTest {
  private static final List<String> XYZ = List.of("x", "y", "z");
  private static final List<String> FUNCTIONS =
      List.of(
          "1",
          "x",
          "x y",
          "x^2 y z",
          "y^7",
          "x^11",
          "1/(1 + z^2)",
          "x/(y z)",
          "(1 + x^2)^0.5",
          "sin(x - y)",
          "cos(x - y) sin(x - y)",
          "exp(-x^2)",
          "log(2 + sin(z))",
          "sqrt(x)",
          "tanh(3 x) abs(y)",
          "sign(z) x",
          "2.5 x + 3 y^2 + 1e-3");

  private static Library library() {
    return Library.of(XYZ, FUNCTIONS.stream().map(f -> Expression.parse(f, XYZ)).toList());
  }

  private static Matrix sparse(int outputs, int terms, SplittableRandom random) {
    double[] weights = new double[outputs * terms];
    for (int k = 0; k < weights.length; k++) {
      weights[k] = random.nextInt(3) == 0 ? 10 * random.nextDouble() - 5 : 0;
    }
    return Matrix.adopt(outputs, terms, weights);
  }

  private static Tape tape(Library library, int[] places) {
    Tape tape = new Tape();
    for (int j = 0; j < places.length; j++) {
      places[j] = tape.add(library.terms().get(j).expression());
    }
    return tape;
  }

  private static double[] run(Runner runner, double[] x, int size) {
    double[] y = new double[size];
    runner.run(x, y);
    return y;
  }

  /** In the bits that a person may see: there is one zero and one NaN. */
  private static void assertSameBits(double[] expected, double[] actual) {
    for (int k = 0; k < expected.length; k++) {
      assertEquals(expected[k] + 0.0, actual[k] + 0.0, "output " + k);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void generatedCodeInterpretedCodeAndWholeBlocksGiveTheSameBits(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Library library = library();
    Matrix weights = sparse(4, library.size(), random);
    int[] places = new int[library.size()];
    Tape tape = tape(library, places);
    Program value = Program.value(tape, places, weights);
    Program jacobian = Program.jacobian(tape, places, weights, 3);
    for (Program program : List.of(value, jacobian)) {
      Runner generated = Generated.runner(program).orElseThrow();
      Runner interpreted = new Interpreted(program);
      for (int k = 0; k < 50; k++) {
        double[] x = random.doubles(3, -2, 2).toArray();
        double[] expected = run(interpreted, x, program.size());
        assertArrayEquals(expected, run(generated, x, program.size()));
        assertSameBits(
            program == value ? summed(library, weights, x) : derived(library, weights, x),
            expected);
      }
    }
  }

  /** W θ(x) from a block of one row. */
  private static double[] summed(Library library, Matrix weights, double[] x) {
    Block theta = new Block(1, library.size());
    library.evaluate(block(x), theta);
    return product(weights, theta);
  }

  /** W Dθ(x) eᵥ, direction by direction, from blocks of one row. */
  private static double[] derived(Library library, Matrix weights, double[] x) {
    double[] jacobian = new double[weights.rows() * x.length];
    for (int v = 0; v < x.length; v++) {
      double[] unit = new double[x.length];
      unit[v] = 1;
      Block out = new Block(1, library.size());
      library.derivative(block(x), block(unit), out);
      double[] column = product(weights, out);
      for (int i = 0; i < column.length; i++) {
        jacobian[i * x.length + v] = column[i];
      }
    }
    return jacobian;
  }

  private static Block block(double[] x) {
    Block block = new Block(1, x.length);
    block.setRows(1);
    System.arraycopy(x, 0, block.values(), 0, x.length);
    return block;
  }

  private static double[] product(Matrix weights, Block theta) {
    double[] y = new double[weights.rows()];
    for (int i = 0; i < y.length; i++) {
      for (int j = 0; j < weights.cols(); j++) {
        double w = weights.get(i, j);
        y[i] += w == 0 ? 0 : w * theta.values()[theta.offset(j)];
      }
    }
    return y;
  }

  @Test
  void aFunctionKeepsItsBitsWhenItIsAskedOften() {
    Library library = library();
    Matrix weights = sparse(3, library.size(), new SplittableRandom(6));
    PointFunction function = library.compile(weights);
    double[] x = {0.3, 1.7, -0.4};
    double[] first = new double[3];
    double[] firstJacobian = new double[9];
    function.value(x, first);
    function.jacobian(x, firstJacobian);
    for (int k = 0; k < 1000; k++) {
      double[] y = new double[3];
      double[] jacobian = new double[9];
      function.value(x, y);
      function.jacobian(x, jacobian);
      assertArrayEquals(first, y);
      assertArrayEquals(firstJacobian, jacobian);
    }
  }

  @Test
  void threadsThatShareTheCodeHaveTheBitsOfOne() {
    Library library = library();
    PointFunction function = library.compile(sparse(3, library.size(), new SplittableRandom(10)));
    double[] x = {0.9, 0.2, 1.1};
    double[] expected = new double[12];
    evaluate(function, x, expected);
    List<double[]> together =
        IntStream.range(0, 16)
            .parallel()
            .mapToObj(
                k -> {
                  PointFunction own = function.another();
                  double[] results = new double[12];
                  for (int i = 0; i < 400; i++) {
                    evaluate(own, x, results);
                  }
                  return results;
                })
            .toList();
    together.forEach(results -> assertArrayEquals(expected, results));
  }

  /** W θ and its Jacobian, one behind the other. */
  private static void evaluate(PointFunction function, double[] x, double[] results) {
    double[] y = new double[3];
    double[] jacobian = new double[9];
    function.value(x, y);
    function.jacobian(x, jacobian);
    System.arraycopy(y, 0, results, 0, 3);
    System.arraycopy(jacobian, 0, results, 3, 9);
  }

  @Test
  void entriesThatVanishIdenticallyOverwriteWhatWasThere() {
    Library library = Library.of(XYZ, List.of(Expression.parse("x", XYZ)));
    PointFunction function = library.compile(Matrix.adopt(2, 1, new double[] {2, 0}));
    double[] x = {5, 6, 7};
    double[] y = {9, 9};
    double[] jacobian = {9, 9, 9, 9, 9, 9};
    function.value(x, y);
    function.jacobian(x, jacobian);
    assertArrayEquals(new double[] {10, 0}, y);
    assertArrayEquals(new double[] {2, 0, 0, 0, 0, 0}, jacobian);
  }

  @Test
  void whatTheVirtualMachineWouldNotCompileIsInterpreted() {
    List<String> names = IntStream.range(0, 40).mapToObj(i -> "x" + i).toList();
    Library library = PolynomialLibrary.ofDegree(2).over(names);
    Matrix dense = Matrix.ofRows(new SplittableRandom(7).doubles(library.size()).toArray());
    int[] places = new int[library.size()];
    Tape tape = tape(library, places);
    Program program = Program.value(tape, places, dense);
    assertTrue(Generated.runner(program).isEmpty());
    double[] x = new SplittableRandom(8).doubles(40).toArray();
    assertArrayEquals(summed(library, dense, x), run(new Interpreted(program), x, 1), 1e-15 * 1e3);
    PointFunction function = library.compile(dense);
    double[] y = new double[1];
    for (int k = 0; k < 600; k++) {
      function.value(x, y);
    }
    assertSameBits(summed(library, dense, x), y);
  }

  /** 300 variables and results that are read twice: local variables beyond 255 and wide indices. */
  @Test
  void manyVariablesAreReadAndKept() {
    List<String> names = IntStream.range(0, 200).mapToObj(i -> "x" + i).toList();
    List<Expression> functions = new ArrayList<>();
    for (String name : names) {
      functions.add(Expression.parse(name + "^4", names));
    }
    Library library = Library.of(names, functions);
    int[] places = new int[library.size()];
    Tape tape = tape(library, places);
    Program program =
        Program.value(
            tape, places, Matrix.ofRows(IntStream.range(0, 200).asDoubleStream().toArray()));
    Runner generated = Generated.runner(program).orElseThrow();
    double[] x = new SplittableRandom(9).doubles(200).toArray();
    double[] expected = run(new Interpreted(program), x, 1);
    assertArrayEquals(expected, run(generated, x, 1));
    assertTrue(expected[0] > 0);
  }
}
