package io.github.sindy4j.kernels;

import io.github.sindy4j.linalg.LargeFoldContract;

/** Large folds take the vector kernel here, as {@link VectorKernelTest} makes sure. */
class VectorFoldTest implements LargeFoldContract {}
