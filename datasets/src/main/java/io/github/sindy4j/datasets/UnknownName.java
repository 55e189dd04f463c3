package io.github.sindy4j.datasets;

import io.github.sindy4j.notice.BadSetting;
import io.github.sindy4j.notice.Nearest;
import java.util.List;
import java.util.Locale;

/** The refusal of a name that is not in a list, with the one that was probably meant. */
final class UnknownName {
  private UnknownName() {}

  /** The refusal of an unknown name. */
  static BadSetting refused(String kind, String name, List<String> known) {
    String wanted = name.strip().toLowerCase(Locale.ROOT).replace('_', '-').replace(' ', '-');
    return new BadSetting(
        "unknown-" + kind.replace(' ', '-'),
        "",
        "there is no " + kind + " '" + name + "'",
        Nearest.hint(wanted, known) + "There are " + String.join(", ", known));
  }
}
