package io.github.sindy4j.report;

/**
 * Colours as 0xRRGGBB. Series take the palette of Okabe and Ito, which readers with impaired colour
 * vision can tell apart.
 */
final class Palette {
  static final int INK = 0x222222;
  static final int AXIS = 0x444444;
  static final int GRID = 0xE9E9E9;
  static final int GUIDE = 0xDDDDDD;
  static final int DATA = 0x9A9A9A;
  static final int DATA_LINE = 0xBDBDBD;
  static final int FLOW = 0xC9C9C9;
  static final int MUTED = 0x6A6A6A;
  static final int WHITE = 0xFFFFFF;
  static final int BAND = 0xF3F3F3;
  static final int BLUE = 0x0072B2;
  static final int VERMILION = 0xD55E00;
  static final int GREEN = 0x009E73;
  static final int AMBER = 0xE69F00;
  private static final int[] SERIES = {BLUE, VERMILION, GREEN, 0xCC79A7, AMBER, 0x56B4E9, 0x222222};

  private Palette() {}

  static int series(int index) {
    return SERIES[index % SERIES.length];
  }

  /** A colour with seven parts in ten of white. */
  static int tint(int colour) {
    int tinted = 0;
    for (int shift = 0; shift <= 16; shift += 8) {
      int part = colour >> shift & 0xFF;
      tinted |= (255 - (255 - part) * 3 / 10) << shift;
    }
    return tinted;
  }
}
