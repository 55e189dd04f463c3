package io.github.sindy4j.bench;

import io.github.sindy4j.integrators.Method;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.model.Integrator;
import io.github.sindy4j.model.Solution;
import io.github.sindy4j.model.VectorField;
import io.github.sindy4j.report.ComparisonPanel;
import io.github.sindy4j.report.ComparisonPanel.Look;
import io.github.sindy4j.report.ComparisonPanel.Point;
import io.github.sindy4j.report.ComparisonPanel.Series;
import io.github.sindy4j.report.Figure;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Error against cost: each integrator on non-stiff and stiff problems at tolerances 1e-4 to 1e-12.
 * Times are those of the processor, medians of warm runs. Prints a Markdown table; with an argument
 * also draws the picture to {@code ARGUMENT.png} and {@code ARGUMENT.svg}.
 */
public final class IntegratorTable {
  private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();
  private static final int FINEST = 12;
  private static final int REPEATS = 15;

  /** An explicit method on a stiff problem is shown once, and then left. */
  private static final double PATIENCE = 2e9;

  private final PrintStream out = System.out;
  private Figure figure = Figure.empty();

  private IntegratorTable() {}

  /** One run: what it reached and what it cost. */
  private record Cost(double error, long evaluations, Vec milliseconds) {
    double median() {
      return milliseconds.get(milliseconds.size() / 2);
    }
  }

  /** Runs the table. */
  public static void main(String[] arguments) throws IOException {
    IntegratorTable table = new IntegratorTable();
    table.out.println("| problem | integrator | tolerance | error at T | evaluations | ms |");
    table.out.println("|---|---|---|---|---|---|");
    for (Flow flow : Flow.all()) {
      table.run(flow);
    }
    if (arguments.length > 0) {
      Files.write(Path.of(arguments[0] + ".png"), table.figure.png());
      Files.writeString(Path.of(arguments[0] + ".svg"), table.figure.svg());
    }
  }

  private void run(Flow flow) {
    Vec reference = flow.reference();
    List<Series> series = new ArrayList<>();
    for (Method method : Method.values()) {
      List<Point> points = new ArrayList<>();
      for (int digits = 4; digits <= FINEST; digits += 2) {
        double tolerance = Math.pow(10, -digits);
        Integrator integrator = method.withTolerances(tolerance, tolerance * flow.smallest());
        Cost cost = cost(flow, integrator, reference);
        print(flow, method, digits, cost);
        if (!Double.isNaN(cost.error())) {
          Vec ms = cost.milliseconds();
          double correct = -Math.log10(Math.max(1e-16, cost.error()));
          points.add(new Point(correct, cost.median(), ms.first(), ms.last()));
        }
        if (cost.median() > PATIENCE / 1e6 / 4) {
          break;
        }
      }
      points.sort(Comparator.comparing(Point::size));
      series.add(new Series(method.toString(), Look.MEASURED, points));
    }
    figure =
        figure.with(
            new ComparisonPanel(
                flow.name(),
                "correct digits at T",
                "milliseconds of one core",
                series,
                figure.isEmpty()));
  }

  private static Cost cost(Flow flow, Integrator integrator, Vec reference) {
    VectorField field = flow.model().field();
    Vec times = Vec.of(0, flow.end());
    long began = CPU.getCurrentThreadCpuTime();
    Solution solution = integrator.integrate(field, flow.start(), times);
    boolean isSlow = CPU.getCurrentThreadCpuTime() - began > PATIENCE / 4;
    double[] milliseconds = new double[isSlow ? 1 : REPEATS];
    for (int warm = 0; warm < (isSlow ? 0 : 2 * REPEATS); warm++) {
      integrator.integrate(field, flow.start(), times);
    }
    for (int k = 0; k < milliseconds.length; k++) {
      long start = CPU.getCurrentThreadCpuTime();
      integrator.integrate(field, flow.start(), times);
      milliseconds[k] = (CPU.getCurrentThreadCpuTime() - start) / 1e6;
    }
    Arrays.sort(milliseconds);
    double error =
        solution.isComplete() ? flow.error(solution.states().row(1), reference) : Double.NaN;
    return new Cost(error, solution.evaluations(), Vec.of(milliseconds));
  }

  private void print(Flow flow, Method method, int digits, Cost cost) {
    out.printf(
        Locale.ROOT,
        "| %s | %s | 1e-%d | %s | %d | %.3f |%n",
        flow.name(),
        method,
        digits,
        Double.isNaN(cost.error())
            ? "not finished"
            : String.format(Locale.ROOT, "%.1e", cost.error()),
        cost.evaluations(),
        cost.median());
  }
}
