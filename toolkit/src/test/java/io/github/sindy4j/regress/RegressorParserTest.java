package io.github.sindy4j.regress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sindy4j.notice.BadSetting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegressorParserTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "least-squares",
        "ridge:0.05",
        "stlsq",
        "stlsq:ridge=0.5",
        "stlsq:threshold=0.1,ridge=0.0",
        "lasso",
        "lasso:weight=0.05",
        "lasso:weight=0.05,scaled=no,refit=no",
        "elastic-net",
        "elastic-net:weight=0.1,share=0.9",
        "elastic-net:share=0.9,exponent=2.0,refit=no",
        "adaptive-lasso",
        "adaptive-lasso:weight=0.01,exponent=2.0",
        "sr3",
        "sr3:weight=0.005,penalty=l1,relaxation=0.1,tolerance=1.0E-6,iterations=30",
        "sr3:weight=0.1,penalty=l2,scaled=no,refit=no",
        "ssr",
        "ssr:terms=3,by=contribution",
        "ssr:by=residual",
        "frols",
        "frols:terms=4",
        "omp",
        "omp:terms=2",
        "best-subset",
        "best-subset:terms=3",
        "best-subset:most=6,nodes=1000",
        "nnls",
        "bayes",
        "bayes:precision=0.1,noise=0.02,scaled=no,refit=no",
        "stability:threshold=0.75,draws=50,seed=1,base=lasso",
        "stability:threshold=0.9,draws=20,seed=7,base=stlsq:threshold=0.1,ridge=0.0"
      })
  void textIsReadBack(String text) {
    assertEquals(text, SparseRegressor.parse(text).text());
  }

  @Test
  void ridgeIsZeroWhenOnlyAThresholdIsGiven() {
    assertEquals(Stlsq.defaults().withThreshold(0.1), SparseRegressor.parse("stlsq:threshold=0.1"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "laso",
        "lasso:",
        "lasso:0.1",
        "lasso:weight=0.1,",
        "lasso:weight=-1",
        "lasso:scaled=maybe",
        "elastic-net:share=0",
        "sr3:penalty=l3",
        "sr3:penalty=l2",
        "sr3:iterations=2.5",
        "ssr:terms=-1",
        "ssr:by=age",
        "frols:terms=many",
        "omp:3",
        "best-subset:terms=2,most=3",
        "nnls:1",
        "bayes:precision=0",
        "stability:base=laso",
        "stability:threshold=0.4",
        "ridge",
        "ridge:x",
        "least-squares:1",
        "stlsq:0.1",
        "stlsq:threshold=1,threshold=2",
        "stlsq:",
        "stlsq:threshold=nan"
      })
  void anythingElseIsRefused(String text) {
    assertThrows(BadSetting.class, () -> SparseRegressor.parse(text));
  }

  @Test
  void theErrorSaysWhatWasMeantAndHowItIsWritten() {
    BadSetting word = assertThrows(BadSetting.class, () -> SparseRegressor.parse("laso"));
    assertTrue(word.cure().contains("Did you mean lasso?"), word.cure());
    assertTrue(word.cure().contains("best-subset:terms=K,most=M,nodes=N"), word.cure());
    BadSetting setting =
        assertThrows(BadSetting.class, () -> SparseRegressor.parse("sr3:threshold=0.1"));
    assertTrue(setting.cure().startsWith("Write sr3:weight=L"), setting.cure());
    BadSetting number =
        assertThrows(BadSetting.class, () -> SparseRegressor.parse("frols:terms=many"));
    assertTrue(String.valueOf(number.getMessage()).contains("terms 'many'"), number.getMessage());
  }
}
