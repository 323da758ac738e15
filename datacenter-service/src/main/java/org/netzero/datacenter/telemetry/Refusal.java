package org.netzero.datacenter.telemetry;

/// Why a reading, or a part of a body, is not taken.
///
/// @param code stands for the rule that it breaks
/// @param message names the value and the remedy
record Refusal(String code, String message) {}
