package io.github.sindy4j.bench;

import io.github.sindy4j.datasets.recovery.RecoveryCell;
import io.github.sindy4j.datasets.recovery.RecoveryFamily;
import io.github.sindy4j.datasets.recovery.RecoveryOperator;
import io.github.sindy4j.datasets.recovery.RecoveryProblem;
import io.github.sindy4j.linalg.Vec;
import io.github.sindy4j.notice.BadSetting;
import io.github.sindy4j.regress.InterpolationProblem;
import io.github.sindy4j.regress.MinimumRank;
import io.github.sindy4j.regress.MinimumRankFit;
import io.github.sindy4j.regress.Motions;
import io.github.sindy4j.regress.RankRegression;
import io.github.sindy4j.regress.RankRegressionFit;
import io.github.sindy4j.regress.RankTrial;
import io.github.sindy4j.regress.Sampling;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.TreeSet;

/**
 * How the least rank is found, at few points more than the truth has parameters. Prints CSV; times
 * are those of the CPU.
 *
 * <ul>
 *   <li>{@code fixed}: for each case and n = dof + 1, dof + 2, ⌈1.2 dof⌉ + 1 and ⌊1.5 dof⌋ how many
 *       of the seeds were found, right (max |w − w*| &lt; 5e-3 max |w*|), certified, falsely
 *       certified (certified and off by 1e-6). Every solve has a system and points of its own; the
 *       last line adds all up.
 *   <li>{@code recovery}: by bisection over n, with nested points, the least n found that is right;
 *       at least dof + 1, below which nothing can be certified.
 *   <li>{@code noise}: the error at 1 % noise, for known rank, at n = 1.2, 2 and 4 dof.
 * </ul>
 *
 * <p>Arguments: one of these, the seeds (10-19) and cases such as {@code ortho-t:10:1:2}. {@code
 * ortho-t:10:1:2@2} asks for rank 2, {@code ortho-t:10:1:2@any} for the least; {@code
 * ortho-t:10:1:2/L} goes without motions, knowing nothing but L.
 */
public final class MinimumRankTable {
  private static final List<String> FIXED =
      List.of(
          "ortho-t:10:1:2",
          "ortho-t:10:1:2@2",
          "ortho-t:10:1:2@any",
          "ortho-t:10:2:2",
          "ortho-t:10:2:2@any",
          "ortho-t:10:3:2",
          "ortho-t:10:1:3",
          "ortho-t:6:1:4",
          "ortho-se:10:1:2",
          "ortho-se:10:1:2@any",
          "ortho-se:8:1:3",
          "quad-se:10:1:1",
          "quad-se:5:1:2");

  private static final List<String> RECOVERY =
      List.of(
          "ortho-t:5:1:2",
          "ortho-t:10:1:2",
          "ortho-t:10:2:2",
          "ortho-t:10:3:2",
          "ortho-t:10:1:3",
          "ortho-t:6:1:4",
          "ortho-se:5:1:2",
          "ortho-se:10:1:2",
          "ortho-se:8:1:3",
          "quad-se:10:1:1",
          "quad-se:5:1:2",
          "ortho-t:20:1:2",
          "ortho-se:20:1:2");

  private static final List<String> NOISE =
      List.of(
          "ortho-t:10:1:2", "ortho-t:10:2:2", "ortho-t:10:1:3", "ortho-se:10:1:2", "quad-se:5:1:2");

  private MinimumRankTable() {}

  /** Runs a table. */
  public static void main(String[] arguments) {
    String table = arguments.length > 0 ? arguments[0] : "fixed";
    String[] range = (arguments.length > 1 ? arguments[1] : "10-19").split("-", -1);
    long first = Long.parseLong(range[0]);
    int seeds = (int) (Long.parseLong(range[range.length - 1]) - first + 1);
    List<String> given =
        arguments.length > 2 ? List.of(arguments).subList(2, arguments.length) : List.of();
    PrintStream out = System.out;
    switch (table) {
      case "fixed" -> fixed(given.isEmpty() ? FIXED : given, first, seeds, out);
      case "recovery" -> recovery(given.isEmpty() ? RECOVERY : given, first, seeds, out);
      case "noise" -> noise(given.isEmpty() ? NOISE : given, first, seeds, out);
      default ->
          throw new BadSetting(
              "table", "table " + table, "is not known", "Write fixed, recovery or noise");
    }
  }

  /** One kind of problem, and how it is solved. */
  private record Case(String text, RecoveryCell cell, Motions motions, OptionalInt rank) {
    static Case parse(String text) {
      String[] motions = text.split("/", -1);
      String[] rank = motions[0].split("@", -1);
      RecoveryFamily family = RecoveryFamily.parse(rank[0]);
      OptionalInt asked =
          rank.length == 1
              ? OptionalInt.of(family.rank())
              : rank[1].equals("any")
                  ? OptionalInt.empty()
                  : OptionalInt.of(Integer.parseInt(rank[1]));
      return new Case(
          text,
          RecoveryCell.of(family, RecoveryOperator.EXACT),
          motions.length > 1 ? Motions.none(family.librarySize()) : family.motions(),
          asked);
    }

    int dof() {
      return cell.family().freedom();
    }

    int unknowns() {
      return cell.family().librarySize();
    }

    RecoveryProblem problem(long seed) {
      return cell.problem(Math.toIntExact(seed));
    }

    MinimumRankFit fit(RecoveryProblem problem, int n) {
      MinimumRank search = MinimumRank.defaults().withSeed(problem.seed());
      MinimumRank ranked =
          rank.isPresent() ? search.withRanks(rank.getAsInt(), rank.getAsInt()) : search;
      return ranked.solve(problem.with(n), Sampling.atRandom(n), motions);
    }
  }

