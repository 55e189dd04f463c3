package io.github.sindy4j;

import io.github.sindy4j.linalg.Kernels;
import io.github.sindy4j.linalg.Matrix;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Which sindy4j this is. */
public final class Version {
  private Version() {}

  /** The version of the toolkit, such as {@code 0.1.0}. */
  public static String toolkit() {
    try (InputStream in = Version.class.getResourceAsStream("version.txt")) {
      return in == null ? "unknown" : new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The version of Java it runs on. */
  public static String java() {
    return Runtime.version().toString();
  }

  /** What computes large folds and products; results have the same bits for the same kernel. */
  public static String kernel() {
    return Kernels.current().name();
  }

  /**
   * What computes a fit of so many rows, n of these coefficients to a term: little work is always
   * done by plain Java.
   */
  public static String kernel(long rows, Matrix coefficients) {
    double columns = coefficients.rows() + coefficients.cols();
    return Kernels.forWork(Kernels.foldWork(rows, columns)).name();
  }

  /** All of it in one line, for a fit of so many rows. */
  public static String line(long rows, Matrix coefficients) {
    return "sindy4j " + toolkit() + ", Java " + java() + ", kernel " + kernel(rows, coefficients);
  }
}
