package org.netzero.gateway.roadmap.basis;

/// Figures of one kind.
///
/// @param year the calendar year they are of; of `MEASURED` the base year, after which all measured
///   years are meant
public record FigureKey(FigureKind kind, int year) {}
