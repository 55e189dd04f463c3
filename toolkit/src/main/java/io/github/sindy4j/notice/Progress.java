package io.github.sindy4j.notice;

/** Told how far long work has come; may be called from several threads. */
@FunctionalInterface
public interface Progress {
  /** Nobody listens. */
  Progress NONE = (stage, done, total) -> {};

  /** {@code done} of {@code total} units of {@code stage} are finished. */
  void report(String stage, long done, long total);
}
