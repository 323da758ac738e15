package org.netzero.energy.performance;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.netzero.energy.balance.Finding;
import org.netzero.energy.balance.FindingCode;
import org.netzero.energy.balance.Span;
import org.netzero.energy.consumption.EnergyItems;
import org.netzero.energy.heatingvalue.HeatingValues;
import org.netzero.energy.meter.MeteredEnergy;
import org.netzero.energy.plant.Plant;
import org.netzero.energy.plant.Plants;
import org.netzero.energy.ranking.SiteRankings;
import org.netzero.energy.site.Site;
import org.netzero.energy.site.Sites;
import org.netzero.platform.input.Period;

/// How the plants did, from their meters and the records of their sites.
@ApplicationScoped
class Performances {

    private final Plants plants;
    private final Sites sites;
    private final MeteredEnergy meters;
    private final EnergyItems items;
    private final HeatingValues heatingValues;
    private final SiteRankings rankings;
    private final Clock clock;

    Performances(
            Plants plants,
            Sites sites,
            MeteredEnergy meters,
            EnergyItems items,
            HeatingValues heatingValues,
            SiteRankings rankings,
            Clock clock) {
        this.plants = plants;
        this.sites = sites;
        this.meters = meters;
        this.items = items;
        this.heatingValues = heatingValues;
        this.rankings = rankings;
        this.clock = clock;
    }

    /// A plant's performance over a period, and over its parts.
    record Answer(
            Plant plant, Performance total, List<Performance> parts, List<Finding> findings) {}

    /// @param parts what to split the period into
    Answer of(String plantId, Period period, List<Period> parts) {
        Plant plant = plants.get(plantId);
        Site site = sites.get(plant.siteId());
        Span whole = span(period);
        LocalDate today = LocalDate.ofInstant(clock.instant(), site.timeZone());
        var book =
                new PlantBook(
                        plant,
                        plants.ofSite(plant.siteId()).stream()
                                .filter(other -> !other.plantId().equals(plantId))
                                .toList(),
                        site.timeZone(),
                        meters.ofPlant(plantId, whole),
                        items.overlapping(whole, Optional.of(plant.siteId())),
                        heatingValues.defaultSet(),
                        rankings.all());
        Performance total = Performance.of(book, whole, today);
        List<Performance> split =
                parts.stream().map(part -> Performance.of(book, span(part), today)).toList();
        var findings = new ArrayList<>(book.findings(whole));
        findings.addAll(ofTotal(total));
        findings.addAll(ofParts(split));
        abovePower(book, total, period).ifPresent(findings::add);
        return new Answer(plant, total, split, List.copyOf(findings));
    }

    private static Span span(Period period) {
        return new Span(period.start(), period.end());
    }

    private static List<Finding> ofTotal(Performance total) {
        var findings = new ArrayList<Finding>();
        String plantId = total.plant().plantId();
        if (total.generatedKwh().isEmpty()) {
            findings.add(
                    new Finding(
                            FindingCode.NOTHING_ON_FILE,
                            plantId,
                            "no generation is on file for %s; this is missing, not zero"
                                    .formatted(total.period())));
        } else if (total.exportedKwh().isEmpty()) {
            findings.add(
                    new Finding(
                            FindingCode.NO_EXPORT_ON_FILE,
                            plantId,
                            "no export is on file for %s, so all that was generated counts as used on site"
                                    .formatted(total.period())));
        }
        total.beforeCommissioningKwh()
                .ifPresent(kwh ->
                        findings.add(
                                new Finding(
                                        FindingCode.BEFORE_COMMISSIONING,
                                        plantId,
                                        "%s kWh were generated before %s, when it was commissioned; they are in no ratio"
                                                .formatted(
                                                        kwh.toPlainString(),
                                                        total.plant().commissioned()))));
        total.availability()
                .filter(there -> there.part().compareTo(there.whole()) < 0)
                .filter(there -> total.generatedKwh().isPresent())
                .ifPresent(there ->
                        findings.add(
                                new Finding(
                                        FindingCode.METER_GAPS,
                                        plantId,
                                        "generation is on file for %s of %s %s in operation; what is missing is not zero, so capacity factor and ratio are too low"
                                                .formatted(
                                                        there.part().toPlainString(),
                                                        there.whole().toPlainString(),
                                                        unitOf(there, total)))));
        if (total.cogeneration().isAboveFuel()) {
            findings.add(
                    new Finding(
                            FindingCode.OUTPUT_ABOVE_FUEL,
                            plantId,
                            "power and heat are more than the %s kWh of fuel hold; check the fuel records, or the fuelShare"
                                    .formatted(plain(total.cogeneration().fuelKwh()))));
        }
        return findings;
    }

    private static String unitOf(Ratio availability, Performance total) {
        long days = total.inOperation().map(InOperation::count).orElse(0L);
        return availability.whole().compareTo(BigDecimal.valueOf(days)) == 0 ? "days" : "minutes";
    }

    private static List<Finding> ofParts(List<Performance> parts) {
        var findings = new ArrayList<Finding>();
        for (Performance part : parts) {
            String subject = part.plant().plantId() + "/" + part.period();
            if (part.isExportAboveGeneration()) {
                findings.add(
                        new Finding(
                                FindingCode.EXPORT_ABOVE_GENERATION,
                                subject,
                                "%s kWh were exported, %s kWh generated"
                                        .formatted(
                                                plain(part.exportedKwh()),
                                                plain(part.generatedKwh()))));
            }
            if (part.isAboveCapacity()) {
                findings.add(
                        new Finding(
                                FindingCode.ABOVE_CAPACITY,
                                subject,
                                "%s kWh are more than %s give in all hours in operation"
                                        .formatted(
                                                plain(part.generatedKwh()),
                                                part.plant().capacity())));
            }
        }
        return findings;
    }

    private Optional<Finding> abovePower(PlantBook book, Performance total, Period period) {
        if (book.generationMeters().isEmpty()) {
            return Optional.empty();
        }
        return meters.above(total.capacityKw(), book.generationMeters(), period.in(book.zone()))
                .map(excess ->
                        new Finding(
                                FindingCode.ABOVE_CAPACITY,
                                total.plant().plantId(),
                                "in %,d intervals, first at %s, it gave more power than its capacity of %s; check the meters' unit, or the capacity"
                                        .formatted(
                                                excess.intervals(),
                                                excess.first(),
                                                total.plant().capacity())));
    }

    private static String plain(Optional<BigDecimal> kwh) {
        return kwh.map(BigDecimal::toPlainString).orElse("?");
    }
}
