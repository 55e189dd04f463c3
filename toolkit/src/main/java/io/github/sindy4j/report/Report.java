package io.github.sindy4j.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * A report as files: {@code report.html}, which needs nothing beside it, and its picture as {@code
 * figure.svg} and {@code figure.png}.
 *
 * <p>The same content gives the same HTML and SVG everywhere, and the same PNG wherever the same
 * fonts are installed: nothing depends on the clock.
 */
public final class Report {
  private final ReportContent content;
  private final String svg;
  private final byte[] png;

  private Report(ReportContent content, String svg, byte[] png) {
    this.content = content;
    this.svg = svg;
    this.png = png;
  }

  /**
   * Gets ready to draw, beside other work: fonts and the classes that draw take a young Java a
   * third of a second. Nothing needs it; a report that is made later comes sooner.
   */
  public static void prepare() {
    ParetoPanel least =
        new ParetoPanel(List.of(new ParetoPanel.Candidate(1, 1, true)), "held-out error");
    Thread drawing =
        new Thread(
            () -> {
              try {
                Figure.of(least).rehearse();
              } catch (RuntimeException | Error e) {
                // Said by the report itself, to whoever asks for it.
              }
            },
            "pictures");
    drawing.setDaemon(true);
    drawing.start();
  }

  /** The report that says this. */
  public static Report of(ReportContent content) {
    if (content.figure().isEmpty()) {
      return new Report(content, "", new byte[0]);
    }
    // The two pictures are drawn at the same time: in a young Java each takes most of a second.
    CompletableFuture<byte[]> png = CompletableFuture.supplyAsync(content.figure()::png);
    String svg = content.figure().svg();
    return new Report(content, svg, png.join());
  }

  /** The page: one file without scripts and without references to others. */
  public String html() {
    return new HtmlPage(content, svg, png).render();
  }

  /** The picture as SVG; empty if the figure has no panels. */
  public String figureSvg() {
    return svg;
  }

  /**
   * The picture as PNG, {@value Figure#PNG_WIDTH} pixels wide; empty if the figure has no panels.
   */
  public byte[] figurePng() {
    return png.clone();
  }

  /**
   * Writes the files into a directory, which is made if it is missing; files of the same names are
   * overwritten.
   *
   * @return what was written: the page, and the pictures unless there is nothing to see
   */
  public List<Path> writeTo(Path directory) throws IOException {
    Files.createDirectories(directory);
    List<Path> written = new ArrayList<>();
    written.add(
        Files.write(directory.resolve("report.html"), html().getBytes(StandardCharsets.UTF_8)));
    if (!svg.isEmpty()) {
      written.add(
          Files.write(directory.resolve("figure.svg"), svg.getBytes(StandardCharsets.UTF_8)));
      written.add(Files.write(directory.resolve("figure.png"), figurePng()));
    }
    return List.copyOf(written);
  }
}
