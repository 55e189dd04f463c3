package io.github.sindy4j.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The beginning of a NumPy array file, formats 1.0 to 3.0: {@code \x93NUMPY}, two bytes of version,
 * the length of the header in two bytes (four from 2.0 on), and a header such as {@code {'descr':
 * '<f8', 'fortran_order': False, 'shape': (1000, 4), }}.
 *
 * @param type of the numbers
 * @param order of their bytes
 * @param byColumns whether columns are stored one after another, not rows
 * @param rows T
 * @param cols m, 1 for arrays of one dimension
 * @param offset where the numbers begin, in bytes
 */
record NpyHeader(Type type, ByteOrder order, boolean byColumns, long rows, int cols, long offset) {
  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
  private static final int LONGEST = 1 << 16;
  private static final Pattern DESCR = Pattern.compile("'descr'\\s*:\\s*(\\[|'([^']*)')");
  private static final Pattern ORDER = Pattern.compile("'fortran_order'\\s*:\\s*(True|False)");
  private static final Pattern SHAPE = Pattern.compile("'shape'\\s*:\\s*\\(([0-9,\\sL]*)\\)");

  /** The numbers that can be read. */
  enum Type {
    F4(4),
    F8(8),
    I4(4),
    I8(8);

    private final int bytes;

    Type(int bytes) {
      this.bytes = bytes;
    }

    int bytes() {
      return bytes;
    }

    /** The number at this position, as the nearest double. */
    double get(ByteBuffer buffer, int position) {
      return switch (this) {
        case F4 -> buffer.getFloat(position);
        case F8 -> buffer.getDouble(position);
        case I4 -> buffer.getInt(position);
        case I8 -> buffer.getLong(position);
      };
    }
  }

  /** Reads it from the beginning of a file, and checks that the numbers follow. */
  static NpyHeader read(FileChannel channel, Place place) throws IOException {
    ByteBuffer start = bytes(channel, 0, 12).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < MAGIC.length; i++) {
      if (start.limit() < 12 || start.get(i) != MAGIC[i]) {
        throw place.bad(
            "not-npy",
            "it does not begin as a NumPy array does",
            "Write it with numpy.save; other files need another ending than .npy");
      }
    }
    int version = start.get(6);
    if (version < 1 || version > 3) {
      throw place.bad(
          "npy-version",
          "its format " + version + "." + start.get(7) + " is not known",
          "Formats 1.0, 2.0 and 3.0 are; write it with numpy.save");
    }
    int begin = version == 1 ? 10 : 12;
    long length = version == 1 ? start.getShort(8) & 0xFFFF : start.getInt(8) & 0xFFFFFFFFL;
    ByteBuffer text = bytes(channel, begin, (int) Math.min(LONGEST, length));
    String header = StandardCharsets.UTF_8.decode(text).toString();
    NpyHeader found = parse(header, begin + length, place);
    long expected = found.offset + found.rows * found.cols * found.type.bytes();
    if (channel.size() < expected) {
      throw place.bad(
          "npy-cut-short",
          "it ends after " + channel.size() + " bytes where its header promises " + expected,
          "Write it again, or copy it whole");
    }
    return found;
  }

  private static ByteBuffer bytes(FileChannel channel, long from, int count) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(count);
    while (buffer.hasRemaining() && channel.read(buffer, from + buffer.position()) >= 0) {}
    return buffer.flip();
  }

  private static NpyHeader parse(String header, long offset, Place place) {
    Matcher descr = DESCR.matcher(header);
    Matcher order = ORDER.matcher(header);
    Matcher shape = SHAPE.matcher(header);
    if (!descr.find() || !order.find() || !shape.find()) {
      throw place.bad(
          "npy-header", "its header cannot be read: " + header.strip(), "Write it with numpy.save");
    }
    String type = Optional.ofNullable(descr.group(2)).orElse("");
    if (type.isEmpty()) {
      throw place.bad(
          "npy-structured",
          "it is an array of records",
          "Save a plain array: numpy.column_stack([a[name] for name in a.dtype.names])");
    }
    long[] sizes =
        Stream.of(shape.group(1).split(","))
            .map(size -> size.replace("L", "").strip())
            .filter(size -> !size.isEmpty())
            .mapToLong(Long::parseLong)
            .toArray();
    if (sizes.length < 1 || sizes.length > 2 || (sizes.length == 2 && sizes[1] > 1 << 20)) {
      throw place.bad(
          "npy-shape",
          "it has the shape (" + shape.group(1).strip() + "), which is no table",
          "Give one row a sample and one column a quantity: a.reshape(len(a), -1)");
    }
    return new NpyHeader(
        type(type, place),
        type.startsWith(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN,
        order.group(1).equals("True"),
        sizes[0],
        sizes.length == 1 ? 1 : (int) sizes[1],
        offset);
  }

  private static Type type(String descr, Place place) {
    String known = descr.substring(1).toUpperCase(Locale.ROOT);
    return Stream.of(Type.values())
        .filter(type -> "<>".indexOf(descr.charAt(0)) >= 0 && type.name().equals(known))
        .filter(type -> descr.charAt(1) == 'f' || descr.charAt(1) == 'i')
        .findFirst()
        .orElseThrow(
            () ->
                place.bad(
                    "npy-type",
                    "its numbers are of type '" + descr + "'",
                    "Types f4, f8, i4 and i8 can be read: save a.astype(float)"));
  }
}
