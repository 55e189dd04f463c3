package io.github.sindy4j.regress;

class ElasticNetLassoTest implements SparseRegressorContract {
  @Override
  public SparseRegressor subject() {
    return Lasso.elasticNet();
  }
}
