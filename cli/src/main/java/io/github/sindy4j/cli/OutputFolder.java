package io.github.sindy4j.cli;

import io.github.sindy4j.io.CsvTable;
import io.github.sindy4j.io.ModelFile;
import io.github.sindy4j.io.Output;
import io.github.sindy4j.io.SavedModel;
import io.github.sindy4j.notice.BadSetting;
import io.github.sindy4j.report.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Where the files of a fit go.
 *
 * @param folder made if it is missing
 * @param overwrite whether files of earlier fits may be replaced
 */
record OutputFolder(Path folder, boolean overwrite) {
  private static final List<String> FILES =
      List.of("model.json", "report.html", "figure.svg", "figure.png", "prediction.csv");

  /** Makes the folder and refuses what could not be written, before any work is done. */
  void prepare() {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new BadSetting(
          "not-a-directory", "--out " + folder, "it is a file, not a folder", "Name a folder");
    }
    if (Files.isDirectory(folder)) {
      FILES.forEach(name -> Output.requireWritable(folder.resolve(name), overwrite));
    }
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new BadSetting(
          "cannot-create",
          "--out " + folder,
          "the folder cannot be made: " + e.getMessage(),
          "Name a folder in a place where you may write");
    }
  }

  /** Writes everything; returns what was written. */
  List<Path> write(SavedModel model, Report report, CsvTable prediction) {
    ModelFile.write(model, folder.resolve("model.json"), overwrite);
    String svg = report.figureSvg();
    Output.write(folder.resolve("report.html"), overwrite, out -> out.write(report.html()));
    if (!svg.isEmpty()) {
      byte[] png = report.figurePng();
      Output.write(folder.resolve("figure.svg"), overwrite, out -> out.write(svg));
      Output.writeBytes(folder.resolve("figure.png"), overwrite, out -> out.write(png));
    }
    prediction.writeTo(folder.resolve("prediction.csv"), overwrite);
    return FILES.stream().map(folder::resolve).filter(Files::exists).toList();
  }
}
