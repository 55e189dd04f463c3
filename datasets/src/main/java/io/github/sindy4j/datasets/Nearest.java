package io.github.sindy4j.datasets;

import io.github.sindy4j.notice.BadSetting;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Says which name was probably meant, by the number of edited letters. */
final class Nearest {
  private Nearest() {}

  /** The refusal of an unknown name. */
  static BadSetting unknown(String kind, String name, List<String> known) {
    String wanted = name.strip().toLowerCase(Locale.ROOT).replace('_', '-').replace(' ', '-');
    String nearest =
        known.stream().min(Comparator.comparingInt(k -> distance(wanted, k))).orElse("");
    boolean close =
        !nearest.isEmpty() && distance(wanted, nearest) <= Math.max(2, nearest.length() / 2);
    return new BadSetting(
        "unknown-" + kind.replace(' ', '-'),
        "",
        "there is no " + kind + " '" + name + "'",
        (close ? "Did you mean " + nearest + "? " : "") + "There are " + String.join(", ", known));
  }

  /** How many letters must be inserted, removed or replaced to make b of a. */
  static int distance(String a, String b) {
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
