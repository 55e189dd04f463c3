package io.github.sindy4j.report;

/**
 * A name and what it stands for, such as a setting and its value.
 *
 * @param name the name
 * @param value the value as text
 */
public record Entry(String name, String value) {}
