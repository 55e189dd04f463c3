package io.github.sindy4j.formulation;

import io.github.sindy4j.basis.Library;
import io.github.sindy4j.data.Samples;
import io.github.sindy4j.linalg.Block;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.TriangularFold;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.regress.RowSource;
import java.util.ArrayList;
import java.util.List;

/**
 * The rows [θ(xₜ) | yₜ] of samples of a function, evaluated anew whenever they are asked for. The
 * values are what they are: no systematic errors.
 */
public final class SampleRows implements RowSource {
  private final Samples samples;
  private final Library library;
  private final HeldOutBlocks blocks;
  private final List<RowChunk> chunks = new ArrayList<>();

  private SampleRows(Samples samples, Library library) {
    this.samples = samples;
    this.library = library;
    this.blocks = HeldOutBlocks.of(samples.size());
    int most = TriangularFold.blockRows(library.size() + samples.outputs().cols());
    int next = 0;
    while (next < samples.size()) {
      int size = (int) Math.min(most, Math.min(samples.size(), blocks.end(next)) - next);
      chunks.add(new Chunk(next, size, blocks.fold(next)));
      next += size;
    }
  }

  /** The rows of these samples over a library of their inputs. */
  public static SampleRows of(Samples samples, Library library) {
    if (!library.variables().equals(samples.schema().inputNames())) {
      throw new IllegalArgumentException(
          "SampleRows: the library is over "
              + library.variables()
              + " but the inputs are "
              + samples.schema().inputNames());
    }
    return new SampleRows(samples, library);
  }

  @Override
  public Size size() {
    return new Size(library.size(), samples.outputs().cols(), blocks.folds());
  }

  @Override
  public List<RowChunk> chunks() {
    return chunks;
  }

  @Override
  public Vec responseBiases() {
    return Vec.zeros(samples.outputs().cols());
  }

  /** Θ, N×p, all rows together. */
  public Matrix terms() {
    int p = library.size();
    double[] theta = new double[Math.multiplyExact(samples.size(), p)];
    for (RowChunk chunk : chunks) {
      Block block = new Block(chunk.rows(), p + samples.outputs().cols());
      chunk.fill(block);
      for (int i = 0; i < chunk.rows(); i++) {
        for (int j = 0; j < p; j++) {
          theta[(int) (chunk.first() + i) * p + j] = block.get(i, j);
        }
      }
    }
    return Matrix.adopt(samples.size(), p, theta);
  }

  private final class Chunk implements RowChunk {
    private final int from;
    private final int size;
    private final int fold;

    Chunk(int from, int size, int fold) {
      this.from = from;
      this.size = size;
      this.fold = fold;
    }

    @Override
    public long first() {
      return from;
    }

    @Override
    public int rows() {
      return size;
    }

    @Override
    public int fold() {
      return fold;
    }

    @Override
    public void fill(Block target) {
      Block x = new Block(size, samples.inputs().cols());
      x.setRows(size);
      for (int j = 0; j < samples.inputs().cols(); j++) {
        samples.inputs().copyColumn(j, from, from + size, x.values(), x.offset(j));
      }
      library.evaluate(x, target);
      FiniteTerms.require(target, library, samples.name(), row -> "at sample " + (from + row + 1));
      for (int j = 0; j < samples.outputs().cols(); j++) {
        samples
            .outputs()
            .copyColumn(j, from, from + size, target.values(), target.offset(library.size() + j));
      }
    }

    @Override
    public void fillErrors(Block target) {
      target.setRows(size);
      for (int j = 0; j < samples.outputs().cols(); j++) {
        for (int i = 0; i < size; i++) {
          target.values()[target.offset(j) + i] = 0;
        }
      }
    }
  }
}