  private static void fixed(List<String> cases, long first, int seeds, PrintStream out) {
    out.println(
        "case,unknowns,dof,n,solves,found,right,certified,false,median_starts,median_s,largest_s");
    Tally all = new Tally();
    long seed = first;
    for (String text : cases) {
      Case one = Case.parse(text);
      int dof = one.dof();
      for (int n :
          new TreeSet<>(
              List.of(dof + 1, dof + 2, (int) Math.ceil(1.2 * dof) + 1, (int) (1.5 * dof)))) {
        Tally tally = new Tally();
        for (int k = 0; k < seeds; k++, seed++) {
          RecoveryProblem problem = one.problem(seed);
          double start = seconds();
          MinimumRankFit fit = one.fit(problem, n);
          tally.add(fit, problem.error(fit.coefficients()), seconds() - start);
        }
        all.addAll(tally);
        out.printf("%s,%d,%d,%d,%s%n", text, one.unknowns(), dof, n, tally.text());
        out.flush();
      }
    }
    out.printf("all,,,,%s%n", all.text());
  }

  private static void recovery(List<String> cases, long first, int seeds, PrintStream out) {
    out.println("case,unknowns,dof,seeds,median,worst,median_by_dof,all,median_s");
    for (String text : cases) {
      Case one = Case.parse(text);
      int dof = one.dof();
      List<Double> least = new ArrayList<>();
      List<Double> times = new ArrayList<>();
      for (long seed = first; seed < first + seeds; seed++) {
        RecoveryProblem problem = one.problem(seed);
        double start = seconds();
        int below = 0;
        int right = one.unknowns();
        while (right - below > 1) {
          int n = (below + right) / 2;
          if (problem.isRecovered(one.fit(problem, n).coefficients())) {
            right = n;
          } else {
            below = n;
          }
        }
        times.add(seconds() - start);
        least.add((double) Math.max(right, dof + 1));
      }
      out.printf(
          Locale.ROOT,
          "%s,%d,%d,%d,%.1f,%.0f,%.3f,%s,%.2f%n",
          text,
          one.unknowns(),
          dof,
          seeds,
          median(least),
          least.stream().mapToDouble(n -> n).max().orElse(0),
          median(least) / dof,
          String.join(" ", least.stream().map(n -> String.valueOf(n.intValue())).toList()),
          median(times));
      out.flush();
    }
  }

  private static void noise(List<String> cases, long first, int seeds, PrintStream out) {
    out.println("case,dof,n,seeds,median_error,worst,below_5_percent,median_runner_up,median_s");
    for (String text : cases) {
      Case one = Case.parse(text);
      int dof = one.dof();
      for (double factor : new double[] {1.2, 2, 4}) {
        int n = (int) Math.ceil(factor * dof);
        List<Double> errors = new ArrayList<>();
        List<Double> rivals = new ArrayList<>();
        List<Double> times = new ArrayList<>();
        for (long seed = first; seed < first + seeds; seed++) {
          RecoveryProblem problem = one.problem(seed);
          double start = seconds();
          RankRegressionFit fit =
              RankRegression.defaults()
                  .withSeed(seed)
                  .solve(noisy(problem.with(n), seed), one.cell.family().rank(), one.motions);
          times.add(seconds() - start);
          Vec truth = problem.truth();
          errors.add(fit.coefficients().minus(truth).norm() / truth.norm());
          rivals.add(fit.runnerUp().orElse(Double.POSITIVE_INFINITY));
        }
        out.printf(
            Locale.ROOT,
            "%s,%d,%d,%d,%.4f,%.4f,%d,%.2f,%.2f%n",
            text,
            dof,
            n,
            seeds,
            median(errors),
            errors.stream().mapToDouble(e -> e).max().orElse(0),
            errors.stream().filter(e -> e < 0.05).count(),
            median(rivals),
            median(times));
        out.flush();
      }
    }
  }

  /** With 1 % of the standard deviation of y. */
  private static InterpolationProblem noisy(InterpolationProblem exact, long seed) {
    Vec y = exact.values();
    double mean = y.dot(y.map(value -> 1)) / y.size();
    double deviation = y.map(value -> value - mean).norm() / Math.sqrt(y.size());
    SplittableRandom random = new SplittableRandom(31 * seed + 7);
    return InterpolationProblem.of(
        exact.map(),
        exact.data(),
        y.map(value -> value + 0.01 * deviation * random.nextGaussian()));
  }

  private static double seconds() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e9;
  }

  private static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int half = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(half)
        : (sorted.get(half - 1) + sorted.get(half)) / 2;
  }

  private static final class Tally {
    private int found;
    private int right;
    private int certified;
    private int wrong;
    private final List<Double> starts = new ArrayList<>();
    private final List<Double> times = new ArrayList<>();

    void add(MinimumRankFit fit, double error, double time) {
      found += fit.isFound() ? 1 : 0;
      right += error < 5e-3 ? 1 : 0;
      certified += fit.isCertified() ? 1 : 0;
      wrong += fit.isCertified() && error > 1e-6 ? 1 : 0;
      starts.add((double) fit.trials().stream().mapToInt(RankTrial::starts).sum());
      times.add(time);
    }

    void addAll(Tally other) {
      found += other.found;
      right += other.right;
      certified += other.certified;
      wrong += other.wrong;
      starts.addAll(other.starts);
      times.addAll(other.times);
    }

    String text() {
      return String.format(
          Locale.ROOT,
          "%d,%d,%d,%d,%d,%.1f,%.3f,%.2f",
          starts.size(),
          found,
          right,
          certified,
          wrong,
          median(starts),
          median(times),
          times.stream().mapToDouble(t -> t).max().orElse(0));
    }
  }
}
