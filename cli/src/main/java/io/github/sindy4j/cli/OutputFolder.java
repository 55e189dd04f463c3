package io.github.sindy4j.cli;

import io.github.sindy4j.io.CsvTable;
import io.github.sindy4j.io.JsonObject;
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
 * Where the files of a command go.
 *
 * @param folder made if it is missing
 * @param result the name of the file that other programs read
 * @param overwrite whether files of earlier runs may be replaced
 */
record OutputFolder(Path folder, String result, boolean overwrite) {
  private List<String> names() {
    return List.of(result, "report.html", "figure.svg", "figure.png", "prediction.csv");
  }

  /**
   * Makes the folder and refuses what could not be written, before any work is done; what draws
   * gets ready meanwhile.
   */
  void prepare() {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new BadSetting(
          "not-a-directory", "--out " + folder, "it is a file, not a folder", "Name a folder");
    }
    if (Files.isDirectory(folder)) {
      names().forEach(name -> Output.requireWritable(folder.resolve(name), overwrite));
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
    Report.prepare();
  }

  /** Writes a fit; returns what was written. */
  List<Path> write(SavedModel model, Report report, CsvTable prediction) {
    return write(ModelFile.json(model), report, prediction);
  }

  /** Writes a fit that is written as this object; returns what was written. */
  List<Path> write(JsonObject object, Report report, CsvTable prediction) {
    Output.write(folder.resolve(result), overwrite, object::writeTo);
    write(report);
    prediction.writeTo(folder.resolve("prediction.csv"), overwrite);
    return written();
  }

  /** Writes a result and its report; returns what was written. */
  List<Path> write(JsonObject object, Report report) {
    Output.write(folder.resolve(result), overwrite, object::writeTo);
    write(report);
    return written();
  }

  private void write(Report report) {
    String svg = report.figureSvg();
    Output.write(folder.resolve("report.html"), overwrite, out -> out.write(report.html()));
    if (!svg.isEmpty()) {
      byte[] png = report.figurePng();
      Output.write(folder.resolve("figure.svg"), overwrite, out -> out.write(svg));
      Output.writeBytes(folder.resolve("figure.png"), overwrite, out -> out.write(png));
    }
  }

  private List<Path> written() {
    return names().stream().map(folder::resolve).filter(Files::exists).toList();
  }
}
