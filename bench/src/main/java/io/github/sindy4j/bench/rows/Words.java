package io.github.sindy4j.bench.rows;

import java.util.Locale;

/** Numbers in the words of a progress line. */
public final class Words {
  private Words() {}

  /** Such as 1 row or 12 rows. */
  public static String rows(int count) {
    return count + (count == 1 ? " row" : " rows");
  }

  /** Such as 12 s, 5 min or 3.2 h. */
  public static String time(double seconds) {
    if (seconds < 100) {
      return String.format(Locale.ROOT, "%.0f s", seconds);
    }
    return seconds < 6000
        ? String.format(Locale.ROOT, "%.0f min", seconds / 60)
        : String.format(Locale.ROOT, "%.1f h", seconds / 3600);
  }
}
