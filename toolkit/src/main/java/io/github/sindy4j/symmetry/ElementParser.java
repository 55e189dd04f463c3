package io.github.sindy4j.symmetry;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** Reads what stands in the parentheses of a discrete transformation. */
final class ElementParser {
  static final List<String> KINDS =
      List.of("reflection", "swap", "cyclic", "permutation", "reversal");

  private final ActionText text;
  private final List<String> variables;
  private final int states;
  private final ActionColumns columns;

  ElementParser(ActionText text, List<String> variables, int states) {
    this.text = text;
    this.variables = variables;
    this.states = states;
    this.columns = new ActionColumns(text, variables);
  }

  /** The element of this kind, whose name began at the mark. */
  GroupElement parse(String kind, int mark) {
    String example = example(kind);
    SignedPermutation moved = new SignedPermutation(variables);
    text.expect('(', example);
    switch (kind) {
      case "swap", "cyclic" -> cycle(moved, kind, example);
      default -> moves(moved, kind, example);
    }
    text.expect(')', example);
    boolean reversal = kind.equals("reversal");
    if (moved.isIdentity() && !reversal) {
      throw text.error(
          "nothing-moved", mark, "the " + kind + " changes nothing", "Write it like " + example);
    }
    GroupElement element = moved.element(text.since(mark), states, reversal);
    requireStatesApart(element, mark);
    return element;
  }

  private static String example(String kind) {
    return switch (kind) {
      case "swap" -> "swap(x1,y1 | x2,y2)";
      case "cyclic" -> "cyclic(x,y,z)";
      case "permutation" -> "permutation(x->y, y->-x)";
      case "reversal" -> "reversal(q,-p)";
      default -> "reflection(-x,-y,z)";
    };
  }

  /** Each group goes to the place of the next one, the last to that of the first. */
  private void cycle(SignedPermutation moved, String kind, String example) {
    List<List<Integer>> groups = new ArrayList<>();
    int mark = text.mark();
    do {
      groups.add(columns.list(',', example));
    } while (text.accept('|'));
    if (groups.size() == 1) {
      groups = groups.get(0).stream().map(List::of).toList();
    }
    int width = groups.get(0).size();
    boolean even = groups.stream().allMatch(group -> group.size() == width);
    boolean enough = kind.equals("swap") ? groups.size() == 2 : groups.size() >= 2;
    if (!even || !enough) {
      throw text.error(
          "wrong-size",
          mark,
          even
              ? kind + " takes " + (kind.equals("swap") ? "two" : "at least two") + " groups"
              : "the groups have " + groups.stream().map(List::size).toList() + " columns",
          "Write it like " + example);
    }
    for (int g = 0; g < groups.size(); g++) {
      for (int k = 0; k < width; k++) {
        moved.move(groups.get(g).get(k), groups.get((g + 1) % groups.size()).get(k), 1);
      }
    }
  }

  /**
   * {@code -x}: x changes its sign; {@code x->-y}: the value of x goes to y, with its sign changed.
   */
  private void moves(SignedPermutation moved, String kind, String example) {
    ActionColumns targets = new ActionColumns(text, variables);
    List<Integer> from = new ArrayList<>();
    List<Integer> to = new ArrayList<>();
    int mark = text.mark();
    do {
      boolean negative = !kind.equals("permutation") && text.accept('-');
      int column = columns.column(example);
      boolean goes = !negative && !kind.equals("reflection") && text.accept("->");
      if (!goes && kind.equals("permutation")) {
        throw text.error("'->' is missing", "Write it like " + example);
      }
      int sign = negative || (goes && text.accept('-')) ? -1 : 1;
      int target = goes ? targets.column(example) : column;
      from.add(column);
      to.add(target);
      moved.move(column, target, sign);
    } while (text.accept(','));
    List<String> open =
        from.stream().filter(i -> !new HashSet<>(to).contains(i)).map(variables::get).toList();
    if (!open.isEmpty()) {
      throw text.error(
          "no-permutation",
          mark,
          "nothing goes to " + String.join(", ", open),
          "Every column on the left must also stand on the right, like " + example);
    }
  }

  /** ẋ = F(x, u) has no say over u: states and controls may be moved, but not into each other. */
  private void requireStatesApart(GroupElement element, int mark) {
    for (int i = 0; i < variables.size(); i++) {
      for (int j = 0; j < variables.size(); j++) {
        if (element.domain().get(i, j) != 0 && i < states != j < states) {
          throw text.error(
              "control-moves-state",
              mark,
              "'"
                  + variables.get(j)
                  + "' goes to '"
                  + variables.get(i)
                  + "', but only one of them is a state",
              "Exchange states with states, and controls with controls");
        }
      }
    }
  }
}
