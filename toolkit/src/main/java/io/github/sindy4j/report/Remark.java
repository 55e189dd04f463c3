package io.github.sindy4j.report;

/**
 * Something the reader should know: what was done to the data, or how far the result can be
 * trusted.
 *
 * @param warning whether it asks for attention
 * @param text one or two sentences
 */
public record Remark(boolean warning, String text) {}
