package io.github.sindy4j.io;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.sindy4j.Sindy;
import io.github.sindy4j.basis.PolynomialLibrary;
import io.github.sindy4j.derivative.FiniteDifference;
import io.github.sindy4j.regress.Stlsq;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A pipe that carries several times what the memory of the program holds. */
class PassingMemoryTest {
  private static final int ROWS = 1_500_000;

  /** The rows of a pendulum, made when they are asked for. */
  private static final class Rows extends InputStream {
    private int row;
    private byte[] line = "t,x,v\n".getBytes(StandardCharsets.US_ASCII);
    private int at;

    @Override
    public int read() {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(byte[] target, int from, int count) {
      if (at == line.length) {
        if (row == ROWS) {
          return -1;
        }
        double t = 0.001 * row++;
        String next = t + "," + Math.cos(2 * t) + "," + -2 * Math.sin(2 * t) + "\n";
        line = next.getBytes(StandardCharsets.US_ASCII);
        at = 0;
      }
      int some = Math.min(count, line.length - at);
      System.arraycopy(line, at, target, from, some);
      at += some;
      return some;
    }
  }

  /** What the child process runs. */
  static final class Child {
    private Child() {}

    public static void main(String[] args) throws IOException {
      Rows rows = new Rows();
      byte[] beginning = rows.readNBytes(1 << 16);
      Sindy.over(PolynomialLibrary.ofDegree(3))
          .differentiatedBy(FiniteDifference.ofOrder(4))
          .solvedBy(Stlsq.defaults())
          .fit(PassingTable.open("a pipe", beginning, rows, CsvOptions.defaults()))
          .fit()
          .model()
          .equations()
          .forEach(System.out::println);
    }
  }

  @Test
  void ninetyMegabytesAreFittedInAHeapOfThirtyTwo() throws Exception {
    Process child =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx32m",
                    "-cp",
                    System.getProperty("java.class.path"),
                    Child.class.getName()))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String out = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, child.waitFor());
    assertEquals("x' = 1.000 v\nv' = -4.000 x\n", out);
  }
}
