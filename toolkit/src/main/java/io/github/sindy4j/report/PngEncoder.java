package io.github.sindy4j.report;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Writes PNG (8 bits for each of red, green and blue) with its resolution; smaller than the JDK's
 * writer for line art.
 */
final class PngEncoder {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

  private PngEncoder() {}

  /** The file for an image of type {@code TYPE_INT_RGB}. */
  static byte[] encode(BufferedImage image, double pixelsPerMetre) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 18);
    out.writeBytes(SIGNATURE);
    ByteBuffer header = ByteBuffer.allocate(13).putInt(image.getWidth()).putInt(image.getHeight());
    header.put((byte) 8).put((byte) 2).put((byte) 0).put((byte) 0).put((byte) 0);
    chunk(out, "IHDR", header.array(), 13);
    int density = (int) Math.round(pixelsPerMetre);
    chunk(
        out,
        "pHYs",
        ByteBuffer.allocate(9).putInt(density).putInt(density).put((byte) 1).array(),
        9);
    pixels(out, image);
    chunk(out, "IEND", new byte[0], 0);
    return out.toByteArray();
  }

  private static void pixels(ByteArrayOutputStream out, BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    int[] rgb = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    byte[] raw = new byte[height * (1 + 3 * width)];
    for (int row = 0, k = 0; row < height; row++) {
      raw[k++] = 0;
      for (int i = row * width; i < (row + 1) * width; i++) {
        raw[k++] = (byte) (rgb[i] >> 16);
        raw[k++] = (byte) (rgb[i] >> 8);
        raw[k++] = (byte) rgb[i];
      }
    }
    Deflater deflater = new Deflater(5);
    deflater.setInput(raw);
    deflater.finish();
    byte[] buffer = new byte[1 << 16];
    ByteArrayOutputStream packed = new ByteArrayOutputStream(1 << 18);
    while (!deflater.finished()) {
      packed.write(buffer, 0, deflater.deflate(buffer));
    }
    deflater.end();
    chunk(out, "IDAT", packed.toByteArray(), packed.size());
  }

  private static void chunk(ByteArrayOutputStream out, String type, byte[] data, int length) {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 check = new CRC32();
    check.update(name);
    check.update(data, 0, length);
    out.writeBytes(ByteBuffer.allocate(4).putInt(length).array());
    out.writeBytes(name);
    out.write(data, 0, length);
    out.writeBytes(ByteBuffer.allocate(4).putInt((int) check.getValue()).array());
  }
}
