package io.github.sindy4j.bench.recovery;

import io.github.sindy4j.notice.BadSetting;

/** The methods that can be asked for. */
enum Method {
  NUCLEAR("nuclear", Nuclear.defaults()),
  MINIMUM_RANK("minimum-rank", LeastRank.defaults());

  private final String word;
  private final RecoveryMethod recovery;

  Method(String word, RecoveryMethod recovery) {
    this.word = word;
    this.recovery = recovery;
  }

  String word() {
    return word;
  }

  RecoveryMethod recovery() {
    return recovery;
  }

  static Method parse(String word) {
    for (Method method : values()) {
      if (method.word.equals(word)) {
        return method;
      }
    }
    throw new BadSetting(
        "unknown-method", "--method", "is not known: " + word, "Write nuclear or minimum-rank");
  }
}
