package io.github.sindy4j;

import io.github.sindy4j.regress.LeastSquares;
import io.github.sindy4j.regress.Ridge;
import io.github.sindy4j.regress.SparseRegressor;
import io.github.sindy4j.regress.Stlsq;

/** How a regressor is written on the command line. */
final class RegressorText {
  private RegressorText() {}

  static String of(SparseRegressor regressor) {
    if (regressor instanceof LeastSquares) {
      return "least-squares";
    } else if (regressor instanceof Ridge ridge) {
      return "ridge:" + ridge.weight();
    } else if (regressor instanceof Stlsq stlsq) {
      return stlsq.threshold().isPresent()
          ? "stlsq:threshold=" + stlsq.threshold().getAsDouble() + ",ridge=" + stlsq.ridge()
          : "stlsq" + (stlsq.ridge() > 0 ? ":ridge=" + stlsq.ridge() : "");
    }
    return regressor.toString();
  }
}
