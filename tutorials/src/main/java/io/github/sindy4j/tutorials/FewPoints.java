package io.github.sindy4j.tutorials;

import io.github.sindy4j.datasets.recovery.RecoveryCell;
import io.github.sindy4j.datasets.recovery.RecoveryFamily;
import io.github.sindy4j.datasets.recovery.RecoveryOperator;
import io.github.sindy4j.datasets.recovery.RecoveryProblem;
import io.github.sindy4j.regress.MinimumRank;
import io.github.sindy4j.regress.MinimumRankFit;
import io.github.sindy4j.regress.NuclearInterpolation;
import io.github.sindy4j.regress.NuclearMinimum;
import io.github.sindy4j.regress.Sampling;
import io.github.sindy4j.report.ComparisonPanel;
import io.github.sindy4j.report.ComparisonPanel.Look;
import io.github.sindy4j.report.ComparisonPanel.Point;
import io.github.sindy4j.report.ComparisonPanel.Series;
import io.github.sindy4j.report.Figure;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/** Lesson 8: how few points a function with many symmetries can be found from. */
public final class FewPoints implements Tutorial {
  private static final int SEEDS = 3;

  @Override
  public String folder() {
    return "08-recovery";
  }

  @Override
  public void run(PrintStream out, Path pictures) throws IOException {
    oneFunction(out);
    count(out, pictures);
  }

  private static void oneFunction(PrintStream out) {
    // page: function
    RecoveryFamily family = RecoveryFamily.parse("ortho-t:10:1:2");
    RecoveryProblem problem = RecoveryCell.of(family, RecoveryOperator.EXACT).problem(0);
    out.println(family.librarySize() + " terms, " + family.freedom() + " parameters");
    // page: end

    // page: nuclear
    NuclearInterpolation nuclear = NuclearInterpolation.defaults();
    for (int n : new int[] {12, 18, 24, 30}) {
      NuclearMinimum least = nuclear.solve(problem.with(n));
      double error = problem.error(least.coefficients());
      out.printf(Locale.ROOT, "%d points: error %.3f, %s%n", n, error, least.ending().text());
    }
    // page: end

    // page: rank
    MinimumRank ofRankOne = MinimumRank.defaults().withRanks(1, 1);
    for (int n : new int[] {11, 12, 13}) {
      MinimumRankFit fit = ofRankOne.solve(problem.with(n), Sampling.atRandom(n));
      double error = problem.error(fit.coefficients());
      out.printf(
          Locale.ROOT,
          "%d points: found %b, certified %b, error %.3f%n",
          n,
          fit.isFound(),
          fit.isCertified(),
          error);
    }
    // page: end
  }

  private static int byNuclearNorm(RecoveryProblem problem) {
    // page: bisect
    int tooFew = 1;
    int enough = problem.points();
    while (enough - tooFew > 1) {
      int n = (tooFew + enough) / 2;
      NuclearMinimum least = NuclearInterpolation.defaults().solve(problem.with(n));
      if (problem.isRecovered(least.coefficients())) {
        enough = n;
      } else {
        tooFew = n;
      }
    }
    // page: end
    return enough;
  }

  private static int byRank(RecoveryProblem problem) {
    // page: climb
    int rank = problem.family().rank();
    MinimumRank search = MinimumRank.defaults().withRanks(rank, rank);
    int n = problem.family().freedom() + 1;
    while (!search.solve(problem.with(n), Sampling.atRandom(n)).isCertified()) {
      n++;
    }
    // page: end
    return n;
  }

  private static Point needed(
      RecoveryFamily family, RecoveryOperator operator, ToIntFunction<RecoveryProblem> method) {
    RecoveryCell cell = RecoveryCell.of(family, operator);
    int[] needed =
        IntStream.range(0, SEEDS)
            .parallel()
            .map(seed -> method.applyAsInt(cell.problem(seed)))
            .sorted()
            .toArray();
    return new Point(family.m(), needed[SEEDS / 2], needed[0], needed[SEEDS - 1]);
  }

  private static void count(PrintStream out, Path pictures) throws IOException {
    // page: count
    List<Point> sampled = new ArrayList<>();
    List<Point> exact = new ArrayList<>();
    List<Point> rank = new ArrayList<>();
    List<Point> parameters = new ArrayList<>();
    out.println(" m  terms  parameters  sampled  exact  rank");
    for (int m : new int[] {5, 10, 15, 20}) {
      RecoveryFamily ridge = new RecoveryFamily(RecoveryFamily.Kind.ORTHO_T, m, 1, 2);
      int free = ridge.freedom();
      sampled.add(needed(ridge, RecoveryOperator.SAMPLED, FewPoints::byNuclearNorm));
      exact.add(needed(ridge, RecoveryOperator.EXACT, FewPoints::byNuclearNorm));
      rank.add(needed(ridge, RecoveryOperator.EXACT, FewPoints::byRank));
      parameters.add(new Point(m, free, free, free));
      out.printf(
          Locale.ROOT,
          "%2d  %5d  %10d  %7.0f  %5.0f  %4.0f%n",
          m,
          ridge.librarySize(),
          free,
          sampled.get(sampled.size() - 1).median(),
          exact.get(exact.size() - 1).median(),
          rank.get(rank.size() - 1).median());
    }
    // page: end

    // page: picture
    ComparisonPanel panel =
        new ComparisonPanel(
            "polynomials of degree 2 of one linear form",
            "dimension m",
            "points needed",
            List.of(
                new Series("nuclear norm, sampled", Look.BASELINE, sampled),
                new Series("nuclear norm, exact", Look.MEASURED, exact),
                new Series("least rank", Look.MEASURED, rank),
                new Series("parameters", Look.REFERENCE, parameters)),
            true);
    Files.write(pictures.resolve("figure.png"), Figure.of(panel).png());
    // page: end
  }
}
