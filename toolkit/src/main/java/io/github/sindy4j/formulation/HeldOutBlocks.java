package io.github.sindy4j.formulation;

/**
 * How N rows are cut into blocks of consecutive ones, dealt to the folds in turn.
 *
 * @param rows N
 * @param blocks at most 20, of at least so many rows, 4 by default
 * @param folds at most 5
 */
record HeldOutBlocks(long rows, int blocks, int folds) {
  private static final int FOLDS = 5;
  private static final int BLOCKS_PER_FOLD = 4;
  private static final int ROWS_PER_BLOCK = 4;

  static HeldOutBlocks of(long rows) {
    return of(rows, ROWS_PER_BLOCK);
  }

  static HeldOutBlocks of(long rows, int least) {
    int blocks = (int) Math.max(1, Math.min((long) FOLDS * BLOCKS_PER_FOLD, rows / least));
    return new HeldOutBlocks(rows, blocks, Math.min(FOLDS, blocks));
  }

  /** The fold of a row. */
  int fold(long row) {
    return (int) (block(row) % folds);
  }

  /** One past the last row of the block that holds this one. */
  long end(long row) {
    return ((block(row) + 1) * rows + blocks - 1) / blocks;
  }

  private long block(long row) {
    return row * blocks / rows;
  }
}
