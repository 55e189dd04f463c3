package io.github.sindy4j.datasets.recovery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sindy4j.notice.BadSetting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecoveryFamilyTest {
  @ParameterizedTest
  @CsvSource({"ortho-t:10:2:2", "ortho-se:30:1:2", "quad-se:5:2:2"})
  void isReadAsItIsWritten(String text) {
    assertEquals(text, RecoveryFamily.parse(text).text());
  }

  /** The counts of the page on minimum rank. */
  @ParameterizedTest
  @CsvSource({
    "ortho-t:10:1:2, 66, 12, 1",
    "ortho-t:20:1:2, 231, 22, 1",
    "ortho-t:10:2:2, 66, 22, 2",
    "ortho-t:10:1:3, 286, 13, 1",
    "ortho-t:6:1:4, 210, 10, 1",
    "ortho-t:50:1:2, 1326, 52, 1",
    "ortho-se:10:1:2, 66, 12, 10",
    "ortho-se:8:1:3, 165, 11, 8",
    "quad-se:10:1:1, 66, 12, 10",
    "quad-se:5:1:2, 126, 8, 5",
    "quad-se:5:2:2, 126, 17, 9",
  })
  void termsParametersAndRankAreCounted(String text, int terms, int freedom, int rank) {
    RecoveryFamily family = RecoveryFamily.parse(text);

    assertEquals(terms, family.librarySize());
    assertEquals(freedom, family.freedom());
    assertEquals(rank, family.rank());
  }

  @ParameterizedTest
  @CsvSource({
    "ortho-t:10:2, Write ortho-t:10:2:2",
    "ortho-x:10:2:2, 'Write ortho-t, ortho-se, quad-se'",
    "ortho-t:5:6:2, 1 to 3 are usual",
    "ortho-t:0:1:2, 5 to 50 are usual",
    "ortho-t:5:1:0, 2 to 4 are usual",
    "quad-se:5:2:1, take degree 2",
    "ortho-t:50:1:4, Take a smaller m or degree",
  })
  void mistakesAreToldWithACure(String text, String cure) {
    BadSetting refused = assertThrows(BadSetting.class, () -> RecoveryFamily.parse(text));

    assertTrue(refused.getMessage().contains(cure), refused.getMessage());
  }

  @Test
  void operatorsHaveWords() {
    assertEquals(RecoveryOperator.SAMPLED, RecoveryOperator.parse("sampled"));
    assertEquals("exact", RecoveryOperator.EXACT.word());
    assertTrue(
        assertThrows(BadSetting.class, () -> RecoveryOperator.parse("exakt"))
            .getMessage()
            .contains("Write exact or sampled"));
  }
}
