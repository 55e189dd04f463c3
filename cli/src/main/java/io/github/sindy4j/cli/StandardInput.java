package io.github.sindy4j.cli;

import io.github.sindy4j.data.Dataset;
import io.github.sindy4j.io.Csv;
import io.github.sindy4j.io.CsvOptions;
import io.github.sindy4j.io.PassingTable;
import io.github.sindy4j.notice.BadData;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Standard input, which can be read once. Its beginning is read into memory; often that is all.
 * What needs to read more than that again gets a file in the folder for temporary files, which
 * stands until the program ends.
 */
final class StandardInput {
  /** How it is written on the command line. */
  static final Path NAME = Path.of("-");

  /** What it is called in messages. */
  private static final String TEXT = "standard input";

  private static final int LARGEST_HELD = 16 << 20;

  /** Of less memory it takes less. */
  private static final int PARTS_OF_HEAP = 32;

  private final byte[] beginning;
  private final boolean whole;
  private final InputStream rest;

  private StandardInput(byte[] beginning, boolean whole, InputStream rest) {
    this.beginning = beginning;
    this.whole = whole;
    this.rest = rest;
  }

  /** Reads its beginning. */
  static StandardInput begin() {
    int most = (int) Math.min(LARGEST_HELD, Runtime.getRuntime().maxMemory() / PARTS_OF_HEAP);
    try {
      InputStream in = System.in;
      byte[] beginning = in.readNBytes(most);
      return new StandardInput(beginning, beginning.length < most, in);
    } catch (IOException e) {
      throw bad("cannot be read: " + e.getMessage(), "Check the program that writes it", e);
    }
  }

  /** Whether its beginning is all of it. */
  boolean whole() {
    return whole;
  }

  /** All of it, where the beginning is. */
  Dataset read(CsvOptions options) {
    return Csv.read(TEXT, beginning, options);
  }

  /** Lets it go by. */
  PassingTable pass(CsvOptions options) {
    return PassingTable.open(TEXT, beginning, rest, options);
  }

  /** Puts it down in a file. */
  Path file() {
    try (InputStream in = new SequenceInputStream(new ByteArrayInputStream(beginning), rest)) {
      Path folder = Files.createTempDirectory("sindy4j");
      folder.toFile().deleteOnExit();
      Path file = folder.resolve("standard-input.csv");
      file.toFile().deleteOnExit();
      Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
      return file;
    } catch (IOException e) {
      throw bad(
          "cannot be put down in the folder for temporary files: " + e.getMessage(),
          "Make room there, or name another folder by -Djava.io.tmpdir=DIR in SINDY4J_JAVA_OPTS",
          e);
    }
  }

  private static BadData bad(String what, String cure, IOException cause) {
    BadData unreadable = new BadData("standard-input", TEXT, what, cure);
    unreadable.initCause(cause);
    return unreadable;
  }
}
