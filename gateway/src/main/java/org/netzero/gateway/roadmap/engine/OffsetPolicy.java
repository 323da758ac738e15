package org.netzero.gateway.roadmap.engine;

import java.util.OptionalDouble;

/// Whether and how far credits may meet what stays after every lever.
///
/// @param permitted whether credits may be used at all
/// @param maximumTonnesPerYear most credits of one year; empty for no own limit
public record OffsetPolicy(
        boolean permitted, OptionalDouble maximumTonnesPerYear, Evidence evidence) {

    public OffsetPolicy {
        maximumTonnesPerYear.ifPresent(maximum -> Require.amount("maximumTonnesPerYear", maximum));
    }
}
