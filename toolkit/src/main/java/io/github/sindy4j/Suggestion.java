package io.github.sindy4j;

import io.github.sindy4j.data.Dataset;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.notice.Notice;
import io.github.sindy4j.regress.Stlsq;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What {@link Sindy#automatic} would choose for data, without fitting.
 *
 * @param settings library, derivative and optimizer, in the words of the command line
 * @param notices why
 * @param noise σ of each state, unless the rates are measured
 */
public record Suggestion(Map<String, String> settings, List<Notice> notices, Optional<Vec> noise) {
  /** Copies the collections. */
  public Suggestion {
    settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    notices = List.copyOf(notices);
  }

  /** The choices for these data. */
  public static Suggestion of(Dataset data) {
    Choices choices = new Choices(data);
    choices.library(Optional.empty());
    choices.form(Optional.empty());
    Map<String, String> settings = choices.settings();
    settings.put("optimizer", Stlsq.defaults().text());
    return new Suggestion(settings, choices.notices(), choices.noise());
  }
}
