package io.github.sindy4j.cli;

import io.github.sindy4j.Sindy;
import io.github.sindy4j.SindyFit;
import io.github.sindy4j.conservation.Dynamics;
import io.github.sindy4j.data.Dataset;
import io.github.sindy4j.discovery.Subject;
import io.github.sindy4j.io.FunctionFile;
import io.github.sindy4j.io.ModelFile;
import io.github.sindy4j.io.SavedFunction;
import io.github.sindy4j.io.SavedModel;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.model.SparseModel;
import io.github.sindy4j.notice.BadSetting;
import io.github.sindy4j.notice.Notice;
import io.github.sindy4j.symmetry.Region;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A model to look at: from a file, or fitted to data first. */
final class ModelSource {
  @Parameters(
      paramLabel = "DATA.csv|MODEL.json",
      description =
          "Measured trajectories (or the name of bundled data), to which a model is fitted first;"
              + " or a model, as fit writes it.")
  private Path path = Path.of("");

  @Mixin private final DataOptions columns = new DataOptions();

  @Mixin private final KnowledgeOptions knowledge = new KnowledgeOptions();

  @Option(
      names = "--box",
      paramLabel = "LO,HI,…",
      description =
          "Where the model is looked at: two bounds for all states, or two for each. Default: the"
              + " box that the data fill; for a model file without one, -1,1.")
  private Optional<String> box = Optional.empty();

  /**
   * A model and where it is looked at.
   *
   * @param name of the data or the file
   * @param model the equations
   * @param region the box
   * @param fit where it comes from, unless from a file
   * @param isExact whether its coefficients are what they are: those of a file without intervals
   * @param settings in the words of the command line
   * @param notices what the user should know
   */
  record Found(
      String name,
      SparseModel model,
      Region region,
      Optional<SindyFit> fit,
      boolean isExact,
      Map<String, String> settings,
      List<Notice> notices) {
    /** The model as a subject of discovery. */
    Subject subject() {
      return fit.map(f -> f.subject().withRegion(region))
          .orElseGet(() -> Subject.field(model.library(), model.coefficients(), region));
    }

    /** The model as the field of an autonomous system. */
    Dynamics dynamics() {
      return fit.map(SindyFit::dynamics)
          .orElseGet(() -> Dynamics.of(model.library(), model.coefficients()));
    }
  }

  /** Whether a model file was named. */
  boolean isFile() {
    return path.toString().toLowerCase(Locale.ROOT).endsWith(".json");
  }

  /** Whether a file of a function was named. */
  boolean isFunction() {
    return isFile() && FunctionFile.isFunction(path);
  }

  /**
   * A function and where it is looked at.
   *
   * @param name of the file
   * @param saved what the file holds
   * @param region the box
   * @param notices what the user should know
   */
  record FoundFunction(String name, SavedFunction saved, Region region, List<Notice> notices) {}

  /** The function in the file. */
  FoundFunction function() {
    SavedFunction saved = FunctionFile.read(path);
    int inputs = saved.model().schema().inputs().size();
    return new FoundFunction(
        path.toString(),
        saved,
        region(saved.region().orElseGet(() -> Region.unit(inputs))),
        assumed(saved.region()));
  }

  /** That the box was assumed, where nobody said it. */
  private List<Notice> assumed(Optional<Region> known) {
    return box.isPresent() || known.isPresent()
        ? List.of()
        : List.of(
            Notice.info(
                "region-assumed",
                "the file does not say where the model holds; -1 to 1 was assumed (--box says otherwise)"));
  }

  /** Refuses options that have no effect on a model file, these among them. */
  void refuseFor(OptionNames others) {
    columns
        .names(knowledge.names(others))
        .refuse("a model file", "Leave it out, or name data, to which a model is fitted");
  }

  /** Adds the options that have no effect on data without a model. */
  OptionNames namesWithoutModel(OptionNames names) {
    return knowledge.names(names).with("--box", box);
  }

  /** What was read, in the words of the command line. */
  Map<String, String> settings(Dataset data) {
    return columns.settings(data);
  }

  /** The data that were named. */
  Dataset data() {
    return columns.read(path);
  }

  /** The model; {@code sindy} fits it where there are data. */
  Found find(Sindy sindy, Console console) {
    return isFile() ? saved() : fitted(knowledge.in(sindy), console);
  }

  private Found saved() {
    SavedModel saved = ModelFile.read(path);
    int inputs = saved.model().schema().inputNames().size();
    List<Notice> notices = assumed(saved.region());
    Region region = region(saved.region().orElseGet(() -> Region.unit(inputs)));
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("model", path.toString());
    boolean isExact = saved.uncertainty().isEmpty();
    return new Found(
        path.toString(), saved.model(), region, Optional.empty(), isExact, settings, notices);
  }

  private Found fitted(Sindy sindy, Console console) {
    Dataset data = data();
    try (ProgressBar bar = new ProgressBar(console)) {
      SindyFit fit = sindy.reportingTo(bar).fit(data);
      Map<String, String> settings = new LinkedHashMap<>(columns.settings(data));
      settings.putAll(fit.settings());
      return new Found(
          data.name(),
          fit.model(),
          region(Region.of(data)),
          Optional.of(fit),
          false,
          settings,
          fit.notices());
    }
  }

  private Region region(Region otherwise) {
    if (box.isEmpty()) {
      return otherwise;
    }
    String[] parts = box.get().split(",", -1);
    int m = otherwise.dimension();
    BadSetting.require(
        parts.length == 2 || parts.length == 2 * m,
        "--box " + box.get(),
        "has " + parts.length + " bounds",
        "Give 2 for all variables alike, or " + 2 * m + ", two for each");
    double[] lower = new double[m];
    double[] upper = new double[m];
    for (int i = 0; i < m; i++) {
      int at = parts.length == 2 ? 0 : 2 * i;
      lower[i] = Numbers.parse("--box", parts[at], "a lower and an upper bound");
      upper[i] = Numbers.parse("--box", parts[at + 1], "a lower and an upper bound");
      BadSetting.require(
          lower[i] < upper[i],
          "--box " + box.get(),
          lower[i] + " is not below " + upper[i],
          "Write the lower bound first");
    }
    return new Region(Vec.adopt(lower), Vec.adopt(upper));
  }
}
