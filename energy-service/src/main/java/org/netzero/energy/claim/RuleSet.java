package org.netzero.energy.claim;

/// Rules by which somebody judges whether an instrument covers consumption.
public enum RuleSet {
    /// The quality criteria of the GHG Protocol Scope 2 Guidance (2015), chapter 7, table 7.1. It
    /// alone decides what the market-based figure counts.
    GHGP_SCOPE2,
    /// The technical criteria of RE100 (version 4.1, 2022) and its market boundary criteria (2019).
    RE100,
    /// The rules of China's green electricity certificate: documents 1044 of 2023 and 67 of 2024,
    /// and the notice of 2024 on voluntary emission reductions.
    CN_GEC,
    /// Generation in the hour of consumption.
    HOURLY
}
