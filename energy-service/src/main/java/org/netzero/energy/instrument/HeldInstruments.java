package org.netzero.energy.instrument;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.netzero.energy.balance.Span;
import org.netzero.platform.input.Period;

/// The instruments on file and what is allocated of them.
@ApplicationScoped
public class HeldInstruments {

    /// Every day there is an allocation of.
    public static final Span EVER =
            new Span(LocalDate.of(Period.MIN_YEAR, 1, 1), LocalDate.of(Period.MAX_YEAR + 1, 1, 1));

    private final InstrumentTable instruments;
    private final AllocationTable allocations;

    HeldInstruments(InstrumentTable instruments, AllocationTable allocations) {
        this.instruments = instruments;
        this.allocations = allocations;
    }

    /// Those that stand, in the order they were registered.
    public List<HeldInstrument> all() {
        return instruments.all().stream().map(HeldInstrument::of).toList();
    }

    /// What is allocated, provisional or retired, and overlaps a period, of one site or of all.
    public List<Claimed> claimed(Span period, Optional<String> siteId) {
        return allocations.standing(period, siteId).stream()
                .flatMap(allocation ->
                        allocation.told().map(told -> Claimed.of(allocation, told)).stream())
                .toList();
    }
}
