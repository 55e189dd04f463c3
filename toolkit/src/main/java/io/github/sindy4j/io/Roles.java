package io.github.sindy4j.io;

import io.github.sindy4j.notice.BadSetting;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Which column of a file means what; columns are counted from 0.
 *
 * @param time the column of times
 * @param guessedTime whether it was taken for want of a better one
 * @param trajectory the column of trajectory names
 * @param states the states; when {@code automatic}, candidates for states
 * @param automatic whether nobody named the states
 * @param controls the controls
 * @param rates the measured rates
 */
record Roles(
    int time,
    boolean guessedTime,
    OptionalInt trajectory,
    List<Integer> states,
    boolean automatic,
    List<Integer> controls,
    List<Integer> rates) {
  private static final Set<String> TRAJECTORY_NAMES = Set.of("traj", "trajectory", "trial", "run");
  private static final Set<String> TIME_NAMES = Set.of("t", "time");

  static Roles of(Header header, CsvOptions options, Place place) {
    return new Resolver(header, place).resolve(options);
  }

  /** Gives out columns, each once. */
  private static final class Resolver {
    private final Header header;
    private final Place place;
    private final Map<Integer, String> taken = new HashMap<>();

    Resolver(Header header, Place place) {
      this.header = header;
      this.place = place;
    }

    Roles resolve(CsvOptions options) {
      OptionalInt time = options.time().stream().mapToInt(name -> take(name, "time")).findFirst();
      OptionalInt trajectory =
          options.trajectory().stream().mapToInt(name -> take(name, "trajectory")).findFirst();
      List<Integer> states = options.states().stream().map(name -> take(name, "state")).toList();
      List<Integer> controls =
          options.controls().stream().map(name -> take(name, "control")).toList();
      List<Integer> rates = options.rates().stream().map(name -> take(name, "rate")).toList();
      if (trajectory.isEmpty()) {
        trajectory = claim("trajectory", c -> TRAJECTORY_NAMES.contains(lowerCase(c)));
      }
      if (time.isEmpty()) {
        time = claim("time", c -> TIME_NAMES.contains(header.name(c)));
      }
      if (time.isEmpty()) {
        time = claim("time", c -> TIME_NAMES.contains(lowerCase(c)));
      }
      boolean guessed = time.isEmpty();
      if (guessed) {
        time = claim("time", c -> true);
      }
      boolean automatic = states.isEmpty();
      if (automatic) {
        states = free().boxed().toList();
      }
      return new Roles(
          time.orElseThrow(this::noTime), guessed, trajectory, states, automatic, controls, rates);
    }

    private RuntimeException noTime() {
      return place.bad(
          "no-time",
          "no column is left for the time",
          "Name the time column, and give each column one role");
    }

    private int take(String name, String role) {
      int column = header.find(name).orElseThrow(() -> unknown(name, role));
      String before = taken.getOrDefault(column, "");
      if (!before.isEmpty()) {
        throw new BadSetting(
            "two-roles",
            place.text(),
            "the column '"
                + header.name(column)
                + "' is asked for "
                + (before.equals(role) ? "twice as " + role : "as " + before + " and as " + role),
            "Give each column one role");
      }
      taken.put(column, role);
      return column;
    }

    private RuntimeException unknown(String name, String role) {
      return place.bad(
          "unknown-column",
          "there is no column '" + name + "', asked for as " + role,
          (header.generated()
                  ? "It has no header; name its columns (--columns) or use "
                  : "The columns are ")
              + String.join(", ", header.names()));
    }

    private OptionalInt claim(String role, IntPredicate wanted) {
      OptionalInt column = free().filter(wanted).findFirst();
      column.ifPresent(c -> taken.put(c, role));
      return column;
    }

    /** The columns that have a name and no role. */
    private IntStream free() {
      return IntStream.range(0, header.width())
          .filter(c -> !taken.containsKey(c) && !header.unnamed().contains(c));
    }

    private String lowerCase(int column) {
      return header.name(column).toLowerCase(Locale.ROOT);
    }
  }
}
