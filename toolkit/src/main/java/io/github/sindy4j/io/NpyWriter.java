package io.github.sindy4j.io;

import io.github.sindy4j.data.Legs;
import io.github.sindy4j.data.Segment;
import io.github.sindy4j.data.Trajectory;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.notice.Notice;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes trajectories as one array of rows. Its header says first how many rows there are: where
 * there turn out to be others than were promised, all is written again.
 */
final class NpyWriter {
  private final Legs legs;
  private final int cols;
  private final ByteBuffer row;
  private long rows;
  private int trajectory;
  private String id = "";

  NpyWriter(Legs legs) {
    this.legs = legs;
    this.cols = Npy.columns(legs).size();
    this.row = ByteBuffer.allocate(cols * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
  }

  List<Notice> write(Path target, boolean overwrite) {
    List<Notice> notices = new ArrayList<>();
    long promised = legs.samples();
    Output.writeBytes(target, overwrite, out -> notices.addAll(all(promised, out)));
    if (rows != promised) {
      long counted = rows;
      Output.writeBytes(target, true, out -> all(counted, out));
    }
    return notices;
  }

  private List<Notice> all(long promised, OutputStream target) throws IOException {
    rows = 0;
    trajectory = 0;
    id = "";
    OutputStream out = new BufferedOutputStream(target, 1 << 16);
    out.write(header(promised, cols));
    try {
      List<Notice> notices =
          legs.pass(
              leg -> {
                try {
                  write(leg, out);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
      out.flush();
      return notices;
    } catch (UncheckedIOException e) {
      throw Optional.ofNullable(e.getCause()).orElseGet(IOException::new);
    }
  }

  private void write(Trajectory leg, OutputStream out) throws IOException {
    trajectory += trajectory == 0 || !leg.id().equals(id) ? 1 : 0;
    id = leg.id();
    for (Segment segment : leg.segments()) {
      for (int i = segment.from() - (segment.from() > 0 ? 1 : 0); i < segment.to(); i++) {
        row.clear();
        if (legs.trajectories() > 1) {
          row.putDouble(trajectory);
        }
        if (i >= segment.from()) {
          put(leg, i);
        }
        while (row.hasRemaining()) {
          row.putDouble(Double.NaN);
        }
        out.write(row.array());
        rows++;
      }
    }
  }

  private void put(Trajectory leg, int i) {
    row.putDouble(leg.times().get(i));
    put(leg.states(), i);
    put(leg.controls(), i);
    leg.rates().ifPresent(rates -> put(rates, i));
  }

  private void put(Matrix values, int i) {
    for (int j = 0; j < values.cols(); j++) {
      row.putDouble(values.get(i, j));
    }
  }

  /** Format 1.0, padded so that the numbers begin at a multiple of 64 bytes. */
  private static byte[] header(long rows, int cols) {
    String text =
        "{'descr': '<f8', 'fortran_order': False, 'shape': (" + rows + ", " + cols + "), }";
    int length = (10 + text.length() + 1 + 63) / 64 * 64;
    ByteBuffer header = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    header.put((byte) 0x93).put("NUMPY".getBytes(StandardCharsets.US_ASCII));
    header.put((byte) 1).put((byte) 0).putShort((short) (length - 10));
    header.put(text.getBytes(StandardCharsets.US_ASCII));
    while (header.position() < length - 1) {
      header.put((byte) ' ');
    }
    return header.put((byte) '\n').array();
  }
}
