package io.github.sindy4j.report;

import java.util.List;

/**
 * Where a result comes from: enough to make it again and to cite it. Any part may be empty.
 *
 * @param commandLine what was typed
 * @param settings every setting with the value it had, chosen by the user or by the program
 * @param data the data in numbers: rows, trajectories, time span, steps, gaps
 * @param versions of the software
 * @param methods a paragraph for a paper's methods section
 * @param bibtex the references of that paragraph
 */
public record Provenance(
    String commandLine,
    List<Entry> settings,
    List<Entry> data,
    List<Entry> versions,
    String methods,
    String bibtex) {
  /** Nothing known. */
  public static final Provenance NONE = new Provenance("", List.of(), List.of(), List.of(), "", "");

  /** Copies the lists. */
  public Provenance {
    settings = List.copyOf(settings);
    data = List.copyOf(data);
    versions = List.copyOf(versions);
  }
}
