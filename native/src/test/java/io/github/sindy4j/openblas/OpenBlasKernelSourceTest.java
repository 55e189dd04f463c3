package io.github.sindy4j.openblas;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.sindy4j.linalg.Kernels;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OpenBlasKernelSourceTest {
  private static final String ASKED_FOR = "-D" + Kernels.SETTING + "=openblas";

  @Test
  void withoutAVectorKernelLargeWorkIsGivenToIt() throws Exception {
    String name = OpenBlas.load().orElseThrow().name();
    assertEquals(name, FreshJava.run(OpenBlasKernelSourceTest.class, Map.of(), jar -> true));
    String asked = FreshJava.run(OpenBlasKernelSourceTest.class, Map.of(), jar -> true, ASKED_FOR);
    assertEquals(name, asked);
  }

  @Test
  void whoAsksForAnotherGetsIt() throws Exception {
    String plain = "-D" + Kernels.SETTING + "=plain";
    assertEquals(
        "plain Java", FreshJava.run(OpenBlasKernelSourceTest.class, Map.of(), jar -> true, plain));
  }

  @Test
  void withoutTheLibraryOfThisMachineNothingIsSaidButToWhoAskedForIt() throws Exception {
    assertEquals(
        "plain Java",
        FreshJava.run(
            OpenBlasKernelSourceTest.class,
            Map.of(),
            jar -> !jar.matches(".*(linux|macosx|windows)-[a-z0-9_]+\\.jar")));
    assertEquals(
        "plain Java, not openblas",
        FreshJava.run(
            OpenBlasKernelSourceTest.class, Map.of(), jar -> !jar.contains("bytedeco"), ASKED_FOR));
  }

  /** Says what large work is given to, and what is missing. */
  public static void main(String[] none) {
    String missing = Kernels.missing().map(word -> ", not " + word).orElse("");
    System.out.println(Kernels.current().name() + missing);
  }
}
