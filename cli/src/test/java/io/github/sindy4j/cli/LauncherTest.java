package io.github.sindy4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs {@code src/launcher/start} with a program in Java's place that shows how it was called. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
  private static final String NOTICE = "WARNING: Using incubator modules: jdk.incubator.vector";

  @TempDir private Path folder;

  private record Result(int code, List<String> out, List<String> err) {
    boolean isShort() {
      return out.contains("-XX:TieredStopAtLevel=1");
    }

    boolean hasVectors() {
      return out.contains("jdk.incubator.vector");
    }
  }

  @BeforeEach
  void makeJava() throws IOException {
    java("for word; do echo \"$word\"; done");
    Files.writeString(folder.resolve("small.csv"), "t,x,y\n0,1,2\n");
    Files.writeString(folder.resolve("wide.csv"), "t,a,b,c,d,e,f,g,h,i\n0,1,2,3,4,5,6,7,8,9\n");
    Files.writeString(folder.resolve("large.csv"), "t,x,y\n" + "0,1,2\n".repeat(400_000));
    Files.writeString(folder.resolve("jar"), "");
    Files.writeString(folder.resolve("archive"), "");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "--help",
        "datasets list",
        "fit hare-lynx",
        "fit small.csv",
        "fit small.csv --library polynomial:3 --json",
        "fit --out results --force small.csv --optimizer stlsq:threshold=0.1",
        "check small.csv --json",
        "score model.json small.csv"
      })
  void whatIsKnownToBeQuickHasTheFirstCompilerAlone(String words) throws Exception {
    Result result = run(words);
    assertTrue(result.isShort());
    assertFalse(result.hasVectors());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "version",
        "fit large.csv",
        "check large.csv",
        "fit wide.csv",
        "fit missing.csv",
        "fit small.csv --validate large.csv",
        "fit small.csv --library polynomial:5",
        "fit small.csv --ensemble 100",
        "fit small.csv --promote affine",
        "fit small.csv --optimizer subset",
        "discover small.csv",
        "regress small.csv --inputs x --outputs y",
        "simulate model.json --initial 1,2 --until 1 --step 0.1"
      })
  void allElseHasBothCompilersAndTheVectorKernels(String words) throws Exception {
    Result result = run(words);
    assertFalse(result.isShort());
    assertTrue(result.hasVectors());
  }

  @Test
  void theKernelThatIsAskedForIsNamedInLongRunsAlone() throws Exception {
    String asked = "-Dsindy4j.kernel=openblas";
    String before = "SINDY4J_KERNEL=openblas; ";
    assertTrue(runAfter(before, "discover", "model.json").out().contains(asked));
    assertFalse(runAfter(before, "fit", "small.csv").out().contains(asked));
    assertFalse(run("discover model.json").out().contains(asked));
  }

  @Test
  void vectorKernelsAreRehearsedInLongRunsAlone() throws Exception {
    String asked = "-Dsindy4j.rehearsal=true";
    assertTrue(run("fit large.csv").out().contains(asked));
    assertTrue(runAfter("SINDY4J_KERNEL=vector; ", "fit", "large.csv").out().contains(asked));
    assertFalse(runAfter("SINDY4J_KERNEL=plain; ", "fit", "large.csv").out().contains(asked));
    assertFalse(run("fit small.csv").out().contains(asked));
  }

  @Test
  void noFileThatFitsAPatternTakesThePlaceOfAFlag() throws Exception {
    String flag = "-XX:CompileCommand=CompileThresholdScaling,io.github.sindy4j.io.ByteRows::*,0.1";
    Files.writeString(folder.resolve(flag.replace("*", "row")), "");
    assertTrue(run("discover model.json").out().contains(flag));
  }

  @Test
  void theNativeModuleIsOnTheClassPathWhereItWasBuilt() throws Exception {
    assertTrue(run("discover model.json").out().contains("jar"));
    Files.writeString(folder.resolve("sindy4j-native.jar"), "");
    List<String> words = run("discover model.json").out();
    assertTrue(words.contains("jar:./sindy4j-native.jar:./lib/*"), words.toString());
    assertTrue(run("fit small.csv").out().contains("jar"));
  }

  @Test
  void wordsComeThroughAsTheyWereTyped() throws Exception {
    Result result = runAfter("", "fit", "two words.csv", "--states", "a*,$b", "");
    List<String> out = result.out();
    assertEquals(
        List.of("fit", "two words.csv", "--states", "a*,$b", ""),
        out.subList(out.size() - 5, out.size()));
  }

  @Test
  void ofWhatJavaSaysOnStandardErrorOnlyTheNoticeIsKept() throws Exception {
    java("echo '" + NOTICE + "' >&2; echo 'no heap' >&2; printf 'last words' >&2; exit 7");
    Result result = run("discover model.json");
    assertEquals(7, result.code());
    assertEquals(List.of("no heap", "last words"), result.err());
  }

  @Test
  void messagesOfSindy4jGoToTheRealStandardError() throws Exception {
    java(
        "echo '"
            + NOTICE
            + "' >&2; case \" $* \" in *-Dsindy4j.messages=3*) printf 'half' >&3;; esac");
    assertEquals(List.of("half"), run("discover model.json").err());
  }

  @Test
  void withoutPlaceForThePipeAllIsSaid() throws Exception {
    java("echo '" + NOTICE + "' >&2; exit 3");
    Result result = runAfter("TMPDIR=/nonexistent; ", "discover", "model.json");
    assertEquals(3, result.code());
    assertEquals(List.of(NOTICE), result.err());
  }

  private void java(String script) throws IOException {
    Path java = folder.resolve("java");
    Files.writeString(java, "#!/bin/sh\n" + script + "\n");
    assertTrue(java.toFile().setExecutable(true));
  }

  private Result run(String words) throws IOException, InterruptedException {
    return runAfter("", words.isEmpty() ? new String[0] : words.split(" "));
  }

  /** Runs what stands before, then the launcher on these words. */
  private Result runAfter(String before, String... words) throws IOException, InterruptedException {
    Path start = Path.of("src/launcher/start").toAbsolutePath();
    String script =
        before
            + "java=./java jar=jar archive=archive vectors=yes native=.; . \""
            + start
            + "\"; start \"$@\"";
    // The launcher may leave a reader of standard error behind it, and Java forgets what it
    // says once the process has ended: the pipe to cat ends with its last writer.
    String toTheEnd =
        "launcher=$1; shift; { sh -c \"$launcher\" sindy4j \"$@\"; echo $? >code; } 2>&1 >out | cat >err";
    List<String> command = new ArrayList<>(List.of("sh", "-c", toTheEnd, "sindy4j", script));
    command.addAll(List.of(words));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().remove("SINDY4J_JAVA_OPTS");
    builder.environment().remove("SINDY4J_KERNEL");
    assertEquals(0, builder.start().waitFor());
    int code = Integer.parseInt(Files.readString(folder.resolve("code")).strip());
    return new Result(
        code, Files.readAllLines(folder.resolve("out")), Files.readAllLines(folder.resolve("err")));
  }
}
