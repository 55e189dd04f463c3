package io.github.sindy4j.bench.noisy;

import io.github.sindy4j.Approach;
import io.github.sindy4j.notice.BadSetting;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The methods by the words of the command line. A word with {@code +symmetry} behind it is the same
 * method, told the symmetry of each system.
 */
final class NoisyMethods {
  static final String SYMMETRY = "+symmetry";

  private static final Map<String, NoisyMethod> METHODS = methods();

  private NoisyMethods() {}

  private static Map<String, NoisyMethod> methods() {
    Map<String, NoisyMethod> methods = new LinkedHashMap<>();
    methods.put("auto", SindyMethod.automatic());
    for (String way : List.of("differential", "weak", "smoother")) {
      methods.put(way, new SindyMethod(sindy -> sindy.formulatedBy(Approach.parse(way))));
    }
    return methods;
  }

  static List<String> words() {
    return List.copyOf(METHODS.keySet());
  }

  static boolean isTold(String word) {
    return word.endsWith(SYMMETRY);
  }

  /** Checks a word. */
  static String known(String word) {
    plain(word);
    return word;
  }

  /** Checks the word of a method that is not told a symmetry. */
  static String untold(String word) {
    BadSetting.require(
        !isTold(word), "--times", "takes no " + SYMMETRY, "Lorenz has no symmetry to be told");
    return known(word);
  }

  /** The method of this word on this case; only a case with a symmetry has one that is told. */
  static NoisyMethod on(NoisyCase on, String word) {
    NoisyMethod method = plain(word);
    return isTold(word) ? method.enforcing(on.symmetry().orElseThrow()) : method;
  }

  /** The method of this word, told nothing. */
  static NoisyMethod plain(String word) {
    String plain = isTold(word) ? word.substring(0, word.length() - SYMMETRY.length()) : word;
    NoisyMethod method = METHODS.get(plain);
    if (method == null) {
      throw new BadSetting(
          "unknown-method",
          "--method",
          "does not know '" + word + "'",
          "Write " + String.join(", ", words()) + ", each with " + SYMMETRY + " behind it or not");
    }
    return method;
  }
}
