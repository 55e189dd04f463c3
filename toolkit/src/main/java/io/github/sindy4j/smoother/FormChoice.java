package io.github.sindy4j.smoother;

import io.github.sindy4j.linalg.Block;
import io.github.sindy4j.linalg.Matrix;
import io.github.sindy4j.linalg.Team;
import io.github.sindy4j.linalg.TriangularFold;
import io.github.sindy4j.regress.Parametrisation;
import io.github.sindy4j.regress.Subset;
import io.github.sindy4j.regress.SubsetSearch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Whether a model that keeps a symmetric form has a shorter description than the best of any form,
 *
 * <pre> χ² + log det S + k log n + 2 γ (log C(K, k) + log (K + 1) + log M), </pre>
 *
 * the last part being −2 γ log of the probability of the terms before there are data: half of it is
 * that of any form, half is shared by the M forms that are tried; within a form of K coordinates
 * their number k has any size with the same probability, and all choices of k are alike. For models
 * of any form there is no M.
 *
 * <p>Forms are compared on the rows as they were whitened for the best model; those that come near
 * it are then smoothed themselves. A form counts only where it changes which terms there are: where
 * the data settle the terms, nothing is added to what they say. Where the best model keeps a form
 * by itself, its description within that form counts.
 */
final class FormChoice {
  /** Rows that were whitened for another model count against a form, but not by more. */
  private static final double NEAR = 5;

  private static final int MOST_SMOOTHED = 3;

  private final Settled plain;
  private final double gamma;
  private final int rounds;
  private final List<SymmetricForm> forms;
  private final double variance;
  private final double bias;

  FormChoice(Settled plain, Smoother settings, List<SymmetricForm> forms) {
    this.plain = plain;
    this.gamma = settings.gamma();
    this.rounds = settings.rounds();
    this.forms = forms;
    this.variance = Math.max(1, plain.run().residualVariance());
    this.bias =
        Math.max(
            0, Math.sqrt(plain.run().penalty()) - Math.sqrt(variance * plain.ground().penalty()));
  }

  /** A model on the rows of the best one. */
  private record Trial(SymmetricForm form, Ground ground, Subset found, double length) {}

  /** The run that is kept in its place; empty where there is none. */
  Optional<Settled> find() {
    double plainLength = length(plain.ground(), onItsRows(), 0);
    double sameTerms = plainLength;
    List<Trial> others = new ArrayList<>();
    List<Trial> near =
        Team.map(forms.size(), k -> trial(forms.get(k))).stream()
            .flatMap(Optional::stream)
            .filter(trial -> trial.length() < plainLength + NEAR)
            .toList();
    for (Trial trial : near) {
      if (hasSameTerms(trial.ground(), trial.found())) {
        sameTerms = Math.min(sameTerms, trial.length());
      } else {
        others.add(trial);
      }
    }
    double most = length(plain.run(), plain.ground(), 0) - (plainLength - sameTerms);
    return others.stream()
        .sorted(Comparator.comparingDouble(Trial::length))
        .limit(MOST_SMOOTHED)
        .flatMap(trial -> smoothed(trial, most).stream())
        .max(Comparator.comparingDouble(Kept::gain))
        .flatMap(this::settled);
  }

  /** The fit on the rows from which its terms were chosen. */
  private Subset onItsRows() {
    return new SubsetSearch(plain.run().triangle(), 0).fit(plain.run().found().terms());
  }

  private Optional<Trial> trial(SymmetricForm form) {
    Ground own = ground(form.space().get());
    int size = own.coordinates().size();
    if (size == 0) {
      return Optional.empty();
    }
    TriangularFold fold = new TriangularFold(size + 1);
    fold.fold(Block.of(own.coordinates().rows(plain.run().triangle(), 0)));
    double root = Math.sqrt(variance * own.penalty()) + bias;
    Subset found = new SubsetSearch(fold.triangle(), root * root).select(List.of());
    return Optional.of(new Trial(form, own, found, length(own, found, forms.size())));
  }

  private Ground ground(Parametrisation space) {
    Coordinates demands = new Coordinates(space, plain.ground().coordinates().terms(), 0);
    double perTerm = 2 * gamma * (log(demands.size()) - log(plain.ground().coordinates().size()));
    return plain.ground().with(demands, plain.ground().penalty() + perTerm);
  }

  private static double log(int count) {
    return Math.log(Math.max(1, count));
  }

  /** On the rows of the best model. */
  private double length(Ground on, Subset found, int tried) {
    double root = Math.sqrt(variance * on.penalty()) + bias;
    return found.criterion(root * root)
        + variance * correction(on.coordinates().size(), found.terms().size(), tried);
  }

  /** After smoothing. */
  private double length(Smoothed run, Ground on, int tried) {
    return run.criterion() + correction(on.coordinates().size(), run.found().terms().size(), tried);
  }

  /** What a model's choice costs, less the 2 γ k log K that the criterion holds instead. */
  private double correction(int size, int used, int tried) {
    double choices = log(tried) + log(size + 1);
    for (int j = 0; j < used; j++) {
      choices += Math.log((double) (size - j) / (j + 1)) - Math.log(size);
    }
    return 2 * gamma * choices;
  }

  /** A form whose own smoothing gains so much. */
  private record Kept(Trial trial, Smoothed run, double gain) {}

  private Optional<Kept> smoothed(Trial trial, double most) {
    Iterate end = plain.run().end();
    Iterate start =
        Iterate.on(
            trial.ground(),
            end.states(),
            trial.ground().coordinates().model(trial.found()),
            trial.found().terms(),
            end.noise(),
            end.defect(),
            end.order(),
            Optional.empty());
    return new Descent(trial.ground())
        .run(start, 1, rounds)
        .filter(run -> !hasSameTerms(trial.ground(), run.found()))
        .map(run -> new Kept(trial, run, most - length(run, trial.ground(), forms.size())))
        .filter(kept -> kept.gain() > 0);
  }

  private Optional<Settled> settled(Kept kept) {
    Subset other = plain.run().found();
    KeptForm form =
        new KeptForm(
            kept.trial().form().name(),
            kept.run().found().terms().size(),
            plain.ground().coordinates().model(other),
            other.terms().size(),
            kept.gain());
    return Settled.of(kept.trial().ground(), kept.run()).map(settled -> settled.keeping(form));
  }

  private boolean hasSameTerms(Ground other, Subset found) {
    Matrix own = plain.ground().coordinates().model(plain.run().found());
    Matrix w = other.coordinates().model(found);
    for (int i = 0; i < w.rows(); i++) {
      for (int j = 0; j < w.cols(); j++) {
        if ((w.get(i, j) != 0) != (own.get(i, j) != 0)) {
          return false;
        }
      }
    }
    return true;
  }
}
