package io.github.sindy4j.symmetry;

import io.github.sindy4j.algebra.AffineFields;
import io.github.sindy4j.algebra.Generator;
import io.github.sindy4j.basis.Expression;
import io.github.sindy4j.exact.Rational;
import io.github.sindy4j.notice.BadSetting;
import io.github.sindy4j.notice.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A recursive-descent parser.
 *
 * <pre>
 * action  := part ('and' part)*
 * part    := algebra '(' size [',' size] ')' ['on' tuples ['prolonged' 'to' tuples]]
 *          | 'scaling(' column ':' number (',' column ':' number)* ')'
 *          | 'phase(' column ',' column [':' number] (';' …)* ')'
 *          | 'field(' column ':' formula (',' column ':' formula)* ')'
 *          | 'reflection(' ['-'] column (',' ['-'] column)* ')'
 *          | 'swap(' column (',' column)* '|' column (',' column)* ')'   and 'cyclic(…)'
 *          | 'permutation(' column '->' ['-'] column (',' …)* ')'
 *          | 'reversal(' (['-'] column | column '->' ['-'] column) (',' …)* ')'
 *          | 'trivial' | path ending in .json
 * tuples  := '(' column (',' column)* ')' (',' '(' … ')')*
 * </pre>
 */
final class ActionParser {
  private static final List<String> ALGEBRAS =
      List.of("t", "so", "se", "o", "gl", "sl", "aff", "sp");
  private static final List<String> KINDS =
      Stream.of(ALGEBRAS, List.of("scaling", "phase", "field"), ElementParser.KINDS)
          .flatMap(List::stream)
          .toList();

  private final String whole;
  private final ActionText text;
  private final int states;
  private final List<String> variables;
  private final ActionFiles files;
  private final List<String> controls;
  private final List<Generator> generators = new ArrayList<>();
  private final List<GroupElement> elements = new ArrayList<>();

  ActionParser(String text, List<String> states, List<String> controls, ActionFiles files) {
    this.whole = text.strip();
    this.text = new ActionText(text);
    this.states = states.size();
    this.controls = controls;
    this.variables = Stream.of(states, controls).flatMap(List::stream).toList();
    this.files = files;
  }

  Action parse() {
    do {
      part();
    } while (text.acceptWord("and"));
    if (!text.atEnd()) {
      throw text.error(
          "'" + text.peek() + "' does not belong here", "Join actions by 'and', or remove it");
    }
    return new Action(whole, generators, elements);
  }

  private void part() {
    Optional<String> file = text.file();
    if (file.isPresent()) {
      Action read = files.read(file.get(), variables.subList(0, states), controls);
      generators.addAll(read.generators());
      elements.addAll(read.elements());
      return;
    }
    int mark = text.mark();
    String kind = text.name();
    if (ALGEBRAS.contains(kind)) {
      algebra(kind, mark);
    } else if (ElementParser.KINDS.contains(kind)) {
      elements.add(new ElementParser(text, variables, states).parse(kind, mark));
    } else if (kind.equals("scaling")) {
      scaling(mark);
    } else if (kind.equals("phase")) {
      phase(mark);
    } else if (kind.equals("field")) {
      field(mark);
    } else if (!kind.equals("trivial")) {
      throw text.error(
          "unknown-algebra",
          mark,
          kind.isEmpty() ? "the name of an action is missing" : "there is no action '" + kind + "'",
          Nearest.hint(kind, KINDS)
              + "Write t(n), so(n), so(p,q), se(n), o(n), gl(n), sl(n), aff(n), sp(2n), "
              + "scaling(x:1,y:2), phase(a,b:1), field(x: -y, y: x), reflection(-x), "
              + "swap(x | y), cyclic(x,y,z), permutation(x->y, y->x), reversal(q,-p), "
              + "or the path of a .json file");
    }
  }

  private void algebra(String kind, int mark) {
    List<Integer> sizes = sizes(kind);
    String name = text.since(mark);
    int n = sizes.stream().mapToInt(Integer::intValue).sum();
    ActionColumns columns = new ActionColumns(text, variables);
    List<List<Integer>> tuples;
    List<List<Integer>> velocities = List.of();
    if (text.acceptWord("on")) {
      tuples = columns.tuples(name, n);
      velocities = prolonged(name, n, columns);
    } else if (n == states) {
      tuples = List.of(IntStream.range(0, states).boxed().toList());
    } else {
      throw unfit(kind, name, n, mark);
    }
    AffineFields fields = fields(kind, sizes);
    if (fields.isEmpty() && !kind.equals("o")) {
      throw text.error(
          "wrong-size", mark, name + " moves nothing", "It begins with " + kind + "(2)");
    }
    fields.on(variables, tuples, velocities).forEach(v -> add(v, mark));
    if (kind.equals("o")) {
      elements.add(reflection(tuples, velocities));
    }
  }

  private List<List<Integer>> prolonged(String name, int n, ActionColumns columns) {
    if (!text.acceptWord("prolonged")) {
      return List.of();
    }
    if (!text.acceptWord("to")) {
      throw text.error(
          "'to' is missing", "Write it like " + name + " on (x,y,…) prolonged to (vx,vy,…)");
    }
    return columns.tuples(name, n);
  }

