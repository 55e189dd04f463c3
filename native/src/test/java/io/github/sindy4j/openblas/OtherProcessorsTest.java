package io.github.sindy4j.openblas;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The library has code for each kind of processor; this one can run that of older ones as well. */
class OtherProcessorsTest {
  private static final Path FEATURES = Path.of("/proc/cpuinfo");

  @ParameterizedTest
  @CsvSource({
    "Nehalem, sse4_2",
    "Sandybridge, avx",
    "Haswell, avx2",
    "Zen, avx2",
    "SkylakeX, avx512vl",
    "Cooperlake, avx512_bf16"
  })
  void itsCodeForThemKeepsTheSameRules(String processor, String feature) throws Exception {
    assumeTrue(Files.isReadable(FEATURES));
    assumeTrue(List.of(Files.readString(FEATURES).split("\\s+")).contains(feature));
    String said =
        FreshJava.run(
            OtherProcessorsTest.class, Map.of("OPENBLAS_CORETYPE", processor), jar -> true);
    assertTrue(said.endsWith(", " + processor), said);
  }

  /** Keeps the contract, or fails. */
  public static void main(String[] none) {
    OpenBlasKernelTest test = new OpenBlasKernelTest();
    test.addsAProduct();
    test.addsTheProductsOfColumns();
    test.solvesRowByRowWithABackwardErrorOfRounding();
    test.squaresRowsThatItDivides();
    test.aProductCutIntoPiecesHasTheBitsOfTheWhole();
    test.whateverTheLengthOfASumSmallPiecesHaveTheBitsOfLargeOnes();
    test.fewRowsAreDividedLikeManyByAWideTriangle();
    test.piecesOfAnySizeHaveTheBitsOfTheWhole();
    test.twoThreadsOrOneGiveTheSameBits();
    System.out.println(test.subject().name());
  }
}
