package io.github.sindy4j.linalg;

/**
 * X_k = Σⱼ xⱼ e^{−2πi jk/n} and its inverse, for any n, in O(n log n): powers of two by splitting
 * in halves, other lengths as a convolution with a chirp.
 *
 * <p>Source: J. W. Cooley and J. W. Tukey, Math. Comp. 19 (1965) 297–301; L. I. Bluestein, IEEE
 * Trans. Audio Electroacoust. 18 (1970) 451–455. Works in place on arrays of real and imaginary
 * parts.
 */
public final class FourierTransform {
  private FourierTransform() {}

  /** (re, im) ← its transform. */
  public static void forward(double[] re, double[] im) {
    Shape.requireEqual("FourierTransform: imaginary parts", re.length, im.length);
    int n = re.length;
    if (Integer.bitCount(n) <= 1) {
      split(re, im);
    } else {
      chirp(re, im);
    }
  }

  /** (re, im) ← what it is the transform of. */
  public static void inverse(double[] re, double[] im) {
    forward(im, re);
    for (int k = 0; k < re.length; k++) {
      re[k] /= re.length;
      im[k] /= im.length;
    }
  }

  private static void split(double[] re, double[] im) {
    int n = re.length;
    for (int i = 0, j = 0; i < n; i++) {
      if (i < j) {
        swap(re, i, j);
        swap(im, i, j);
      }
      int bit = n >> 1;
      while (bit > 0 && (j & bit) != 0) {
        j ^= bit;
        bit >>= 1;
      }
      j |= bit;
    }
    double[] cosines = new double[n / 2];
    double[] sines = new double[n / 2];
    for (int k = 0; k < n / 2; k++) {
      cosines[k] = Math.cos(2 * Math.PI * k / n);
      sines[k] = -Math.sin(2 * Math.PI * k / n);
    }
    for (int size = 2; size <= n; size *= 2) {
      int half = size / 2;
      for (int from = 0; from < n; from += size) {
        for (int k = 0; k < half; k++) {
          double c = cosines[k * (n / size)];
          double s = sines[k * (n / size)];
          int upper = from + k;
          int lower = upper + half;
          double turnedRe = c * re[lower] - s * im[lower];
          double turnedIm = s * re[lower] + c * im[lower];
          re[lower] = re[upper] - turnedRe;
          im[lower] = im[upper] - turnedIm;
          re[upper] += turnedRe;
          im[upper] += turnedIm;
        }
      }
    }
  }

  private static void swap(double[] x, int i, int j) {
    double kept = x[i];
    x[i] = x[j];
    x[j] = kept;
  }

  /** With jk = (j² + k² − (k − j)²)/2: a product, a convolution, a product. */
  private static void chirp(double[] re, double[] im) {
    int n = re.length;
    int size = Integer.highestOneBit(2 * n) * 2;
    double[] cosines = new double[n];
    double[] sines = new double[n];
    double[] aRe = new double[size];
    double[] aIm = new double[size];
    double[] bRe = new double[size];
    double[] bIm = new double[size];
    for (int j = 0; j < n; j++) {
      double angle = Math.PI * ((long) j * j % (2L * n)) / n;
      cosines[j] = Math.cos(angle);
      sines[j] = Math.sin(angle);
      aRe[j] = re[j] * cosines[j] + im[j] * sines[j];
      aIm[j] = im[j] * cosines[j] - re[j] * sines[j];
      int mirror = j == 0 ? 0 : size - j;
      bRe[j] = cosines[j];
      bIm[j] = sines[j];
      bRe[mirror] = cosines[j];
      bIm[mirror] = sines[j];
    }
    split(aRe, aIm);
    split(bRe, bIm);
    for (int k = 0; k < size; k++) {
      double product = aRe[k] * bRe[k] - aIm[k] * bIm[k];
      aIm[k] = aRe[k] * bIm[k] + aIm[k] * bRe[k];
      aRe[k] = product;
    }
    inverse(aRe, aIm);
    for (int k = 0; k < n; k++) {
      re[k] = aRe[k] * cosines[k] + aIm[k] * sines[k];
      im[k] = aIm[k] * cosines[k] - aRe[k] * sines[k];
    }
  }
}
