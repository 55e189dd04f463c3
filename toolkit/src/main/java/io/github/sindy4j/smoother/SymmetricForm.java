package io.github.sindy4j.smoother;

import io.github.sindy4j.regress.Parametrisation;
import java.util.function.Supplier;

/**
 * A form that equations may keep without anyone having said so.
 *
 * @param name such as {@code so(2) on (x,y)}
 * @param space the models that keep it, made when asked for
 */
public record SymmetricForm(String name, Supplier<Parametrisation> space) {}
