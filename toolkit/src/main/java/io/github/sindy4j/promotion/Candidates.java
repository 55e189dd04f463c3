package io.github.sindy4j.promotion;

import io.github.sindy4j.algebra.Generator;
import io.github.sindy4j.discovery.GeneratorSpace;
import io.github.sindy4j.notice.BadSetting;
import io.github.sindy4j.symmetry.Action;
import io.github.sindy4j.symmetry.ActionFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the symmetries that may be promoted: {@code affine}, {@code linear}, {@code polynomial:2},
 * or what {@link Action#parse} reads, joined by {@code and}.
 */
public final class Candidates {
  private static final Pattern SPACE =
      Pattern.compile("(affine|linear|polynomial[^,()]*?)(?:\\s+and\\s+(.*))?");

  private Candidates() {}

  /** Of the field of an ODE. Throws {@link BadSetting}. */
  public static Action ofField(
      String text, List<String> states, List<String> controls, ActionFiles files) {
    String spec = text.strip();
    Matcher space = SPACE.matcher(spec);
    if (space.matches()) {
      GeneratorSpace fields = GeneratorSpace.parse(space.group(1), states, controls, files);
      return space.group(2) == null
          ? new Action(spec, fields.basis(), List.of())
          : together(spec, fields, Action.parse(space.group(2), states, controls, files));
    }
    BadSetting.require(
        !spec.isEmpty() && !spec.matches("[\\p{L}:0-9]*"),
        "candidates '" + spec + "'",
        "is not known",
        "Write affine, linear, polynomial:2, an action such as 'so(2) on (x,y)', or FILE.json");
    return Action.parse(spec, states, controls, files);
  }

  /** Of k functions of these inputs, which keep their values. Throws {@link BadSetting}. */
  public static Action ofFunctions(
      String text, List<String> inputs, int outputs, ActionFiles files) {
    return ofField(text, inputs, List.of(), files).onValues(outputs);
  }

  private static Action together(String text, GeneratorSpace fields, Action more) {
    GeneratorSpace all =
        more.generators().isEmpty() ? fields : new GeneratorSpace(text, joined(fields, more));
    return new Action(text, all.basis(), more.elements());
  }

  private static List<Generator> joined(GeneratorSpace fields, Action more) {
    List<Generator> joined = new ArrayList<>(fields.basis());
    joined.addAll(more.generators());
    return joined;
  }
}
