package io.github.sindy4j.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedMethod;
import jdk.jfr.consumer.RecordingFile;

/**
 * Where a run of {@code ./sindy4j} spends its time in a Java that is not warm: samples of its
 * threads by phase, with the part of them that found the interpreter at work, and what the
 * compilers were busy with. From the flight recorder, which costs some tenths of a second itself.
 *
 * <p>A phase is named by the outermost method of a list; what no method of the list called is the
 * start and the rest.
 */
public final class ColdRun {
  private static final String SETTINGS =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <configuration version="2.0">
        <event name="jdk.ExecutionSample">
          <setting name="enabled">true</setting>
          <setting name="period">1 ms</setting>
        </event>
        <event name="jdk.Compilation">
          <setting name="enabled">true</setting>
          <setting name="threshold">0 ms</setting>
        </event>
      </configuration>
      """;

  /** What methods belong to which phase, by the ends of their names. */
  private static final Map<String, String> PHASES =
      Map.ofEntries(
          Map.entry("io.TableBlocks.readUnchecked", "2 parsing"),
          Map.entry("io.PlainTables.read", "2 parsing"),
          Map.entry("io.Assembler.assemble", "3 assembling"),
          Map.entry("derivative.LocalRates.estimate", "4 rates and their errors"),
          Map.entry("formulation.DifferentialForm.rows", "4 rates and their errors"),
          Map.entry("regress.Folding.fold", "5 fold"),
          Map.entry("regress.SampledFolding.group", "5 fold"),
          Map.entry("regress.SampledFolding.share", "5 fold"),
          Map.entry("regress.Residuals.effectiveSamples", "6 effective samples"),
          Map.entry("regress.Inference.of", "7 intervals"),
          Map.entry("io.SavedModel.of", "8 summary of the data"),
          Map.entry("model.Replay.from", "9 replay"));

  private static final String OTHER = "1 start and the rest";
  private static final int LONGEST_SHOWN = 12;
  private static final int OPTIMISING = 4;

  private ColdRun() {}

  /** The words of a command: {@code fit data.csv --json}. */
  public static void main(String[] words) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("cold");
    Path settings = Files.writeString(folder.resolve("settings.jfc"), SETTINGS);
    Path recording = folder.resolve("recording.jfr");
    List<String> command = new ArrayList<>(List.of("./sindy4j"));
    command.addAll(Arrays.asList(words));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder
        .environment()
        .put(
            "SINDY4J_JAVA_OPTS",
            "-XX:StartFlightRecording=settings=" + settings + ",filename=" + recording);
    int code =
        builder
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start()
            .waitFor();
    if (code != 0) {
      throw new IOException("./sindy4j ended with " + code);
    }
    List<RecordedEvent> events = RecordingFile.readAllEvents(recording);
    phases(events.stream().filter(e -> isOf(e, "jdk.ExecutionSample")).toList());
    compilers(events.stream().filter(e -> isOf(e, "jdk.Compilation")).toList());
    Files.delete(recording);
    Files.delete(settings);
    Files.delete(folder);
  }

  private static boolean isOf(RecordedEvent event, String type) {
    return event.getEventType().getName().equals(type);
  }

  private static void phases(List<RecordedEvent> samples) {
    Map<String, int[]> counts = new TreeMap<>();
    for (RecordedEvent sample : samples) {
      List<RecordedFrame> frames = sample.getStackTrace().getFrames();
      int[] count = counts.computeIfAbsent(phase(frames), name -> new int[3]);
      count[sample.getThread("sampledThread").getJavaName().equals("main") ? 0 : 1]++;
      count[2] += frames.get(0).getType().equals("Interpreted") ? 1 : 0;
    }
    say("| phase | samples of the main thread, %% | of others, %% | of both interpreted, %% |%n");
    say("|---|---|---|---|%n");
    double all = samples.size() / 100.0;
    counts.forEach(
        (name, c) ->
            say("| %s | %.0f | %.0f | %.0f |%n", name, c[0] / all, c[1] / all, c[2] / all));
  }

  private static String phase(List<RecordedFrame> frames) {
    for (int k = frames.size() - 1; k >= 0; k--) {
      String name = name(frames.get(k).getMethod());
      if (PHASES.containsKey(name)) {
        return PHASES.get(name);
      }
    }
    return OTHER;
  }

  private static void compilers(List<RecordedEvent> compilations) {
    for (boolean optimising : new boolean[] {false, true}) {
      List<RecordedEvent> own =
          compilations.stream()
              .filter(e -> e.getInt("compileLevel") == OPTIMISING == optimising)
              .toList();
      double seconds = own.stream().mapToDouble(ColdRun::seconds).sum();
      say(
          "%n%s compiler: %d methods, %.2f s of the clock%n",
          optimising ? "Second" : "First", own.size(), seconds);
    }
    say("%n| compiled by the second | in a loop of it | ms | bytes of code |%n|---|---|---|---|%n");
    compilations.stream()
        .filter(e -> e.getInt("compileLevel") == OPTIMISING)
        .sorted(Comparator.comparingDouble(ColdRun::seconds).reversed())
        .limit(LONGEST_SHOWN)
        .forEach(
            e ->
                say(
                    "| %s | %s | %.0f | %d |%n",
                    name(e.getValue("method")),
                    e.getBoolean("isOsr") ? "yes" : "",
                    1000 * seconds(e),
                    e.getLong("codeSize")));
  }

  private static double seconds(RecordedEvent event) {
    return event.getDuration().toNanos() * 1e-9;
  }

  /** {@code regress.Folding.fold}: without what all packages of the project begin with. */
  private static String name(RecordedMethod method) {
    String name = method.getType().getName() + "." + method.getName();
    return name.replace("io.github.sindy4j.", "");
  }

  private static void say(String format, Object... values) {
    System.out.printf(Locale.ROOT, format, values);
  }
}
