package io.github.sindy4j.cli;

import io.github.sindy4j.notice.BadSetting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The options that a user gave, for refusing those that would have no effect. */
final class OptionNames {
  private final List<String> given = new ArrayList<>();

  OptionNames with(String option, boolean isGiven) {
    if (isGiven) {
      given.add(option);
    }
    return this;
  }

  OptionNames with(String option, Optional<String> value) {
    return with(option, value.isPresent());
  }

  /** Refuses them, since they have no effect on {@code what}. */
  void refuse(String what, String cure) {
    BadSetting.require(
        given.isEmpty(),
        String.join(", ", given),
        (given.size() == 1 ? "has" : "have") + " no effect on " + what,
        cure);
  }
}
