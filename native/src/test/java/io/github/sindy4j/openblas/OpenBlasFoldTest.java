package io.github.sindy4j.openblas;

import io.github.sindy4j.linalg.LargeFoldContract;

/** Large folds take OpenBLAS here, as {@link OpenBlasKernelTest} makes sure. */
class OpenBlasFoldTest implements LargeFoldContract {}
