package org.netzero.gateway.roadmap.basis;

/// New figures are on file.
public record FiguresChanged(FigureKey key) {}
