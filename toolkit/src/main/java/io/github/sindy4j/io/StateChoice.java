package io.github.sindy4j.io;

import io.github.sindy4j.notice.Notice;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Which columns are the states, and what the user should know about how the columns were chosen.
 *
 * @param states the columns, counted from 0, at least one
 * @param notices columns that were left out, names and times that were guessed
 */
record StateChoice(List<Integer> states, List<Notice> notices) {
  static StateChoice of(Table table) {
    List<Notice> notices = new ArrayList<>();
    Header header = table.header();
    Roles roles = table.roles();
    if (header.generated()) {
      notices.add(
          Notice.info(
              "no-header",
              "the file has no header; its columns are called "
                  + String.join(", ", header.names())));
    } else if (roles.guessedTime()) {
      notices.add(
          Notice.info(
              "time-column",
              "no column is called t or time; '" + header.name(roles.time()) + "' was taken"));
    }
    if (!roles.automatic()) {
      return new StateChoice(roles.states(), notices);
    }
    List<Integer> states =
        roles.states().stream().filter(c -> table.numbers(c).hasNumber()).toList();
    notices.addAll(leftOut(table));
    if (states.isEmpty() && (table.rows() > 0 || roles.states().isEmpty())) {
      throw table
          .place()
          .bad(
              "no-states",
              "no numeric column is left for the states; the columns are "
                  + String.join(", ", header.names()),
              "Give at least one column of numbers beside the time");
    }
    return new StateChoice(states, notices);
  }

  private static List<Notice> leftOut(Table table) {
    List<String> reasons = new ArrayList<>();
    for (int c = 0; c < table.header().width(); c++) {
      String name = "'" + table.header().name(c) + "'";
      if (table.roles().states().contains(c)) {
        NumberColumn column = table.numbers(c);
        column.firstText().ifPresent(text -> reasons.add(name + " (holds text, '" + text + "')"));
        if (column.firstText().isEmpty() && !column.hasNumber()) {
          reasons.add(name + " (holds no value)");
        }
      } else if (table.header().unnamed().contains(c) && table.sinks()[c] == CellSink.SKIPPED) {
        reasons.add(name + " (has no name)");
      }
    }
    if (reasons.isEmpty()) {
      return List.of();
    }
    String start =
        reasons.size() == 1
            ? "1 column was left out: "
            : reasons.size() + " columns were left out: ";
    return List.of(
        Notice.warning(
            "columns-left-out", start + reasons.stream().collect(Collectors.joining(", "))));
  }
}
