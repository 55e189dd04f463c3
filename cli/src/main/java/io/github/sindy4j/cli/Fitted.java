package io.github.sindy4j.cli;

import io.github.sindy4j.Sindy;
import io.github.sindy4j.SindyFit;
import io.github.sindy4j.StreamedFit;
import io.github.sindy4j.data.DataSummary;
import io.github.sindy4j.data.Dataset;
import io.github.sindy4j.io.SavedModel;
import io.github.sindy4j.io.StoredFile;
import io.github.sindy4j.notice.Unsupported;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A fit to a file, held or streamed.
 *
 * @param fit what was found
 * @param saved what a model file says of it
 * @param data what was fitted, in a few numbers
 */
record Fitted(SindyFit fit, SavedModel saved, DataSummary data) {
  /** Larger files are streamed, in bytes. */
  private static final long LARGEST_HELD = 256L << 20;

  /** Files larger than this part of the heap are, too: numbers and rates take up to six times. */
  private static final int PARTS_OF_HEAP = 10;

  static Fitted of(SindyFit fit) {
    SavedModel saved = SavedModel.of(fit);
    return new Fitted(fit, saved, saved.data().orElseThrow());
  }

  private static Fitted of(StreamedFit streamed) {
    return new Fitted(streamed.fit(), SavedModel.of(streamed), streamed.outline().summary());
  }

  /** The fit to a file that is never held as a whole. */
  static Fitted streamed(Sindy sindy, Path file, DataOptions columns) {
    sindy.obstacleToStreaming().ifPresent(Fitted::refuse);
    try (StoredFile stored = columns.store(file)) {
      return of(sindy.fit(stored));
    }
  }

  private static void refuse(Unsupported obstacle) {
    throw obstacle;
  }

  /** The same where the file is large, and can be read so; else empty. */
  static Optional<Fitted> streamedIfLarge(Sindy sindy, Path file, DataOptions columns) {
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

  /** The fit to data that are held. */
  static Fitted held(Sindy sindy, Dataset data) {
    return of(sindy.fit(data));
  }
}
