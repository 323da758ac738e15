package org.netzero.energy.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.netzero.energy.balance.Series;
import org.netzero.energy.site.Site;
import org.netzero.energy.site.Sites;
import org.netzero.energy.site.UnknownSite;
import org.netzero.platform.imports.RowOutcome;

/// The figures that are expected of sites. Nothing that was stated is lost: each statement is a
/// revision.
@ApplicationScoped
class Expectations {

    /// What stating an expectation did.
    enum Registration {
        NEW,
        CHANGED,
        UNCHANGED
    }

    private final ExpectationTable table;
    private final Sites sites;
    private final Clock clock;

    Expectations(ExpectationTable table, Sites sites, Clock clock) {
        this.table = table;
        this.sites = sites;
        this.clock = clock;
    }

    /// States an expectation, in place of what was stated before of its first day and all later
    /// ones.
    ///
    /// @throws UnknownSite when its site is not registered
    @Transactional
    Registration put(Expectation expectation, String caller) {
        Series series = expectation.series();
        sites.get(series.siteId());
        sites.hold(series.siteId());
        List<Revision> known = table.of(series);
        Optional<Expectation> last =
                known.isEmpty() ? Optional.empty() : known.getLast().expectation();
        if (last.equals(Optional.of(expectation))) {
            return Registration.UNCHANGED;
        }
        state(series, known.size(), Optional.of(expectation), caller);
        return last.isEmpty() ? Registration.NEW : Registration.CHANGED;
    }

    /// Takes back everything that was stated of a line; it stays on file.
    ///
    /// @throws UnknownExpectation when nothing is expected of it
    @Transactional
    void withdraw(Series series, String caller) {
        sites.hold(series.siteId());
        List<Revision> known = table.of(series);
        if (known.isEmpty() || known.getLast().expectation().isEmpty()) {
            throw new UnknownExpectation(series);
        }
        state(series, known.size(), Optional.empty(), caller);
    }

    private void state(Series series, int known, Optional<Expectation> what, String caller) {
        table.insert(series, new Revision(known + 1, what, caller, clock.instant()));
    }

    /// What was stated last.
    ///
    /// @throws UnknownExpectation when nothing is expected of the line
    Revision get(Series series) {
        return history(series).stream()
                .reduce((earlier, later) -> later)
                .filter(last -> last.expectation().isPresent())
                .orElseThrow(() -> new UnknownExpectation(series));
    }

    List<Revision> history(Series series) {
        return table.of(series);
    }

    /// What was stated last of every line, in their order.
    List<Revision> all() {
        Map<Series, List<Revision>> stated = table.all(Optional.empty());
        return new TreeSet<>(stated.keySet())
                .stream()
                        .map(series -> stated.getOrDefault(series, List.of()).getLast())
                        .filter(last -> last.expectation().isPresent())
                        .toList();
    }

    /// States the new ones. A file never replaces an expectation: that takes a PUT, one by one.
    @Transactional
    List<RowOutcome> add(List<Expectation> batch, String caller) {
        Map<String, Site> places =
                sites.named(
                        batch.stream()
                                .map(row -> row.series().siteId())
                                .collect(Collectors.toSet()));
        new TreeSet<>(places.keySet()).forEach(sites::hold);
        return batch.stream().map(row -> add(row, places, caller)).toList();
    }

    private RowOutcome add(Expectation row, Map<String, Site> places, String caller) {
        Series series = row.series();
        if (!places.containsKey(series.siteId())) {
            return new RowOutcome.Rejected(
                    "siteId",
                    "UNKNOWN_SITE",
                    String.valueOf(new UnknownSite(series.siteId()).getMessage()));
        }
        List<Revision> known = table.of(series);
        Optional<Expectation> last =
                known.isEmpty() ? Optional.empty() : known.getLast().expectation();
        if (last.isEmpty()) {
            state(series, known.size(), Optional.of(row), caller);
            return new RowOutcome.Accepted();
        }
        return last.get().equals(row)
                ? new RowOutcome.Duplicate()
                : new RowOutcome.Rejected(
                        "siteId",
                        "ID_CONFLICT",
                        "other figures of %s are expected already; PUT %s/%s states it anew"
                                .formatted(series, ExpectationResource.PATH, series));
    }
}
