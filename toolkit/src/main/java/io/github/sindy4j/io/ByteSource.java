package io.github.sindy4j.io;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** Bytes that can be read from any place by any thread: a file, or what was read into memory. */
interface ByteSource {
  /** How many there are. */
  long size() throws IOException;

  /** Reads from a place on; how many, or less than 0 where there are none. */
  int read(ByteBuffer target, long position) throws IOException;

  /** All bytes, from the first on. */
  InputStream stream() throws IOException;

  /** Those of an open file. */
  static ByteSource of(FileChannel channel) {
    return new ByteSource() {
      @Override
      public long size() throws IOException {
        return channel.size();
      }

      @Override
      public int read(ByteBuffer target, long position) throws IOException {
        return channel.read(target, position);
      }

      @Override
      public InputStream stream() {
        return new InputStream() {
          private long position;

          @Override
          public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
          }

          @Override
          public int read(byte[] bytes, int from, int count) throws IOException {
            int done = channel.read(ByteBuffer.wrap(bytes, from, count), position);
            position += Math.max(0, done);
            return done;
          }
        };
      }
    };
  }

  /** Those of an array, which must not be written to. */
  static ByteSource of(byte[] bytes) {
    return new ByteSource() {
      @Override
      public long size() {
        return bytes.length;
      }

      @Override
      public int read(ByteBuffer target, long position) {
        if (position >= bytes.length) {
          return -1;
        }
        int count = (int) Math.min(target.remaining(), bytes.length - position);
        target.put(bytes, (int) position, count);
        return count;
      }

      @Override
      public InputStream stream() {
        return new ByteArrayInputStream(bytes);
      }
    };
  }
}
