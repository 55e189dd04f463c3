package io.github.sindy4j.io;

import io.github.sindy4j.linalg.Team;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.ObjIntConsumer;

/** The rows of a file in blocks that can be read in any order and by any thread. */
interface TableBlocks extends BlockOrder {
  /** How many there are. */
  int count();

  /** The rows of a block; empty where there is something that is not plain. */
  Optional<RowBlock> read(int block) throws IOException;

  @Override
  default <T> OptionalInt readAll(Function<RowBlock, T> alone, ObjIntConsumer<T> inOrder) {
    for (int first = 0; first < count(); first += WAVE) {
      int from = first;
      List<Optional<T>> wave =
          Team.map(Math.min(count() - from, WAVE), k -> readUnchecked(from + k).map(alone));
      for (int k = 0; k < wave.size(); k++) {
        if (wave.get(k).isEmpty()) {
          return OptionalInt.of(from + k);
        }
        inOrder.accept(wave.get(k).get(), from + k);
      }
    }
    return OptionalInt.empty();
  }

  /** {@link #read} for streams. */
  default Optional<RowBlock> readUnchecked(int block) {
    try {
      return read(block);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Adds every row to a table, the first line of them as this; whether all could be read. */
  default boolean appendTo(BlockTable table, long line) {
    long[] next = {line};
    return readAll(
            rows -> rows,
            (rows, block) -> {
              table.append(rows, next[0]);
              next[0] += rows.lines();
            })
        .isEmpty();
  }
}
