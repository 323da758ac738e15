package org.netzero.datacenter.facility;

import java.time.Instant;

/// What is known of the meters of a point changed: its hours around this moment are not what they
/// were.
///
/// @param point the point's number
/// @param onwards whether that goes for all hours since as well
public record MeterExchanged(int point, Instant at, boolean onwards) {}
