package io.github.sindy4j.notice;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Which name was probably meant, by the number of letters to edit. */
public final class Nearest {
  private Nearest() {}

  /** {@code "Did you mean x? "}, or nothing when no name is near. */
  public static String hint(String name, List<String> known) {
    String wanted = name.toLowerCase(Locale.ROOT);
    return known.stream()
        .min(Comparator.comparingInt(k -> distance(wanted, k.toLowerCase(Locale.ROOT))))
        .filter(k -> distance(wanted, k.toLowerCase(Locale.ROOT)) <= k.length() / 2)
        .map(k -> "Did you mean " + k + "? ")
        .orElse("");
  }

  /**
   * How many letters must be inserted, removed or replaced to make b of a. Source: Levenshtein,
   * Soviet Physics Doklady 10, 1966.
   */
  public static int distance(String a, String b) {
    int[] previous = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] row = new int[b.length() + 1];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replaced, 1 + Math.min(previous[j], row[j - 1]));
      }
      previous = row;
    }
    return previous[b.length()];
  }
}
