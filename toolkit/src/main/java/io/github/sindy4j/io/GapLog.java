package io.github.sindy4j.io;

import io.github.sindy4j.notice.Notice;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Collects the gaps of a file and tells them in one notice for each kind: how many, and where the
 * first few are.
 */
final class GapLog {
  private static final int PLACES = 3;

  /** What separates two samples. */
  enum Kind {
    BLANK_ROW("gap-blank-row"),
    MISSING_STATES("gap-missing-states"),
    TIME_STEP("gap-time-step");

    private final String code;

    Kind(String code) {
      this.code = code;
    }
  }

  private record Gap(String trajectory, double before, double after, String reason) {}

  private final String unit;
  private final Map<Kind, List<Gap>> gaps = new EnumMap<>(Kind.class);
  private final List<Integer> droppedLines = new ArrayList<>();
  private int dropped;

  /** {@code unit}: what is counted in the file, such as lines. */
  GapLog(String unit) {
    this.unit = unit;
  }

  /** A gap between two samples; {@code medianStep} is the median step of the trajectory. */
  void add(Kind kind, String trajectory, double before, double after, double medianStep) {
    gaps.computeIfAbsent(kind, k -> new ArrayList<>())
        .add(new Gap(trajectory, before, after, reason(kind, after - before, medianStep)));
  }

  /** A row that has a time but no state. */
  void drop(int line) {
    dropped++;
    if (droppedLines.size() < PLACES) {
      droppedLines.add(line);
    }
  }

  /** {@code single}: there is one trajectory, which need not be named. */
  List<Notice> notices(boolean single) {
    List<Notice> notices = new ArrayList<>();
    gaps.forEach((kind, found) -> notices.add(Notice.info(kind.code, text(found, single))));
    if (dropped > 0) {
      String lines = droppedLines.stream().map(String::valueOf).collect(Collectors.joining(", "));
      notices.add(
          Notice.info(
              "rows-left-out",
              (dropped == 1
                      ? "1 row without any state was left out (" + unit + " "
                      : dropped + " rows without any state were left out (" + unit + "s ")
                  + lines
                  + (dropped > PLACES ? ", …)" : ")")));
    }
    return notices;
  }

  private static String text(List<Gap> found, boolean single) {
    List<String> names = found.stream().map(Gap::trajectory).distinct().toList();
    boolean several = !single && names.size() > 1;
    String scope =
        single
            ? ""
            : several ? " in " + names.size() + " trajectories" : " in trajectory " + names.get(0);
    String places =
        found.stream()
            .limit(PLACES)
            .map(gap -> (several ? "in trajectory " + gap.trajectory() + " " : "") + place(gap))
            .collect(Collectors.joining(", "));
    return found.size()
        + (found.size() == 1 ? " gap" : " gaps")
        + scope
        + ": "
        + places
        + (found.size() > PLACES ? ", …" : "");
  }

  private static String place(Gap gap) {
    return "between t = "
        + plain(gap.before())
        + " and t = "
        + plain(gap.after())
        + " ("
        + gap.reason()
        + ")";
  }

  private static String reason(Kind kind, double step, double medianStep) {
    return switch (kind) {
      case BLANK_ROW -> "blank row";
      case MISSING_STATES -> "every state missing";
      case TIME_STEP ->
          "time step "
              + brief(step, 4)
              + " is "
              + brief(step / medianStep, 2)
              + " times the median";
    };
  }

  private static String plain(double value) {
    String text = Double.toString(value);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }

  private static String brief(double value, int digits) {
    if (!Double.isFinite(value)) {
      return Double.toString(value);
    }
    BigDecimal rounded = new BigDecimal(value).round(new MathContext(digits)).stripTrailingZeros();
    return rounded.scale() < 0 && rounded.precision() - rounded.scale() < 7
        ? rounded.toPlainString()
        : rounded.toString();
  }
}
