package io.github.sindy4j.regress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

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
        "stlsq:threshold=0.1,ridge=0.0"
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
        "lasso",
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
}
