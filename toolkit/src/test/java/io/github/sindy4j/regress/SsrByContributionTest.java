package io.github.sindy4j.regress;

class SsrByContributionTest implements SparseRegressorContract {
  @Override
  public SparseRegressor subject() {
    return Ssr.defaults().withRule(Ssr.Rule.CONTRIBUTION);
  }
}
