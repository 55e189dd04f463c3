package io.github.sindy4j.symmetry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sindy4j.algebra.Generator;
import io.github.sindy4j.algebra.LieAlgebra;
import io.github.sindy4j.basis.Library;
import io.github.sindy4j.basis.LibrarySpec;
import io.github.sindy4j.linalg.LinearMap;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.NullSpace;
import io.github.sindy4j.linalg.Tolerance;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.notice.BadSetting;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ActionTest {
  private static final List<String> XYZ = List.of("x", "y", "z");
  private static final List<String> SIX = List.of("x", "y", "z", "u", "v", "w");

  private static Action parse(String text, List<String> states) {
    return Action.parse(text, states, List.of());
  }

  private static List<String> fields(Action action) {
    return action.generators().stream().map(Generator::text).toList();
  }

  private static List<String> names(Action action) {
    return action.generators().stream().map(Generator::name).toList();
  }

  @Test
  void withoutTuplesAnAlgebraActsOnTheStatesInOrder() {
    Action action = parse("so(3)", XYZ);
    assertEquals("so(3)", action.text());
    assertEquals(LieAlgebra.so(3).generators(), action.generators());
    assertEquals(List.of(), action.elements());
  }

  @Test
  void severalTuplesAreMovedInTheSameWay() {
    Action action = parse("so(2) on (x,u),(w, z)", SIX);
    assertEquals(List.of("rotation(x,u; w,z)"), names(action));
    assertEquals(List.of("-u ∂/∂x + w ∂/∂z + x ∂/∂u - z ∂/∂w"), fields(action));
  }

  @Test
  void velocitiesAreMovedByTheDerivativeOfTheMotion() {
    Action action = parse("se(3) on (x,y,z) prolonged to (u,v,w)", SIX);
    assertEquals("-y ∂/∂x + x ∂/∂y - v ∂/∂u + u ∂/∂v", action.generators().get(0).text());
    assertEquals("∂/∂x", action.generators().get(3).text());
    assertEquals(6, action.generators().size());
    // The prolonged action is one of the same algebra.
    assertEquals("se(3)", LieAlgebra.of("prolonged", action.generators()).type().name());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "so(1,3) on (x,y,z,u); 6",
        "sp(4) on (x,y,z,u); 10",
        "sp(6); 21",
        "gl(2) on (x,y); 4",
        "sl(3) on (x,y,z); 8",
        "aff(2) on (v,w); 6",
        "t(2) on (x,w); 2",
        "t(6); 6",
        "so( 3 )  on (x , y,z) , (u,v,w); 3",
        "so(2) on (x,y) and t(1) on (z); 2",
        "so(2) on (x,y) and so(2) on (z,u) and scaling(v:1,w:-1); 3",
        "trivial; 0"
      })
  void everyAlgebraIsKnownByName(String text, int generators) {
    Action action = parse(text, SIX);
    assertEquals(generators, action.generators().size());
    assertTrue(action.generators().stream().allMatch(v -> v.variables().equals(SIX)));
    if (generators > 0) {
      assertEquals(generators, LieAlgebra.of(text, action.generators()).dimension());
    }
  }

  @Test
  void scalingsTakeWeightsAndPhasesCharges() {
    Action scaling = parse("scaling(x:1, y: 1/2, z:-2.5)", XYZ);
    assertEquals(List.of("x ∂/∂x + 0.5 y ∂/∂y - 2.5 z ∂/∂z"), fields(scaling));
    assertEquals(List.of("scaling(x:1,y:1/2,z:-5/2)"), names(scaling));
    Action phase = parse("phase(x,y:1; u,v:2/3)", SIX);
    assertEquals(List.of("phase(x,y:1; u,v:2/3)"), names(phase));
    assertEquals("-y", phase.generators().get(0).components().get(0).toString());
    assertEquals(2.0 / 3, phase.generators().get(0).matrix().orElseThrow().get(4, 3));
    assertEquals(
        parse("so(2) on (x,y)", SIX).generators().get(0).components(),
        parse("phase(x,y)", SIX).generators().get(0).components());
  }

  @Test
  void anyVectorFieldMayBeWritten() {
    Action action = parse("field(x: -y, y: sin(x) (z + 1)) and t(1) on (z)", XYZ);
    assertEquals("-y ∂/∂x + sin(x) (z + 1) ∂/∂y", action.generators().get(0).text());
    assertEquals("field(x: -y, y: sin(x) (z + 1))", action.generators().get(0).name());
    assertEquals("∂/∂z", action.generators().get(1).text());
  }

  private static void requireDomain(Action action, double[]... rows) {
    assertEquals(1, action.elements().size());
    assertEquals(Matrix.ofRows(rows), action.elements().get(0).domain());
  }

  @Test
  void discreteElementsAreSignedPermutations() {
    requireDomain(
        parse("reflection(-x,-y,z)", XYZ), new double[][] {{-1, 0, 0}, {0, -1, 0}, {0, 0, 1}});
    requireDomain(parse("reflection(-y)", XYZ), new double[][] {{1, 0, 0}, {0, -1, 0}, {0, 0, 1}});
    // The value of x goes to y: the new y is the old x.
    requireDomain(parse("cyclic(x,y,z)", XYZ), new double[][] {{0, 0, 1}, {1, 0, 0}, {0, 1, 0}});
    requireDomain(
        parse("permutation(x->y, y->z, z->x)", XYZ),
        new double[][] {{0, 0, 1}, {1, 0, 0}, {0, 1, 0}});
    requireDomain(
        parse("permutation(x->y, y->-x)", XYZ), new double[][] {{0, -1, 0}, {1, 0, 0}, {0, 0, 1}});
    requireDomain(parse("swap(x | z)", XYZ), new double[][] {{0, 0, 1}, {0, 1, 0}, {1, 0, 0}});
    assertEquals(
        parse("permutation(x->u, u->x, y->v, v->y, z->w, w->z)", SIX).elements().get(0).domain(),
        parse("swap(x,y,z | u,v,w)", SIX).elements().get(0).domain());
    assertEquals(
        parse("permutation(x->z, z->v, v->x, y->u, u->w, w->y)", SIX).elements().get(0).domain(),
        parse("cyclic(x,y | z,u | v,w)", SIX).elements().get(0).domain());
    GroupElement mirror = parse("reflection(-x,-y,z)", XYZ).elements().get(0);
    assertEquals("reflection(-x,-y,z)", mirror.name());
    assertEquals(mirror.domain(), mirror.fibre());
  }

  @Test
  void orthogonalGroupsReflectTheFirstAxisOfEveryTuple() {
    Action action = parse("o(3) on (x,y,z) prolonged to (u,v,w)", SIX);
    assertEquals(3, action.generators().size());
    assertEquals("reflection(-x,-u)", action.elements().get(0).name());
    assertEquals(
        parse("reflection(-x,-u)", SIX).elements().get(0).domain(),
        action.elements().get(0).domain());
    assertEquals(0, parse("o(1) on (y)", XYZ).generators().size());
  }

  @Test
  void reversalsTurnTheValuesOfTheFieldAround() {
    GroupElement h = parse("reversal(x,-y)", List.of("x", "y")).elements().get(0);
    assertEquals(Matrix.ofRows(new double[][] {{1, 0}, {0, -1}}), h.domain());
    assertEquals(Matrix.ofRows(new double[][] {{-1, 0}, {0, 1}}), h.fibre());
    // x' = y, y' = −x is reversible, x' = x is not.
    Library library = LibrarySpec.parse("polynomial:1").over(List.of("x", "y"));
    LinearMap defect =
        LieDerivative.exact(library, new Region(Vec.of(-1, -1), Vec.of(1, 1))).along(h);
    assertEquals(0, defect.apply(Vec.of(0, 0, 1, 0, -1, 0)).norm());
    assertTrue(defect.apply(Vec.of(0, 1, 0, 0, 0, 0)).norm() > 0.1);
  }

  /** Dimension of the fields of this degree that the action leaves alone. */
  private static int equivariant(String text, List<String> states, int degree) {
    Library library = LibrarySpec.parse("polynomial:" + degree).over(states);
    double[] low = new double[states.size()];
    double[] high = new double[states.size()];
    Arrays.fill(low, -1);
    Arrays.fill(high, 1);
    LieDerivative derivative = LieDerivative.exact(library, new Region(Vec.of(low), Vec.of(high)));
    Action action = parse(text, states);
    List<double[]> rows = new ArrayList<>();
    for (Generator v : action.generators()) {
      rows.addAll(rows(derivative.along(v, Fibre.pushforward(states.size()))));
    }
    for (GroupElement h : action.elements()) {
      rows.addAll(rows(derivative.along(h)));
    }
    Matrix stacked = Matrix.ofRows(rows.toArray(double[][]::new));
    return NullSpace.of(stacked, Vec.zeros(stacked.rows()), Tolerance.RANK).basis().cols();
  }

  private static List<double[]> rows(LinearMap map) {
    Matrix matrix = map.toMatrix();
    List<double[]> rows = new ArrayList<>();
    for (int i = 0; i < matrix.rows(); i++) {
      rows.add(matrix.row(i).toArray());
    }
    return rows;
  }

  /**
   * Derived by hand: spans of x, v (and their quadratic cross product), radial fields and so on.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "so(2) on (x,y); x y; 3; 4",
        "o(2); x y; 3; 2",
        "so(3); x y z; 3; 2",
        "scaling(x:1, y:2); x y; 3; 3",
        "reflection(-x,-y,z); x y z; 2; 14",
        "cyclic(x,y,z); x y z; 2; 10",
        "so(3) on (x,y,z) prolonged to (u,v,w); x y z u v w; 1; 4",
        "so(3) on (x,y,z),(u,v,w); x y z u v w; 2; 6",
        "t(1) on (x); x y; 1; 4"
      })
  void actionsLeaveTheKnownNumberOfFields(String text, String states, int degree, int dimension) {
    assertEquals(dimension, equivariant(text, List.of(states.split(" ")), degree));
  }

  @Test
  void controlsAreMovedWhereTheyAreNamedAndElseStay() {
    List<String> states = List.of("x", "y");
    List<String> controls = List.of("u", "v");
    Action both = Action.parse("so(2) on (x,y),(u,v)", states, controls);
    assertEquals(List.of("-y ∂/∂x + x ∂/∂y - v ∂/∂u + u ∂/∂v"), fields(both));
    Action alone = Action.parse("so(2)", states, controls);
    assertEquals(List.of("-y ∂/∂x + x ∂/∂y"), fields(alone));
    assertEquals(List.of("x", "y", "u", "v"), alone.generators().get(0).variables());
    GroupElement h = Action.parse("reflection(-x,-u)", states, controls).elements().get(0);
    assertEquals(4, h.domain().rows());
    assertEquals(Matrix.ofRows(new double[][] {{-1, 0}, {0, 1}}), h.fibre());
    assertEquals(1, Action.parse("scaling(x:1,u:2)", states, controls).generators().size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"so(2) on (x,u)", "field(x: u)", "swap(x | u)", "permutation(u->x, x->u)"})
  void controlsNeverMoveStates(String text) {
    BadSetting refused =
        assertThrows(BadSetting.class, () -> Action.parse(text, List.of("x", "y"), List.of("u")));
    assertEquals("control-moves-state", refused.code());
    assertTrue(refused.getMessage().contains("'x'") && refused.getMessage().contains("'u'"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "so(3) on (x,y,q); unknown-column; 15; there is no column 'q'. Columns are x, y, z",
        "so(3) on (x,y,Z); unknown-column; 15; Did you mean z?",
        "so(3) on (x,y); wrong-size; 10; so(3) acts on 3 columns, but 2 are named. Write it like so(3) on (x,y,z)",
        "so(2) on (x,x); repeated-column; 13; the column 'x' occurs twice",
        "so(2) on (x,y),(y,z); repeated-column; 17; 'y' occurs twice",
        "so(2); wrong-size; 1; so(2) acts on 2 columns, but there are 3 states. Name them: so(2) on (x,y)",
        "so(4); wrong-size; 1; On all states acts so(3)",
        "sp(4); wrong-size; 1; there are 3 states. Take another algebra",
        "sp(3); wrong-size; 4; Take an even number",
        "so(0); wrong-size; 4; does not take [0]",
        "so(1) on (x); wrong-size; 1; so(1) moves nothing",
        "gl(1,2); wrong-size; 4; 'gl' does not take [1, 2]",
        "so on (x,y); bad-action; 4; '(' is missing before 'o'",
        "ze(3); unknown-algebra; 1; Did you mean se?",
        "su(2); unknown-algebra; 1; there is no action 'su'",
        "; unknown-algebra; 1; the name of an action is missing",
        "so(3) and; unknown-algebra; 10; the name of an action is missing",
        "so(3) in (x,y,z); bad-action; 7; 'i' does not belong here. Join actions by 'and'",
        "so(3) on (x,y,z; bad-action; 16; ')' is missing before the end",
        "so(3) on; bad-action; 9; '(' is missing before the end",
        "so(1) on (x) prolonged (y); bad-action; 24; 'to' is missing",
        "scaling(x); bad-action; 10; ':' is missing before ')'",
        "scaling(x:a); bad-action; 11; a number is missing",
        "scaling(x:1/0); bad-action; 11; denominator 0",
        "scaling(x:0,y:0); nothing-moved; 1; all weights are 0",
        "phase(x:1); bad-action; 8; ',' is missing before ':'",
        "reflection(x,y); nothing-moved; 1; the reflection changes nothing",
        "reflection(); bad-action; 12; the name of a column is missing",
        "swap(x,y | z); wrong-size; 6; the groups have [2, 1] columns",
        "swap(x | y | z); wrong-size; 6; swap takes two groups",
        "cyclic(x); wrong-size; 8; cyclic takes at least two groups",
        "permutation(x->y); no-permutation; 13; nothing goes to x",
        "permutation(x->y, z->y); repeated-column; 22; the column 'y' occurs twice",
        "permutation(x,y); bad-action; 14; '->' is missing",
        "field(x: y +); bad-expression; 10; the expression ends",
        "rot.json; no-files; 0; files are not read here"
      })
  void mistakesAreAnsweredAtTheirPlaceWithACure(
      String text, String code, int column, String words) {
    String action = text == null ? "" : text;
    BadSetting refused = assertThrows(BadSetting.class, () -> parse(action, XYZ));
    assertEquals(code, refused.code(), refused.getMessage());
    assertTrue(refused.getMessage().contains(words), refused.getMessage());
    if (column > 0) {
      assertTrue(
          refused.getMessage().startsWith("action '" + action + "', column " + column + ": "),
          refused.getMessage());
    }
  }

  @Test
  void namesThatAreNoWordsStandInBackquotes() {
    assertEquals(
        List.of("rotation(x (m),y)"), names(parse("so(2) on (`x (m)`, y)", List.of("x (m)", "y"))));
  }

  @Test
  void wordsOfTheLanguageMayBeNamesOfColumns() {
    assertEquals(
        List.of("rotation(on,and)"), names(parse("so(2) on (on,and)", List.of("and", "on"))));
  }

  @Test
  void filesAreReadByWhoeverIsAsked() {
    ActionFiles files =
        (path, states, controls) -> {
          assertEquals("my folder/spin.json", path);
          assertEquals(XYZ, states);
          return parse("so(3)", states);
        };
    Action action =
        Action.parse("my folder/spin.json and reflection(-x)", XYZ, List.of("u"), files);
    assertEquals(3, action.generators().size());
    assertEquals(1, action.elements().size());
  }
}
