package org.netzero.gateway.roadmap.plan;

/// The most capital all levers together may take in a year, before discounting.
public record CapitalCap(int year, double amount) {}
