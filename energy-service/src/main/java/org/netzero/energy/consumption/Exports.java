package org.netzero.energy.consumption;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.netzero.energy.balance.EnergyItem;
import org.netzero.energy.balance.ExportLimit;
import org.netzero.energy.balance.Series;
import org.netzero.energy.balance.SourceRankings;
import org.netzero.energy.balance.Span;
import org.netzero.energy.carrier.Evidence;
import org.netzero.energy.carrier.Flow;
import org.netzero.energy.ranking.SiteRankings;
import org.netzero.energy.site.Site;
import org.netzero.energy.site.SiteKind;
import org.netzero.platform.imports.Intake.Insertion;
import org.netzero.platform.imports.Intake.Stored;
import org.netzero.platform.imports.RowOutcome;
import org.netzero.platform.input.Interval;
import org.netzero.quantities.Quantity;
import org.netzero.quantities.Unit;

/// Records of electricity that a site hands over are compared with what it generated, as records
/// that come with them and those on file tell.
@ApplicationScoped
class Exports {

    private final EnergyItems items;
    private final SiteRankings rankings;

    Exports(EnergyItems items, SiteRankings rankings) {
        this.items = items;
        this.rankings = rankings;
    }

    /// Which records of exports would exceed what was generated, and the reason. A correction of
    /// what was generated is never refused: what is right is right, and the balance has a finding.
    ///
    /// @param insertions what is about to be stored
    IdentityHashMap<DatedRecord, RowOutcome.Rejected> above(
            List<Insertion<DatedRecord, RecordContent>> insertions, Map<String, Site> places) {
        IdentityHashMap<DatedRecord, RowOutcome.Rejected> above = new IdentityHashMap<>();
        insertions.stream()
                .filter(Exports::isExport)
                .collect(Collectors.groupingBy(i -> i.record().series().siteId()))
                .forEach((siteId, exports) -> {
                    Site site = Optional.ofNullable(places.get(siteId)).orElseThrow();
                    above.putAll(above(site, exports, insertions, places));
                });
        return above;
    }

    private static boolean isExport(Insertion<DatedRecord, RecordContent> insertion) {
        Series series = insertion.record().series();
        return ExportLimit.tells(series) && series.source().flow() == Flow.EXPORT;
    }

    private IdentityHashMap<DatedRecord, RowOutcome.Rejected> above(
            Site site,
            List<Insertion<DatedRecord, RecordContent>> exports,
            List<Insertion<DatedRecord, RecordContent>> all,
            Map<String, Site> places) {
        boolean group = site.kind() == SiteKind.GROUP;
        var book = new Book(onFile(site, exports), places);
        all.stream()
                .filter(insertion -> !exports.contains(insertion))
                .filter(insertion ->
                        group || insertion.record().series().siteId().equals(site.siteId()))
                .forEach(book::enter);
        SourceRankings order = rankings.all();
        IdentityHashMap<DatedRecord, RowOutcome.Rejected> above = new IdentityHashMap<>();
        for (Insertion<DatedRecord, RecordContent> export : exports) {
            Map<Key, EnergyItem> before = book.copy();
            book.enter(export);
            ExportLimit limit =
                    ExportLimit.around(export.record().days().totalled(), book.entries(), order);
            if (limit.isExceeded()) {
                above.put(export.record(), refusal(export.record(), limit));
                book.goBack(before);
            }
        }
        return above;
    }

    private List<EnergyItem> onFile(
            Site site, List<Insertion<DatedRecord, RecordContent>> exports) {
        Span around =
                exports.stream()
                        .map(export -> export.record().days())
                        .reduce(Span::together)
                        .orElseThrow()
                        .reach();
        return items
                .overlapping(
                        around,
                        site.kind() == SiteKind.GROUP
                                ? Optional.empty()
                                : Optional.of(site.siteId()))
                .stream()
                .filter(item -> ExportLimit.tells(item.series()))
                .toList();
    }

    private static RowOutcome.Rejected refusal(DatedRecord export, ExportLimit limit) {
        return new RowOutcome.Rejected(
                "quantity",
                "EXPORT_ABOVE_GENERATION",
                "with '%s' %s kWh would be exported in %s, and %s kWh were generated or given back by storage; record these first, or in the same request, or correct one of them"
                        .formatted(
                                export.record().recordId(),
                                limit.exportedKwh().stripTrailingZeros().toPlainString(),
                                limit.days(),
                                limit.availableKwh().stripTrailingZeros().toPlainString()));
    }

    private record Key(Series series, Span period, Evidence evidence, Unit unit) {}

    /// What is on file, and what is about to be.
    private static final class Book {

        private final Map<String, Site> places;
        private Map<Key, EnergyItem> entries = new LinkedHashMap<>();

        Book(List<EnergyItem> onFile, Map<String, Site> places) {
            this.places = places;
            for (EnergyItem item : onFile) {
                entries.put(
                        new Key(
                                item.series(),
                                item.period(),
                                item.evidence(),
                                item.quantity().unit()),
                        item);
            }
        }

        List<EnergyItem> entries() {
            return List.copyOf(entries.values());
        }

        Map<Key, EnergyItem> copy() {
            return new LinkedHashMap<>(entries);
        }

        void goBack(Map<Key, EnergyItem> before) {
            entries = before;
        }

        void enter(Insertion<DatedRecord, RecordContent> insertion) {
            insertion.corrected().ifPresent(this::takeOut);
            Series series = insertion.record().series();
            if (ExportLimit.tells(series)) {
                add(
                        series,
                        insertion.record().days(),
                        Evidence.valueOf(insertion.content().provenance().name()),
                        insertion.content().quantity(),
                        1);
            }
        }

        private void takeOut(Stored<RecordContent> corrected) {
            RecordContent old = corrected.content();
            Site site = places.get(old.series().siteId());
            if (site != null && ExportLimit.tells(old.series())) {
                add(
                        old.series(),
                        DatedRecord.daysOf(new Interval(old.start(), old.end()), site.timeZone()),
                        Evidence.valueOf(old.provenance().name()),
                        old.quantity().negate(),
                        -1);
            }
        }

        private void add(
                Series series, Span days, Evidence evidence, Quantity quantity, int records) {
            var key = new Key(series, days.totalled(), evidence, quantity.unit());
            EnergyItem known = entries.get(key);
            if (known == null) {
                if (records > 0) {
                    entries.put(key, item(key, quantity, records, List.of(days)));
                }
                return;
            }
            long left = known.recordCount() + records;
            if (left == 0) {
                entries.remove(key);
                return;
            }
            var covered = new ArrayList<>(known.covered());
            if (records > 0) {
                covered.add(days);
            }
            entries.put(key, item(key, known.quantity().plus(quantity), left, covered));
        }

        private EnergyItem item(Key key, Quantity quantity, long records, List<Span> covered) {
            Site site = places.get(key.series().siteId());
            return new EnergyItem(
                    key.series(),
                    site != null && site.kind() == SiteKind.GROUP,
                    key.period(),
                    key.evidence(),
                    quantity,
                    records,
                    covered);
        }
    }
}
