package io.github.sindy4j.cli;

import io.github.sindy4j.basis.LibrarySpec;
import io.github.sindy4j.linalg.Kernels;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Large work will be given to a kernel that is slow until Java has compiled it. While the program
 * starts there is a processor without work: the kernel is rehearsed there.
 *
 * <p>A fit to a million rows and 59 columns takes a sixth less; one that would not come to the
 * kernel would take a twentieth more, so its work is estimated from a glance at the data.
 */
final class Rehearsal {
  /**
   * In this system property the launcher asks for it, where the kernel is one that Java compiles.
   */
  private static final String SETTING = "sindy4j.rehearsal";

  private static final String LIBRARY = "--library";

  /** What is taken where none is named, of few states. */
  private static final String USUAL_LIBRARY = "polynomial:3";

  private static final int GLANCE = 1 << 13;
  private static final Pattern SHAPE = Pattern.compile("'shape': *\\((\\d+), *(\\d+)\\)");
  private static final Pattern SEPARATOR = Pattern.compile("[,;\t]");

  private Rehearsal() {}

  /** Begins, if these words ask for a fit that will come to the kernel. */
  static void begin(String... words) {
    if (Boolean.getBoolean(SETTING) && words.length > 0 && words[0].equals("fit")) {
      Thread thread = new Thread(() -> run(List.of(words)), "rehearsal");
      thread.setDaemon(true);
      thread.start();
    }
  }

  private static void run(List<String> words) {
    try {
      double most = words.stream().mapToDouble(word -> operations(word, words)).max().orElse(0);
      if (Kernels.forWork(most) != Kernels.plain()) {
        Kernels.rehearse();
      }
    } catch (RuntimeException | LinkageError | OutOfMemoryError e) {
      // Whoever needs what failed here meets the same, and says so.
    }
  }

  /** About how many a fit to this file takes; 0 where it is none. */
  static double operations(String file, List<String> words) {
    try {
      Path path = Path.of(file);
      if (!Files.isRegularFile(path)) {
        return 0;
      }
      Shape shape = shape(path);
      int states = Math.max(1, shape.columns - 1);
      double columns = (double) LibrarySpec.parse(library(words)).size(states) + states;
      return Kernels.foldWork(shape.rows, columns);
    } catch (IOException | InvalidPathException e) {
      return 0;
    }
  }

  private static String library(List<String> words) {
    for (int k = 0; k < words.size(); k++) {
      if (words.get(k).startsWith(LIBRARY + "=")) {
        return words.get(k).substring(LIBRARY.length() + 1);
      } else if (words.get(k).equals(LIBRARY) && k + 1 < words.size()) {
        return words.get(k + 1);
      }
    }
    return USUAL_LIBRARY;
  }

  private record Shape(long rows, int columns) {}

  /** Of an array as its header says, of a table by the length of its last line that is seen. */
  private static Shape shape(Path path) throws IOException {
    String head;
    try (InputStream stream = Files.newInputStream(path)) {
      head = new String(stream.readNBytes(GLANCE), StandardCharsets.ISO_8859_1);
    }
    Matcher said = SHAPE.matcher(head);
    if (said.find()) {
      return new Shape(Long.parseLong(said.group(1)), Integer.parseInt(said.group(2)));
    }
    int end = head.lastIndexOf('\n');
    int line = end - head.lastIndexOf('\n', end - 1);
    int columns = SEPARATOR.split(head.lines().findFirst().orElse("")).length;
    return new Shape(line > 0 ? Files.size(path) / line : 0, columns);
  }
}
