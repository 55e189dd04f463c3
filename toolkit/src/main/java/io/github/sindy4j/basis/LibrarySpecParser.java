package io.github.sindy4j.basis;

import io.github.sindy4j.notice.BadSetting;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads library specifications: {@code +} joins, {@code *} multiplies and binds tighter, outside
 * parentheses only.
 */
final class LibrarySpecParser {
  private static final String CURE =
      "Write polynomial:3, fourier:2 (or fourier:2,scale=0.5), expr(sin(x)*y, 1/(1+x^2)), joined by + and *";

  private static final int DEEPEST = 200;

  private final String text;
  private int depth;

  LibrarySpecParser(String text) {
    this.text = text;
  }

  LibrarySpec parse() {
    return sum(text);
  }

  private LibrarySpec sum(String part) {
    return split(part, '+').stream().map(this::product).reduce(LibrarySpec::plus).orElseThrow();
  }

  private LibrarySpec product(String part) {
    return split(part, '*').stream().map(this::single).reduce(LibrarySpec::times).orElseThrow();
  }

  private LibrarySpec single(String part) {
    String spec = part.strip();
    if (spec.startsWith("(") && spec.endsWith(")")) {
      if (++depth > DEEPEST) {
        throw error("it is nested more than " + DEEPEST + " levels deep");
      }
      LibrarySpec inner = sum(spec.substring(1, spec.length() - 1));
      depth--;
      return inner;
    } else if (spec.startsWith("expr(") && spec.endsWith(")")) {
      List<String> expressions =
          split(spec.substring(5, spec.length() - 1), ',').stream().map(String::strip).toList();
      return new ExpressionLibrary(expressions, List.of());
    }
    int colon = spec.indexOf(':');
    String kind = colon < 0 ? spec : spec.substring(0, colon).strip();
    List<String> arguments =
        colon < 0 ? List.of() : List.of(spec.substring(colon + 1).split(",", -1));
    return switch (kind) {
      case "polynomial" -> polynomial(spec, arguments);
      case "fourier" -> fourier(spec, arguments);
      default ->
          throw error(spec.isEmpty() ? "a library is missing" : "'" + spec + "' is not a library");
    };
  }

  private LibrarySpec polynomial(String spec, List<String> arguments) {
    Map<String, String> named = named(spec, arguments, Set.of("constant", "interactions"));
    return new PolynomialLibrary(
        whole(spec, arguments),
        isYes(spec, named.getOrDefault("constant", "yes")),
        isYes(spec, named.getOrDefault("interactions", "yes")));
  }

  private boolean isYes(String spec, String answer) {
    if (!answer.equals("yes") && !answer.equals("no")) {
      throw error("'" + answer + "' in '" + spec + "' is neither yes nor no");
    }
    return answer.equals("yes");
  }

  private LibrarySpec fourier(String spec, List<String> arguments) {
    String scale = named(spec, arguments, Set.of("scale")).getOrDefault("scale", "1");
    try {
      return new FourierLibrary(whole(spec, arguments), Double.parseDouble(scale));
    } catch (NumberFormatException broken) {
      throw error("'" + scale + "' in '" + spec + "' is not a number");
    }
  }

  private int whole(String spec, List<String> arguments) {
    try {
      return Integer.parseInt(arguments.isEmpty() ? "" : arguments.get(0).strip());
    } catch (NumberFormatException broken) {
      throw error("'" + spec + "' needs a whole number after the colon");
    }
  }

  private Map<String, String> named(String spec, List<String> arguments, Set<String> known) {
    Map<String, String> named = new LinkedHashMap<>();
    for (String argument : arguments.subList(Math.min(1, arguments.size()), arguments.size())) {
      String[] pair = argument.split("=", 2);
      if (pair.length != 2 || !known.contains(pair[0].strip())) {
        throw error(
            "'"
                + argument.strip()
                + "' in '"
                + spec
                + "' is not one of "
                + known.stream().sorted().toList());
      }
      if (named.put(pair[0].strip(), pair[1].strip()) != null) {
        throw error("'" + pair[0].strip() + "' in '" + spec + "' is set twice");
      }
    }
    return named;
  }

  private List<String> split(String part, char separator) {
    List<String> pieces = new ArrayList<>();
    int depth = 0;
    int start = 0;
    boolean quoted = false;
    for (int i = 0; i < part.length(); i++) {
      char c = part.charAt(i);
      quoted ^= c == '`';
      depth += quoted ? 0 : c == '(' ? 1 : c == ')' ? -1 : 0;
      if (depth < 0) {
        throw error("a ')' has no '('");
      }
      if (c == separator && depth == 0 && !quoted) {
        pieces.add(part.substring(start, i));
        start = i + 1;
      }
    }
    if (depth > 0) {
      throw error("a '(' is not closed");
    }
    pieces.add(part.substring(start));
    return pieces;
  }

  private BadSetting error(String what) {
    return new BadSetting("bad-library", "library '" + text + "'", what, CURE);
  }
}
