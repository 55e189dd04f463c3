package io.github.sindy4j.regress;

import io.github.sindy4j.notice.BadSetting;
import io.github.sindy4j.notice.Nearest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/** Reads what {@link SparseRegressor#text} writes. */
final class RegressorParser {
  /** How each is written, with all its settings. */
  private static final Map<String, String> FORMS = forms();

  private final String text;
  private final Map<String, String> settings = new LinkedHashMap<>();

  RegressorParser(String text) {
    this.text = text;
  }

  private static Map<String, String> forms() {
    Map<String, String> forms = new LinkedHashMap<>();
    forms.put("least-squares", "least-squares");
    forms.put("ridge", "ridge:ALPHA");
    forms.put("stlsq", "stlsq:threshold=T,ridge=A");
    forms.put("lasso", "lasso:weight=L,scaled=no,refit=no");
    forms.put("elastic-net", "elastic-net:weight=L,share=S,exponent=E,scaled=no,refit=no");
    forms.put("adaptive-lasso", "adaptive-lasso:weight=L,exponent=E,scaled=no,refit=no");
    forms.put(
        "sr3",
        "sr3:weight=L,penalty=l0|l1|l2,relaxation=N,tolerance=E,iterations=I,scaled=no,refit=no");
    forms.put("ssr", "ssr:terms=K,by=coefficient|contribution|residual");
    forms.put("frols", "frols:terms=K");
    forms.put("omp", "omp:terms=K");
    forms.put("best-subset", "best-subset:terms=K,most=M,nodes=N");
    forms.put("nnls", "nnls");
    forms.put("bayes", "bayes:precision=A,noise=S,scaled=no,refit=no");
    forms.put("stability", "stability:threshold=P,draws=D,seed=S,base=OPTIMIZER");
    return forms;
  }

  SparseRegressor parse() {
    String[] parts = text.strip().split(":", 2);
    String word = parts[0].strip();
    String form = FORMS.get(word);
    if (form == null) {
      throw unknown(word);
    }
    if (word.equals("ridge")) {
      return new Ridge(number("weight", parts.length == 2 ? parts[1] : ""));
    }
    if (parts.length == 2) {
      read(parts[1], form);
    }
    return make(word);
  }

  private SparseRegressor make(String word) {
    return switch (word) {
      case "stlsq" -> stlsq();
      case "lasso", "elastic-net", "adaptive-lasso" -> lasso(word);
      case "sr3" -> sr3();
      case "ssr" -> ssr();
      case "frols" -> forward(ForwardSelection.frols());
      case "omp" -> forward(ForwardSelection.matchingPursuit());
      case "best-subset" -> bestSubset();
      case "nnls" -> new Nnls();
      case "bayes" -> bayes();
      case "stability" -> stability();
      default -> new LeastSquares();
    };
  }

  private SparseRegressor stlsq() {
    Stlsq stlsq = Stlsq.defaults().withRidge(number("ridge", 0));
    return has("threshold") ? stlsq.withThreshold(number("threshold", 0)) : stlsq;
  }

  private SparseRegressor lasso(String word) {
    Lasso lasso =
        switch (word) {
          case "elastic-net" -> Lasso.elasticNet();
          case "adaptive-lasso" -> Lasso.adaptive();
          default -> Lasso.defaults();
        };
    lasso = lasso.withShare(number("share", lasso.share()));
    lasso = lasso.withExponent(number("exponent", lasso.exponent()));
    lasso = has("weight") ? lasso.withWeight(number("weight", 0)) : lasso;
    lasso = isOn("scaled") ? lasso : lasso.unscaled();
    return isOn("refit") ? lasso : lasso.withoutRefit();
  }

  private SparseRegressor sr3() {
    Sr3 sr3 = Sr3.defaults();
    sr3 = has("weight") ? sr3.withWeight(number("weight", 0)) : sr3;
    Sr3.Norm norm = choice("penalty", Sr3.Norm.values(), Sr3.Norm.L0);
    sr3 =
        new Sr3(
            sr3.weight(),
            norm,
            number("relaxation", sr3.relaxation()),
            number("tolerance", sr3.tolerance()),
            whole("iterations", sr3.iterations()),
            isOn("scaled"),
            isOn("refit"));
    return sr3;
  }

  private SparseRegressor ssr() {
    Ssr ssr = Ssr.defaults().withRule(choice("by", Ssr.Rule.values(), Ssr.Rule.COEFFICIENT));
    return has("terms") ? ssr.withTerms(whole("terms", 0)) : ssr;
  }

  private SparseRegressor forward(ForwardSelection selection) {
    return has("terms") ? selection.withTerms(whole("terms", 0)) : selection;
  }

