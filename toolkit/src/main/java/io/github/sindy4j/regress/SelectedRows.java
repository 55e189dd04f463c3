package io.github.sindy4j.regress;

import io.github.sindy4j.linalg.Block;
import io.github.sindy4j.linalg.Vec;
import java.util.List;

/** Rows of which only some terms are kept: all are computed, these are copied. */
record SelectedRows(RowSource all, List<Integer> terms) implements RowSource {
  SelectedRows {
    terms = List.copyOf(terms);
  }

  @Override
  public Size size() {
    return new Size(terms.size(), all.size().responses(), all.size().folds());
  }

  @Override
  public List<RowChunk> chunks() {
    return all.chunks().stream()
        .<RowChunk>map(chunk -> new Chunk(chunk, all.size(), terms))
        .toList();
  }

  @Override
  public Vec responseBiases() {
    return all.responseBiases();
  }

  private record Chunk(RowChunk whole, Size size, List<Integer> terms) implements RowChunk {
    @Override
    public long first() {
      return whole.first();
    }

    @Override
    public int rows() {
      return whole.rows();
    }

    @Override
    public int fold() {
      return whole.fold();
    }

    @Override
    public void fill(Block target) {
      Block block = new Block(Math.max(1, rows()), size.terms() + size.responses());
      whole.fill(block);
      target.setRows(block.rows());
      for (int c = 0; c < terms.size() + size.responses(); c++) {
        int from = c < terms.size() ? terms.get(c) : size.terms() + c - terms.size();
        System.arraycopy(
            block.values(), block.offset(from), target.values(), target.offset(c), block.rows());
      }
    }

    @Override
    public void fillErrors(Block target) {
      whole.fillErrors(target);
    }
  }
}
