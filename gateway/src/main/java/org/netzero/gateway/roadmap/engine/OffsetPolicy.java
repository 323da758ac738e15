package org.netzero.gateway.roadmap.engine;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/// Whether and how far credits may meet what stays after every lever.
///
/// @param permitted whether credits may be used at all
/// @param maximumTonnesPerYear most credits of one year; empty for no own limit
/// @param price empty where none is stated; it changes no figure but the cost
/// @param register the credits held, at most 200 lots: no others are used, and none where it is
///   empty; absent where none is kept, so that credits are bought when they are needed
public record OffsetPolicy(
        boolean permitted,
        OptionalDouble maximumTonnesPerYear,
        Optional<CreditPrice> price,
        Optional<List<CreditLot>> register,
        Evidence evidence) {

    private static final int MAXIMUM_LOTS = 200;

    public OffsetPolicy {
        maximumTonnesPerYear.ifPresent(maximum -> Require.amount("maximumTonnesPerYear", maximum));
        register.ifPresent(OffsetPolicy::check);
        register = register.map(List::copyOf);
    }

    private static void check(List<CreditLot> lots) {
        Require.atMost("register", lots.size(), MAXIMUM_LOTS);
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < lots.size(); i++) {
            if (!ids.add(lots.get(i).id())) {
                throw new DuplicateEntry("register", lots.get(i).id()).at("register[" + i + "].id");
            }
        }
    }

    /// Credits of no stated price, bought when they are needed.
    public OffsetPolicy(boolean permitted, OptionalDouble maximumTonnesPerYear, Evidence evidence) {
        this(permitted, maximumTonnesPerYear, Optional.empty(), Optional.empty(), evidence);
    }
}
