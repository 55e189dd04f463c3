package io.github.sindy4j.io;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;

/** Files that are no text, which their first bytes tell. */
enum ForeignFile {
  ARRAY(
      "\u0093NUMPY", "it is a NumPy array, not text", "Give it as a file whose name ends in .npy"),
  GZIP(
      "\u001F\u008B", "it is compressed (gzip)", "Unpack it first: gunzip -c FILE | sindy4j fit -"),
  ZIP(
      "PK\u0003\u0004",
      "it is an archive (zip), as spreadsheets and numpy.savez write it",
      "Unpack it, or save the table as CSV"),
  UTF16(
      "\u00FF\u00FE",
      "it is text in UTF-16, not in UTF-8",
      "Save it as text in UTF-8; spreadsheet programs call that 'CSV UTF-8'"),
  UTF16_BIG("\u00FE\u00FF", UTF16.what, UTF16.cure);

  private static final int LONGEST = 8;

  /** One letter for each byte. */
  private final String start;

  private final String what;
  private final String cure;

  ForeignFile(String start, String what, String cure) {
    this.start = start;
    this.what = what;
    this.cure = cure;
  }

  /** Refuses bytes that begin as such a file does. */
  static void refuse(Place place, byte[] first) {
    String text =
        new String(first, 0, Math.min(first.length, LONGEST), StandardCharsets.ISO_8859_1);
    for (ForeignFile kind : values()) {
      if (text.startsWith(kind.start)) {
        throw place.bad("not-text", kind.what, kind.cure);
      }
    }
  }

  /** The same bytes, unless they begin as such a file does. */
  static InputStream refuse(Place place, InputStream in) throws IOException {
    byte[] first = in.readNBytes(LONGEST);
    refuse(place, first);
    PushbackInputStream whole = new PushbackInputStream(in, LONGEST);
    whole.unread(first);
    return whole;
  }
}
