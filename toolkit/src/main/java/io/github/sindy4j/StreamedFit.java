package io.github.sindy4j;

import io.github.sindy4j.data.StoredData;

/**
 * A fit to data that were not held together. The coefficients, their errors and every score rest on
 * all rows; what {@link SindyFit#data} holds, and with it replays, pictures and points of
 * discovery, is a sample: stretches of consecutive rows from all over the data.
 *
 * @param fit as for other data, but with a sample in place of them
 * @param outline what is known of all data
 */
public record StreamedFit(SindyFit fit, StoredData.Outline outline) {}
