package io.github.sindy4j.bench;

import io.github.sindy4j.datasets.recovery.RecoveryCell;
import io.github.sindy4j.datasets.recovery.RecoveryFamily;
import io.github.sindy4j.datasets.recovery.RecoveryOperator;
import io.github.sindy4j.datasets.recovery.RecoveryProblem;
import io.github.sindy4j.regress.MinimumRank;
import io.github.sindy4j.regress.MinimumRankFit;
import io.github.sindy4j.regress.RankTrial;
import io.github.sindy4j.regress.Sampling;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/**
 * How often the search for the least rank is right, and how often its certificate is false, at few
 * points more than the truth has parameters. Prints CSV, one line for each case and number of
 * points n = dof + 1, dof + 2, ⌈1.2 dof⌉ + 1 and ⌊1.5 dof⌋: how many of the seeds were found, right
 * (max |w − w*| &lt; 5e-3 max |w*|), certified, falsely certified (certified and off by 1e-6).
 *
 * <p>Arguments: the seeds (10-19) and cases such as {@code ortho-t:10:1:2} (all of the page on
 * minimum rank up to m = 10); a case {@code ortho-t:10:1:2@2} asks for rank 2.
 */
public final class MinimumRankTable {
  private static final List<String> CASES =
      List.of(
          "ortho-t:10:1:2",
          "ortho-t:10:1:2@2",
          "ortho-t:10:2:2",
          "ortho-t:10:1:3",
          "ortho-t:6:1:4",
          "ortho-se:10:1:2",
          "ortho-se:8:1:3",
          "quad-se:10:1:1",
          "quad-se:5:1:2");

  private MinimumRankTable() {}

  /** Runs the table. */
  public static void main(String[] arguments) {
    String[] range = (arguments.length > 0 ? arguments[0] : "10-19").split("-", -1);
    long first = Long.parseLong(range[0]);
    int seeds = (int) (Long.parseLong(range[range.length - 1]) - first + 1);
    List<String> cases =
        arguments.length > 1 ? List.of(arguments).subList(1, arguments.length) : CASES;
    PrintStream out = System.out;
    out.println(
        "case,rank,unknowns,dof,n,seeds,found,right,certified,false,median_starts,median_seconds");
    cases.forEach(text -> run(text, first, seeds, out));
  }

  private static void run(String text, long first, int seeds, PrintStream out) {
    String[] parts = text.split("@", -1);
    RecoveryFamily family = RecoveryFamily.parse(parts[0]);
    int rank = parts.length > 1 ? Integer.parseInt(parts[1]) : family.rank();
    RecoveryCell cell = RecoveryCell.of(family, RecoveryOperator.EXACT);
    int dof = family.freedom();
    TreeSet<Integer> points =
        new TreeSet<>(List.of(dof + 1, dof + 2, (int) Math.ceil(1.2 * dof) + 1, (int) (1.5 * dof)));
    for (int n : points) {
      Tally tally = new Tally();
      for (long seed = first; seed < first + seeds; seed++) {
        RecoveryProblem problem = cell.problem(Math.toIntExact(seed));
        long start = System.nanoTime();
        MinimumRankFit fit =
            MinimumRank.defaults()
                .withRanks(rank, rank)
                .withSeed(seed)
                .solve(problem.with(n), Sampling.atRandom(n));
        double seconds = (System.nanoTime() - start) / 1e9;
        tally.add(fit, problem.error(fit.coefficients()), seconds);
      }
      out.printf(
          Locale.ROOT,
          "%s,%d,%d,%d,%d,%d,%s%n",
          family.text(),
          rank,
          family.librarySize(),
          dof,
          n,
          seeds,
          tally.text());
      out.flush();
    }
  }

  private static final class Tally {
    private int found;
    private int right;
    private int certified;
    private int wrong;
    private final List<Double> starts = new ArrayList<>();
    private final List<Double> seconds = new ArrayList<>();

    void add(MinimumRankFit fit, double error, double time) {
      found += fit.isFound() ? 1 : 0;
      right += error < 5e-3 ? 1 : 0;
      certified += fit.isCertified() ? 1 : 0;
      wrong += fit.isCertified() && error > 1e-6 ? 1 : 0;
      starts.add((double) fit.trials().stream().mapToInt(RankTrial::starts).sum());
      seconds.add(time);
    }

    String text() {
      return String.format(
          Locale.ROOT,
          "%d,%d,%d,%d,%.1f,%.3f",
          found,
          right,
          certified,
          wrong,
          median(starts),
          median(seconds));
    }

    private static double median(List<Double> values) {
      List<Double> sorted = values.stream().sorted().toList();
      int half = sorted.size() / 2;
      return sorted.size() % 2 == 1
          ? sorted.get(half)
          : (sorted.get(half - 1) + sorted.get(half)) / 2;
    }
  }
}
