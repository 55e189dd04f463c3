package io.github.sindy4j.linalg;

import org.ojalgo.matrix.store.R064Store;

/** Matrices as ojAlgo takes them. */
final class Store {
  private Store() {}

  /** A copy. */
  static R064Store of(Matrix a) {
    return of(a, a.rows());
  }

  /** A copy with rows of zeros appended until there are at least so many. */
  static R064Store of(Matrix a, int leastRows) {
    R064Store store = R064Store.FACTORY.make(Math.max(a.rows(), leastRows), a.cols());
    for (int i = 0; i < a.rows(); i++) {
      for (int j = 0; j < a.cols(); j++) {
        store.set(i, j, a.get(i, j));
      }
    }
    return store;
  }
}
