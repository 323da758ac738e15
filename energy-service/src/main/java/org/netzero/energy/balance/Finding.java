package org.netzero.energy.balance;

/// Something a reader of a figure should know.
///
/// @param code the kind, for programs
/// @param subject what it is about: a site, carrier, source and period
/// @param message what was found, with the values, and what follows from it
public record Finding(FindingCode code, String subject, String message) {}
