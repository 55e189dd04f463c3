package io.github.sindy4j.report;

import io.github.sindy4j.Version;
import java.util.List;
import java.util.Map;

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

  /** Made by this version of the software, with this kernel of products. */
  public static Provenance of(
      String commandLine,
      Map<String, String> settings,
      List<Entry> data,
      String methods,
      String bibtex,
      String kernel) {
    return new Provenance(
        commandLine,
        settings.entrySet().stream().map(s -> new Entry(s.getKey(), s.getValue())).toList(),
        data,
        List.of(
            new Entry("sindy4j", Version.toolkit()),
            new Entry("Java", Version.java()),
            new Entry("kernel", kernel)),
        methods,
        bibtex);
  }
}
