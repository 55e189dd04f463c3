package io.github.sindy4j.cli;

import io.github.sindy4j.Sindy;
import io.github.sindy4j.SindyFit;
import io.github.sindy4j.StreamedFit;
import io.github.sindy4j.data.Dataset;
import io.github.sindy4j.io.PassingTable;
import io.github.sindy4j.io.SavedModel;
import io.github.sindy4j.io.StoredFile;
import io.github.sindy4j.notice.Notice;
import io.github.sindy4j.notice.Unsupported;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A fit to a file, held or streamed.
 *
 * @param fit what was found
 * @param summary makes what a model file says of it, and of all that was fitted
 */
record Fitted(SindyFit fit, Supplier<SavedModel> summary) {
  /** Larger files are streamed, in bytes. */
  private static final long LARGEST_HELD = 256L << 20;

  /** Files larger than this part of the heap are, too: numbers and rates take up to six times. */
  private static final int PARTS_OF_HEAP = 10;

  static Fitted of(SindyFit fit) {
    return new Fitted(fit, () -> SavedModel.of(fit));
  }

  private static Fitted of(StreamedFit streamed) {
    return new Fitted(streamed.fit(), () -> SavedModel.of(streamed));
  }

  /**
   * The fit to a file, streamed where that was asked for, or where the file is large and can be.
   *
   * @param prepare what is to be done before a long fit, once the data have been read
   */
  static Fitted file(
      Sindy sindy, Path file, DataOptions columns, boolean stream, Runnable prepare) {
    Optional<Fitted> streamed =
        stream
            ? Optional.of(streamed(sindy, file, columns))
            : streamedIfLarge(sindy, file, columns);
    if (streamed.isPresent()) {
      prepare.run();
      return streamed.get();
    }
    return held(sindy, columns.read(file), prepare);
  }

  /**
   * The fit to standard input: held where it is short, in one pass where that is enough, else from
   * a temporary file, with a notice that says why.
   */
  static Fitted input(
      Sindy sindy, StandardInput input, DataOptions columns, boolean stream, Runnable prepare) {
    if (stream) {
      sindy.obstacleToStreaming().ifPresent(Fitted::refuse);
    }
    if (input.whole()) {
      return held(sindy, columns.read(input), prepare);
    }
    PassingTable table;
    try {
      table = columns.pass(input);
    } catch (Unsupported notInBlocks) {
      return putDown(notInBlocks, sindy, input, columns, stream, prepare);
    }
    Optional<Unsupported> obstacle = sindy.obstacleToOnePass(table.heading());
    if (obstacle.isPresent()) {
      return putDown(obstacle.get(), sindy, input, columns, stream, prepare);
    }
    Fitted passed = of(sindy.fit(table));
    prepare.run();
    return passed;
  }

  private static Fitted putDown(
      Unsupported obstacle,
      Sindy sindy,
      StandardInput input,
      DataOptions columns,
      boolean stream,
      Runnable prepare) {
    return file(sindy, input.file(), columns, stream, prepare)
        .with(
            Notice.info(
                "input-put-down",
                "standard input was put down in a temporary file, to be read again: "
                    + obstacle.where()
                    + " "
                    + obstacle.what()));
  }

  private Fitted with(Notice notice) {
    return new Fitted(
        fit,
        () -> {
          SavedModel saved = summary.get();
          List<Notice> notices = new ArrayList<>(saved.notices());
          notices.add(notice);
          return saved.withNotices(notices);
        });
  }

  private static Fitted streamed(Sindy sindy, Path file, DataOptions columns) {
    sindy.obstacleToStreaming().ifPresent(Fitted::refuse);
    try (StoredFile stored = columns.store(file)) {
      return of(sindy.fit(stored));
    }
  }

  private static void refuse(Unsupported obstacle) {
    throw obstacle;
  }

  /** Streamed where the file is large, and can be read so; else empty. */
  private static Optional<Fitted> streamedIfLarge(Sindy sindy, Path file, DataOptions columns) {
    if (!isLarge(file) || sindy.obstacleToStreaming().isPresent()) {
      return Optional.empty();
    }
    try (StoredFile stored = columns.store(file)) {
      return Optional.of(of(sindy.fit(stored)));
    } catch (Unsupported notSo) {
      return Optional.empty(); // Whoever reads the whole file may understand more.
    }
  }

  private static boolean isLarge(Path file) {
    try {
      return Files.isRegularFile(file)
          && Files.size(file)
              > Math.min(LARGEST_HELD, Runtime.getRuntime().maxMemory() / PARTS_OF_HEAP);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Fitted held(Sindy sindy, Dataset data, Runnable prepare) {
    prepare.run();
    return of(sindy.fit(data));
  }
}
