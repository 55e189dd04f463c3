package io.github.sindy4j.regress;

class AdaptiveLassoTest implements SparseRegressorContract {
  @Override
  public SparseRegressor subject() {
    return Lasso.adaptive();
  }
}
