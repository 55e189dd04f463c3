package io.github.sindy4j.symmetry;

import io.github.sindy4j.algebra.Generator;
import io.github.sindy4j.algebra.LieAlgebra;
import java.util.List;

/**
 * What acts on named variables: continuous transformations by their generators, discrete ones by
 * their elements.
 *
 * @param text how the user says it, such as {@code so(2) on (x,y)}
 * @param generators of the continuous part; they generate it by linear combination and bracket
 * @param elements one for each discrete transformation that is demanded
 */
public record Action(String text, List<Generator> generators, List<GroupElement> elements) {
  /** Copies the lists. */
  public Action {
    generators = List.copyOf(generators);
    elements = List.copyOf(elements);
  }

  /**
   * The same on functions of k values that keep them, F(A x) = F(x), where all variables of the
   * action are inputs. A reversal of time does not act on those.
   */
  public Action onValues(int k) {
    return new Action(text, generators, elements.stream().map(h -> h.onValues(k)).toList());
  }

  /**
   * Reads an action in the names of the columns, such as {@code so(3) on (x1,y1,z1),(x2,y2,z2)}:
   *
   * <ul>
   *   <li>{@code t(n)}, {@code so(n)}, {@code so(p,q)}, {@code se(n)}, {@code gl(n)}, {@code
   *       sl(n)}, {@code aff(n)}, {@code sp(2n)} of {@link LieAlgebra}, and {@code o(n)}: so(n)
   *       with a reflection. Several tuples are moved in the same way; without {@code on} the
   *       states are the one tuple. {@code prolonged to (vx,vy,vz)} moves velocities along, by
   *       Dv(x).
   *   <li>{@code scaling(x:1, y:2)}; {@code phase(a1,a2:1; a3,a4:2)} rotates each pair at its own
   *       speed; {@code field(x: -y, y: x)} is any vector field.
   *   <li>Discrete: {@code reflection(-x,-y,z)}; {@code swap(x1,y1 | x2,y2)}; {@code cyclic(x,y,z)}
   *       and {@code permutation(x->y, y->-x)}, in which the value of x goes to y; {@code
   *       reversal(q,-p)} or {@code reversal(x->y, y->x)} turns time around too: F(A x) = −A F(x).
   *       Columns not named stay.
   * </ul>
   *
   * <p>Several are joined by {@code and}. Throws {@link io.github.sindy4j.notice.BadSetting}, which
   * points at the place in the text.
   *
   * @param states the columns with a rate
   * @param controls further columns: moved where they are named, but never into a state
   */
  public static Action parse(String text, List<String> states, List<String> controls) {
    return parse(text, states, controls, ActionFiles.NONE);
  }

  /** The same; parts that end in {@code .json} are read by {@code files}. */
  public static Action parse(
      String text, List<String> states, List<String> controls, ActionFiles files) {
    return new ActionParser(text, states, controls, files).parse();
  }
}
