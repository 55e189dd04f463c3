package io.github.sindy4j.datasets.recovery;

import io.github.sindy4j.notice.BadSetting;

/** In which norm the derivatives along the candidates are measured. */
public enum RecoveryOperator {
  /** That of L² on the box, exactly. The same for all seeds. */
  EXACT("exact"),
  /**
   * The mean over one random point more than the space of derivatives has dimensions, as in the
   * published experiment and at its points; another draw for each seed.
   */
  SAMPLED("sampled");

  private final String word;

  RecoveryOperator(String word) {
    this.word = word;
  }

  /** How it is written: {@code exact} or {@code sampled}. */
  public String word() {
    return word;
  }

  /** Reads its word. */
  public static RecoveryOperator parse(String word) {
    for (RecoveryOperator operator : values()) {
      if (operator.word.equals(word)) {
        return operator;
      }
    }
    throw new BadSetting(
        "unknown-operator", "operator", "is not known: " + word, "Write exact or sampled");
  }
}