  private List<Integer> sizes(String kind) {
    String example = kind.equals("sp") ? "sp(4)" : kind + "(3)";
    text.expect('(', example);
    int mark = text.mark();
    List<Integer> sizes = new ArrayList<>();
    do {
      sizes.add(
          text.size()
              .orElseThrow(
                  () -> text.error("a size from 1 to 999 is missing", "Write it like " + example)));
    } while (text.accept(','));
    text.expect(')', example);
    boolean pair = sizes.size() == 2 && kind.equals("so");
    if ((sizes.size() != 1 && !pair) || sizes.stream().anyMatch(k -> k < 1)) {
      throw text.error(
          "wrong-size",
          mark,
          "'" + kind + "' does not take " + sizes,
          pair ? "Both sizes are at least 1, like so(1,3)" : "Write it like " + example);
    }
    if (kind.equals("sp") && sizes.get(0) % 2 != 0) {
      throw text.error(
          "wrong-size", mark, "sp acts on pairs (q, p)", "Take an even number, like sp(4)");
    }
    return sizes;
  }

  private BadSetting unfit(String kind, String name, int n, int mark) {
    List<String> names = variables.subList(0, states);
    boolean paired = kind.equals("sp") && states % 2 != 0;
    String all = kind + "(" + states + ")";
    return text.error(
        "wrong-size",
        mark,
        name + " acts on " + n + " columns, but there are " + states + " states",
        n < states
            ? "Name them: " + name + " on " + ActionColumns.example(names, n)
            : paired ? "Take another algebra" : "On all states acts " + all);
  }

  private static AffineFields fields(String kind, List<Integer> sizes) {
    int n = sizes.get(0);
    return switch (kind) {
      case "t" -> AffineFields.t(n);
      case "se" -> AffineFields.se(n);
      case "gl" -> AffineFields.gl(n);
      case "sl" -> AffineFields.sl(n);
      case "aff" -> AffineFields.aff(n);
      case "sp" -> AffineFields.sp(n / 2);
      default -> sizes.size() == 2 ? AffineFields.so(n, sizes.get(1)) : AffineFields.so(n);
    };
  }

  /** The first coordinate of every tuple changes its sign. */
  private GroupElement reflection(List<List<Integer>> tuples, List<List<Integer>> velocities) {
    SignedPermutation reflected = new SignedPermutation(variables);
    List<String> names = new ArrayList<>();
    Stream.concat(tuples.stream(), velocities.stream())
        .map(tuple -> tuple.get(0))
        .forEach(
            i -> {
              reflected.move(i, i, -1);
              names.add("-" + variables.get(i));
            });
    return reflected.element("reflection(" + String.join(",", names) + ")", states, false);
  }

  private void scaling(int mark) {
    String example = "scaling(x:1, y:2)";
    ActionColumns columns = new ActionColumns(text, variables);
    List<Integer> tuple = new ArrayList<>();
    List<Rational> weights = new ArrayList<>();
    text.expect('(', example);
    do {
      tuple.add(columns.column(example));
      text.expect(':', example);
      weights.add(text.number(example));
    } while (text.accept(','));
    text.expect(')', example);
    place(AffineFields.scaling(weights), tuple, weights, "weights", mark);
  }

  private void phase(int mark) {
    String example = "phase(a1,a2:1; b1,b2:2)";
    ActionColumns columns = new ActionColumns(text, variables);
    List<Integer> tuple = new ArrayList<>();
    List<Rational> charges = new ArrayList<>();
    text.expect('(', example);
    do {
      tuple.add(columns.column(example));
      text.expect(',', example);
      tuple.add(columns.column(example));
      charges.add(text.accept(':') ? text.number(example) : Rational.ONE);
    } while (text.accept(';'));
    text.expect(')', example);
    place(AffineFields.phase(charges), tuple, charges, "charges", mark);
  }

  private void place(
      AffineFields fields, List<Integer> tuple, List<Rational> factors, String what, int mark) {
    if (factors.stream().allMatch(Rational::isZero)) {
      throw text.error("nothing-moved", mark, "all " + what + " are 0", "Give one that is not");
    }
    fields.on(variables, List.of(tuple), List.of()).forEach(v -> add(v, mark));
  }

  private void field(int mark) {
    String example = "field(x: -y, y: x)";
    ActionColumns columns = new ActionColumns(text, variables);
    List<Expression> components =
        new ArrayList<>(variables.stream().map(v -> Expression.number(0)).toList());
    text.expect('(', example);
    do {
      int column = columns.column(example);
      text.expect(':', example);
      int start = text.mark();
      String formula = text.until(",)");
      try {
        components.set(column, Expression.parse(formula, variables));
      } catch (BadSetting broken) {
        throw text.error(
            "bad-expression", start, String.valueOf(broken.getMessage()), "Write " + example);
      }
    } while (text.accept(','));
    text.expect(')', example);
    add(new Generator(text.since(mark), variables, components), mark);
  }

  /** ẋ = F(x, u) tells no rate of u: what moves a state may not depend on a control. */
  private void add(Generator v, int mark) {
    for (int i = 0; i < states; i++) {
      for (int j = states; j < variables.size(); j++) {
        if (v.dependsOn(i, j)) {
          throw text.error(
              "control-moves-state",
              mark,
              v.name()
                  + " moves the state '"
                  + variables.get(i)
                  + "' by the control '"
                  + variables.get(j)
                  + "'",
              "Let tuples that mix hold states only, or controls only");
        }
      }
    }
    generators.add(v);
  }
}
