package org.netzero.energy.calendar;

import java.time.Instant;
import java.util.Optional;

/// What was stated of a line at one time. It takes the place of what was stated before of its first
/// day and of all later ones.
///
/// @param number 1, 2 and so on
/// @param expectation empty where everything stated before was withdrawn
/// @param statedBy who said so
record Revision(int number, Optional<Expectation> expectation, String statedBy, Instant statedAt) {}
