package io.github.sindy4j.io;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;

/** Files that are no text, which their first bytes tell. */
enum ForeignFile {
  ARRAY(
      new int[] {0x93, 'N', 'U', 'M', 'P', 'Y'},
      "it is a NumPy array, not text",
      "Give it as a file whose name ends in .npy"),
  GZIP(
      new int[] {0x1F, 0x8B},
      "it is compressed (gzip)",
      "Unpack it first: gunzip -c FILE | sindy4j fit -"),
  ZIP(
      new int[] {'P', 'K', 3, 4},
      "it is an archive (zip), as spreadsheets and numpy.savez write it",
      "Unpack it, or save the table as CSV"),
  UTF16(
      new int[] {0xFF, 0xFE},
      "it is text in UTF-16, not in UTF-8",
      "Save it as text in UTF-8; spreadsheet programs call that 'CSV UTF-8'"),
  UTF16_BIG(new int[] {0xFE, 0xFF}, UTF16.what, UTF16.cure);

  private static final int LONGEST = 8;

  private final int[] start;
  private final String what;
  private final String cure;

  ForeignFile(int[] start, String what, String cure) {
    this.start = start;
    this.what = what;
    this.cure = cure;
  }

  /** Refuses bytes that begin as such a file does. */
  static void refuse(Place place, byte[] first) {
    for (ForeignFile kind : values()) {
      boolean begins = first.length >= kind.start.length;
      for (int i = 0; begins && i < kind.start.length; i++) {
        begins = (first[i] & 0xFF) == kind.start[i];
      }
      if (begins) {
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
