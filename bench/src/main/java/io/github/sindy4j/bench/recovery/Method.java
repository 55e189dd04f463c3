package io.github.sindy4j.bench.recovery;

import io.github.sindy4j.notice.BadSetting;

/** The methods that can be asked for. */
enum Method {
  NUCLEAR("nuclear"),
  MINIMUM_RANK("minimum-rank");

  private final String word;

  Method(String word) {
    this.word = word;
  }

  String word() {
    return word;
  }

  RecoveryMethod recovery() {
    return switch (this) {
      case NUCLEAR -> Nuclear.defaults();
      case MINIMUM_RANK -> LeastRank.defaults();
    };
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
