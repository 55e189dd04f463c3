/**
 * The picture and the page that go with a fit: panels as plain data, drawn as PNG and as SVG, and a
 * self-contained HTML report.
 *
 * <p>{@link io.github.sindy4j.report.Figure} holds what is to be seen, {@link
 * io.github.sindy4j.report.ReportContent} what is to be said; {@link
 * io.github.sindy4j.report.Report} turns both into files. Everything arrives as numbers and text,
 * so the package can be used without a fit; {@link io.github.sindy4j.report.FitReport} makes these
 * numbers and texts from one.
 *
 * <p>What symmetry looks like has panels of its own: {@link
 * io.github.sindy4j.report.SpectrumPanel}, {@link io.github.sindy4j.report.GeneratorPanel}, {@link
 * io.github.sindy4j.report.DriftPanel}, and {@link io.github.sindy4j.report.GeneratorField} over a
 * phase portrait; {@link io.github.sindy4j.report.SymmetrySections} puts it into words.
 *
 * <p>May use: every other room; the only one that may draw (java.awt, XChart, VectorGraphics2D).
 * Only FitReport and its parts know fits. Must not know: how files are parsed, solvers.
 */
@NullMarked
package io.github.sindy4j.report;

import org.jspecify.annotations.NullMarked;
