package io.github.sindy4j.report;

/** One picture of a figure, as plain data. */
public sealed interface Panel
    permits ReplayPanel,
        ForecastPanel,
        PhasePanel,
        ForestPanel,
        ParetoPanel,
        DerivativePanel,
        WhitenessPanel,
        OutputPanel,
        SpectrumPanel,
        PromotionPanel,
        GeneratorPanel,
        DriftPanel,
        ComparisonPanel {}