  private SparseRegressor bestSubset() {
    BestSubset best = BestSubset.defaults();
    if (has("terms") && has("most")) {
      throw error("'" + text + "' has both terms and most", FORMS.getOrDefault("best-subset", ""));
    }
    best = best.upTo(whole("most", best.most())).withNodes(large("nodes", best.nodes()));
    return has("terms") ? best.withTerms(whole("terms", 0)) : best;
  }

  private SparseRegressor bayes() {
    EvidenceGreedy bayes = EvidenceGreedy.defaults();
    bayes = bayes.withPrecision(number("precision", bayes.precision()));
    bayes = has("noise") ? bayes.withNoise(number("noise", 1)) : bayes;
    bayes = isOn("scaled") ? bayes : bayes.unscaled();
    return isOn("refit") ? bayes : bayes.withoutRefit();
  }

  private SparseRegressor stability() {
    StabilitySelection plain = StabilitySelection.defaults();
    return StabilitySelection.of(
            has("base") ? new RegressorParser(value("base")).parse() : plain.base())
        .withThreshold(number("threshold", plain.threshold()))
        .withDraws(whole("draws", plain.draws()), large("seed", plain.seed()));
  }

  /** Splits {@code a=1,b=2}; a base takes everything behind it. */
  private void read(String arguments, String form) {
    List<String> known = names(form);
    String left = arguments;
    while (!left.isEmpty() || settings.isEmpty()) {
      boolean isBase = left.strip().startsWith("base=");
      int end = isBase || left.indexOf(',') < 0 ? left.length() : left.indexOf(',');
      String[] pair = left.substring(0, end).split("=", 2);
      String name = pair[0].strip();
      if (pair.length != 2 || !known.contains(name)) {
        throw error(
            "'" + left.substring(0, end).strip() + "' in '" + text + "' is not one of its settings",
            form);
      }
      if (settings.put(name, pair[1].strip()) != null) {
        throw error("'" + name + "' occurs twice in '" + text + "'", form);
      }
      boolean isTrailing = end == left.length() - 1;
      left = end < left.length() ? left.substring(end + 1) : "";
      if (isTrailing) {
        throw error("'" + text + "' ends with a comma", form);
      }
    }
  }

  private static List<String> names(String form) {
    String[] parts = form.split(":", 2);
    return parts.length < 2
        ? List.of()
        : List.of(parts[1].split(",")).stream().map(s -> s.split("=", 2)[0]).toList();
  }

  private boolean has(String name) {
    return settings.containsKey(name);
  }

  private String value(String name) {
    return settings.getOrDefault(name, "");
  }

  private double number(String name, double otherwise) {
    return has(name) ? number(name, value(name)) : otherwise;
  }

  private double number(String name, String digits) {
    return parsed(() -> Double.parseDouble(digits.strip()), name, digits, "a number");
  }

  private int whole(String name, int otherwise) {
    String digits = value(name);
    return has(name)
        ? parsed(() -> Integer.parseInt(digits), name, digits, "a whole number")
        : otherwise;
  }

  private long large(String name, long otherwise) {
    String digits = value(name);
    return has(name)
        ? parsed(() -> Long.parseLong(digits), name, digits, "a whole number")
        : otherwise;
  }

  private <T> T parsed(Supplier<T> reading, String name, String digits, String what) {
    try {
      return reading.get();
    } catch (NumberFormatException broken) {
      throw error("%s '%s' in '%s' is not %s".formatted(name, digits.strip(), text, what), form());
    }
  }

  /** Everything is on unless it says no. */
  private boolean isOn(String name) {
    String word = has(name) ? value(name) : "yes";
    if (!word.equals("yes") && !word.equals("no")) {
      throw error("%s '%s' in '%s' is neither yes nor no".formatted(name, word, text), form());
    }
    return word.equals("yes");
  }

  private <T extends Enum<T>> T choice(String name, T[] all, T otherwise) {
    if (!has(name)) {
      return otherwise;
    }
    for (T one : all) {
      if (one.name().toLowerCase(Locale.ROOT).equals(value(name))) {
        return one;
      }
    }
    throw error("%s '%s' in '%s' is unknown".formatted(name, value(name), text), form());
  }

  private String form() {
    return FORMS.getOrDefault(text.strip().split(":", 2)[0].strip(), "");
  }

  private BadSetting unknown(String word) {
    return new BadSetting(
        "bad-optimizer",
        "optimizer",
        "'" + text + "' is not an optimizer",
        Nearest.hint(word, List.copyOf(FORMS.keySet()))
            + "Write one of "
            + String.join("; ", FORMS.values()));
  }

  private static BadSetting error(String what, String form) {
    return new BadSetting("bad-optimizer", "optimizer", what, "Write " + form);
  }
}
