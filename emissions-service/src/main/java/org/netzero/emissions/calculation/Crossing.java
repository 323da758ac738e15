package org.netzero.emissions.calculation;

import java.time.LocalDate;

/// An activity record within whose period the company's boundary changes somewhere.
///
/// @param start first day
/// @param end the day after the last
public record Crossing(String record, String siteId, LocalDate start, LocalDate end) {}
